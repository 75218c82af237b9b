package social.kring.federation.sending;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.federation.peers.Peers;
import social.kring.federation.peers.SignatureDialect;
import social.kring.platform.http.PeerClient;
import social.kring.platform.http.PeerRequest;
import social.kring.platform.http.PeerResponse;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;

/** Brings one delivery to its inbox. */
final class Courier {
  private static final Logger log = LoggerFactory.getLogger(Courier.class);
  private static final String ACTIVITY_JSON = "application/activity+json";
  private static final Duration PROMPT = Duration.ofSeconds(2);

  private final PeerClient client;
  private final DeliverySigner signer;
  private final Peers peers;
  private final Database database;
  private final Clock clock;

  Courier(PeerClient client, DeliverySigner signer, Peers peers, Database database, Clock clock) {
    this.client = client;
    this.signer = signer;
    this.peers = peers;
    this.database = database;
    this.clock = clock;
  }

  /** What can be said with a host: how it went, and how to sign from now on. */
  record Said(Outcome outcome, SignatureDialect dialect) {}

  Said deliver(Delivery delivery, SignatureDialect dialect) {
    if (peers.isSuspended(delivery.inbox())) {
      return new Said(new Outcome.NotAllowed("its host is suspended"), dialect);
    }
    var begun = System.nanoTime();
    return post(delivery, dialect)
        .map(answer -> said(delivery, answer, dialect, begun))
        .orElseGet(() -> new Said(new Outcome.Busy(), dialect));
  }

  /** A host that does not know RFC 9421 refuses it like any bad signature. */
  private Said said(Delivery delivery, Reply reply, SignatureDialect dialect, long begun) {
    if (reply instanceof Reply.Answered(var response)
        && response.status() == 401
        && dialect == SignatureDialect.RFC9421) {
      return tryOlderDialect(delivery, begun);
    }
    return new Said(outcome(reply, begun), dialect);
  }

  private Said tryOlderDialect(Delivery delivery, long begun) {
    var older = SignatureDialect.CAVAGE;
    var reply = post(delivery, older);
    if (reply.isEmpty()) return new Said(new Outcome.Busy(), SignatureDialect.RFC9421);
    var outcome = outcome(reply.get(), begun);
    if (!(outcome instanceof Outcome.Arrived)) return new Said(outcome, SignatureDialect.RFC9421);
    peers.speaks(database, delivery.lane().host(), older);
    return new Said(outcome, older);
  }

  private Outcome outcome(Reply reply, long begun) {
    return switch (reply) {
      case Reply.Answered(var response) ->
          Answers.outcome(response, tookNoLongerThan(PROMPT, begun), clock.instant());
      case Reply.Failed(var outcome) -> outcome;
    };
  }

  private static boolean tookNoLongerThan(Duration time, long begun) {
    return System.nanoTime() - begun <= time.toNanos();
  }

  /** What came of a request. */
  private sealed interface Reply {
    record Answered(PeerResponse response) implements Reply {}

    record Failed(Outcome outcome) implements Reply {}
  }

  /**
   * @return empty where this node is too busy to sign
   */
  private Optional<Reply> post(Delivery delivery, SignatureDialect dialect) {
    PeerRequest signed;
    try {
      signed = signer.sign(request(delivery), delivery.lane().sender(), dialect);
    } catch (RuntimeException failure) {
      return isBusy(failure) ? Optional.empty() : Optional.of(unsigned(delivery, failure));
    }
    return Optional.of(send(delivery, signed));
  }

  private Reply send(Delivery delivery, PeerRequest signed) {
    try {
      return new Reply.Answered(client.send(signed));
    } catch (Problem problem) {
      return new Reply.Failed(
          problem.kind() == Problem.Kind.FORBIDDEN
              ? new Outcome.NotAllowed(problem.getMessage())
              : new Outcome.HostDown(problem.getMessage(), Optional.empty()));
    } catch (RuntimeException unexpected) {
      log.atError()
          .addKeyValue("delivery", delivery.id())
          .addKeyValue("host", delivery.lane().host())
          .setCause(unexpected)
          .log("a delivery fails unexpectedly");
      return new Reply.Failed(new Outcome.NotSent(unexpected.toString()));
    }
  }

  private static PeerRequest request(Delivery delivery) {
    return PeerRequest.post(delivery.inbox(), delivery.body())
        .with("Content-Type", ACTIVITY_JSON)
        .with("Accept", ACTIVITY_JSON);
  }

  private static boolean isBusy(RuntimeException failure) {
    return failure instanceof Problem problem && problem.kind() == Problem.Kind.UNAVAILABLE;
  }

  private static Reply unsigned(Delivery delivery, RuntimeException failure) {
    log.atWarn()
        .addKeyValue("delivery", delivery.id())
        .addKeyValue("sender", delivery.lane().sender())
        .setCause(failure)
        .log("a delivery cannot be signed");
    return new Reply.Failed(new Outcome.NotSent("cannot be signed: " + failure.getMessage()));
  }
}
