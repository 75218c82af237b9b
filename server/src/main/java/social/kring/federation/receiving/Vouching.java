package social.kring.federation.receiving;

import java.util.List;
import java.util.Optional;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Activity;
import social.kring.protocol.json.Tree;

/** Decides whether those who vouch for an activity may say what it says. */
final class Vouching {
  private final HandlerRegistry registry;
  private final Provers provers;

  Vouching(HandlerRegistry registry, Provers provers) {
    this.registry = registry;
    this.provers = provers;
  }

  /**
   * The activity with all who vouch for it. A proof is looked at only where the signer does not
   * speak for the actor, which is seldom.
   *
   * @throws Problem FORBIDDEN where nobody does
   */
  Received<Activity> check(Received<Activity> signed, Tree raw) {
    if (!(authority(signed) instanceof Authority.Denied(var why))) return signed;
    var proven = provers.proverOf(raw).map(prover -> with(signed, prover));
    return proven
        .filter(received -> authority(received) instanceof Authority.Granted)
        .orElseThrow(() -> Problem.forbidden(why));
  }

  private static Received<Activity> with(
      Received<Activity> signed, social.kring.protocol.url.FediUrl prover) {
    return new Received<>(
        signed.activity(), signed.signer(), Optional.of(prover), signed.inbox(), signed.at());
  }

  /** Of several kinds of object that it may turn out to be about, the most lenient counts here. */
  private Authority authority(Received<Activity> received) {
    var answers =
        candidates(received.activity()).stream().map(each -> ask(each, received)).toList();
    return answers.stream()
        .filter(Authority.Granted.class::isInstance)
        .findFirst()
        .or(() -> answers.stream().findFirst())
        .orElseGet(() -> received.signedBy(received.activity().actor()));
  }

  private List<ActivityHandler<?>> candidates(Activity activity) {
    return ObjectKinds.shown(activity)
        .flatMap(kind -> registry.find(activity, kind))
        .<List<ActivityHandler<?>>>map(List::of)
        .orElseGet(() -> registry.all(activity));
  }

  /** The registry pairs handlers with activities of their own type. */
  @SuppressWarnings("unchecked")
  static <A extends Activity> Authority ask(ActivityHandler<A> handler, Received<?> received) {
    return handler.authority((Received<A>) received);
  }
}
