package social.kring.federation.receiving;

import java.util.List;
import java.util.Set;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Activity;

/** One rule for one type of activity on some kinds of object. */
public interface ActivityHandler<A extends Activity> {

  Class<A> activity();

  /** The kinds of object that this handler answers for. */
  Set<ObjectKind> objects();

  /** Whether whoever sent this may say it. Asked before the activity is stored. */
  default Authority authority(Received<A> received) {
    return received.signedBy(received.activity().actor());
  }

  /**
   * What must be fetched before the transaction. Asked again with what came, three rounds at most.
   */
  default Needs needs(Received<A> received, Fetched fetched, Queries queries) {
    return Needs.NONE;
  }

  /** Checks ownership and acts, in the transaction that also marks the activity as handled. */
  Outcome handle(Received<A> received, Fetched fetched, Transaction tx);

  /**
   * The same for several that came one after the other, in one transaction: their outcomes, in
   * their order. For who can do it in fewer statements.
   */
  default List<Outcome> handleAll(List<Gathered<A>> all, Transaction tx) {
    return all.stream().map(each -> handle(each.received(), each.fetched(), tx)).toList();
  }

  /** An activity with what its handler needs. */
  record Gathered<A extends Activity>(Received<A> received, Fetched fetched) {}
}
