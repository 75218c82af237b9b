package social.kring.community.posts;

import java.util.Set;
import social.kring.federation.receiving.ActivityHandler;
import social.kring.federation.receiving.Fetched;
import social.kring.federation.receiving.ObjectKind;
import social.kring.federation.receiving.Outcome;
import social.kring.federation.receiving.Received;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Dislike;

/** Dislikes, as Lemmy sends them, are heard and not counted. */
final class DislikeHandler implements ActivityHandler<Dislike> {

  @Override
  public Class<Dislike> activity() {
    return Dislike.class;
  }

  @Override
  public Set<ObjectKind> objects() {
    return Set.of(ObjectKind.POST);
  }

  @Override
  public Outcome handle(Received<Dislike> received, Fetched fetched, Transaction tx) {
    return Outcome.done();
  }
}
