package social.kring.federation.receiving;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import social.kring.federation.receiving.Gathering.Errand;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Activity;
import social.kring.protocol.activitystreams.Add;
import social.kring.protocol.activitystreams.ApObject;
import social.kring.protocol.activitystreams.Create;
import social.kring.protocol.activitystreams.ObjectReference;
import social.kring.protocol.activitystreams.Undo;
import social.kring.protocol.url.FediUrl;

/**
 * Everything that can be done about an activity before its transaction: who handles it, whether he
 * takes it, and what he needs.
 */
final class Preparation {
  private static final int ROUNDS = 3;

  /** As often is waited for what cannot be had just now; then it has to do without. */
  private static final int INSISTENCE = 3;

  private static final Duration USUAL_WAIT = Duration.ofSeconds(30);

  private final ArrivalReader reader;
  private final HandlerRegistry registry;
  private final ObjectKinds kinds;
  private final Gathering gathering;
  private final Announced announced;
  private final Database database;
  private final Clock clock;

  Preparation(
      ArrivalReader reader,
      HandlerRegistry registry,
      ObjectKinds kinds,
      Gathering gathering,
      Database database,
      Clock clock) {
    this.reader = reader;
    this.registry = registry;
    this.kinds = kinds;
    this.gathering = gathering;
    this.announced = new Announced(kinds, gathering, database);
    this.database = database;
    this.clock = clock;
  }

  /** What comes next. */
  sealed interface Prepared {

    /** It cannot be prepared, by no fault of a peer that was foreseen. */
    record Failed(Throwable failure) implements Prepared {}

    /** Nothing is left to do but to say so. */
    record Settled(Verdict verdict) implements Prepared {}

    /** Its handler has all he needs. */
    record Ready(ActivityHandler<?> handler, Received<?> received, Fetched fetched)
        implements Prepared {}
  }

  /** An object's kind, and its document where it had to be fetched for that. */
  private record Found(ObjectKind kind, Fetched fetched) {}

  /**
   * @param leaves called before anybody elsewhere is asked, which takes a while
   */
  Prepared prepare(Claim claim, Runnable leaves) {
    var errand = gathering.errand(claim.tries().attempts() <= INSISTENCE, leaves);
    try {
      return prepare(announced.unwrapped(received(claim), errand), errand);
    } catch (Problem problem) {
      return new Prepared.Settled(
          problem.kind() == Problem.Kind.UNAVAILABLE
              ? later(claim, problem)
              : Verdict.refused(problem.getMessage()));
    }
  }

  private Received<Activity> received(Claim claim) {
    return new Received<>(
        reader.again(claim.id(), claim.body()),
        claim.vouchers().signer(),
        claim.vouchers().prover(),
        claim.inbox(),
        claim.at());
  }

  private Prepared prepare(Received<?> received, Errand errand) {
    var found = find(received.activity(), errand);
    return registry
        .find(received.activity(), found.kind())
        .map(handler -> prepare(handler, received, found.fetched(), errand))
        .orElseGet(() -> new Prepared.Settled(Verdict.unhandled()));
  }

  /** Asked once more, since who may say what depends on what the object is. */
  private Prepared prepare(
      ActivityHandler<?> handler, Received<?> received, Fetched fetched, Errand errand) {
    return switch (Vouching.ask(handler, received)) {
      case Authority.Denied(var why) -> new Prepared.Settled(Verdict.refused(why));
      case Authority.Granted() ->
          new Prepared.Ready(handler, received, gather(handler, received, fetched, errand));
    };
  }

  /** Until a round brings nothing more. */
  private Fetched gather(
      ActivityHandler<?> handler, Received<?> received, Fetched before, Errand errand) {
    var fetched = before;
    for (var round = 0; round < ROUNDS; round++) {
      var more = gathering.gather(fetched, needs(handler, received, fetched), errand);
      if (more.equals(fetched)) break;
      fetched = more;
    }
    return fetched;
  }

  @SuppressWarnings("unchecked")
  private <A extends Activity> Needs needs(
      ActivityHandler<A> handler, Received<?> received, Fetched fetched) {
    return handler.needs((Received<A>) received, fetched, database);
  }

  private Found find(Activity activity, Errand errand) {
    return ObjectKinds.shown(activity)
        .or(() -> id(activity).flatMap(id -> kinds.known(database, id)))
        .map(kind -> new Found(kind, Fetched.NOTHING))
        .or(
            () ->
                id(activity)
                    .filter(id -> isWorthFetching(activity, id))
                    .flatMap(id -> fetch(id, errand)))
        .orElseGet(() -> new Found(ObjectKind.UNKNOWN, Fetched.NOTHING));
  }

  private static Optional<FediUrl> id(Activity activity) {
    return activity.objectReference().flatMap(ObjectReference::id);
  }

  /**
   * What others do to what nobody here knows is nothing to us, and would make this node ask for
   * whatever they name. What an actor does to its own lies where the actor lies.
   */
  private static boolean isWorthFetching(Activity activity, FediUrl object) {
    return object.sameOrigin(activity.actor())
        && switch (activity) {
          case Create create -> true;
          case Add add -> true;
          case Undo undo -> true;
          default -> false;
        };
  }

  private Optional<Found> fetch(FediUrl id, Errand errand) {
    return fetchObject(id, errand)
        .flatMap(
            object ->
                ObjectKinds.of(object)
                    .map(kind -> new Found(kind, new Fetched(Map.of(), Map.of(id, object)))));
  }

  private Optional<ApObject> fetchObject(FediUrl id, Errand errand) {
    try {
      return Optional.of(gathering.object(id, errand));
    } catch (Problem problem) {
      if (problem.kind() == Problem.Kind.UNAVAILABLE) throw problem;
      return Optional.empty();
    }
  }

  private Verdict later(Claim claim, Problem problem) {
    var wait = problem.retryAfter().orElse(USUAL_WAIT).multipliedBy(claim.tries().attempts());
    return new Verdict.Later(
        clock.instant().plus(wait), problem.getMessage(), claim.tries().failures());
  }
}
