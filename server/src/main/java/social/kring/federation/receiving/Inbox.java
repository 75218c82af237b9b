package social.kring.federation.receiving;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Ids;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Activity;
import social.kring.protocol.signature.ReceivedRequest;
import social.kring.protocol.signature.RequestSignature;

/** Decides what is accepted from peers. What is, is stored before they hear of it. */
public final class Inbox {
  private static final Logger log = LoggerFactory.getLogger(Inbox.class);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

  private final ArrivalReader reader;
  private final Checks checks;
  private final Backlog backlog;
  private final Storing storing;
  private final HeardPeers heard;
  private final Moment moment;

  /** The checks that an activity has to pass, in their order. */
  record Checks(Borders borders, Signers signers, Vouching vouching) {}

  /** What is known and made at this moment. */
  record Moment(Database database, Ids ids, Clock clock) {}

  Inbox(
      ArrivalReader reader,
      Checks checks,
      Backlog backlog,
      Storing storing,
      HeardPeers heard,
      Moment moment) {
    this.reader = reader;
    this.checks = checks;
    this.backlog = backlog;
    this.storing = storing;
    this.heard = heard;
    this.moment = moment;
  }

  /**
   * Returns once the activity is stored, or is known already. Which ids are known nobody learns
   * without a signature.
   *
   * @param owner whose personal inbox it came to; empty at the shared inbox
   * @throws Problem MALFORMED, UNAUTHENTICATED, FORBIDDEN or UNAVAILABLE, and never anything else
   */
  public void accept(ReceivedRequest request, Optional<Long> owner) {
    try {
      acceptChecked(request, owner);
    } catch (Problem problem) {
      throw problem;
    } catch (RuntimeException | StackOverflowError unforeseen) {
      log.atError().setCause(unforeseen).log("an activity could not be accepted");
      throw Problem.unavailable("This cannot be accepted now", TRY_AGAIN);
    }
  }

  private void acceptChecked(ReceivedRequest request, Optional<Long> owner) {
    var arrival = reader.read(request.body());
    var activity = arrival.activity();
    checks.borders().check(activity);
    if (checks.borders().isLeaveOfUnknown(moment.database(), activity)) return;
    backlog.requireRoom();
    var now = moment.clock().instant();
    var signature = RequestSignature.of(request, now);
    var signer = checks.signers().signerOf(signature).owner();
    var signed = new Received<>(activity, signer, Optional.empty(), owner, now);
    var received = checks.vouching().check(signed, arrival.raw());
    var entry = entry(received, signature, request.body());
    reader.keep(entry.id(), entry.body(), activity);
    storing.store(entry);
    heard.note(signature);
  }

  private InboxEntry entry(Received<Activity> received, RequestSignature signature, byte[] body) {
    var activity = received.activity();
    return new InboxEntry(
        moment.ids().next(),
        Sameness.of(activity, signature.octets()),
        Sameness.lane(activity),
        received,
        body);
  }
}
