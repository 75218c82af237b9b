package social.kring.community.push;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.community.Foundation;
import social.kring.community.access.Tokens;
import social.kring.community.notifications.NotificationRow;
import social.kring.community.notifications.Notifications;
import social.kring.community.push.PushTable.Wanted;
import social.kring.community.relationships.RelationshipReader;
import social.kring.platform.http.PeerRequest;
import social.kring.platform.http.PeerResponse;
import social.kring.platform.http.RetryAfter;
import social.kring.platform.jobs.JobHandler;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;
import social.kring.protocol.push.PushCipher;
import social.kring.protocol.push.PushCipher.Sealed;

/** Sends one message to one app. RFC 8030. */
final class PushDelivery implements JobHandler {
  static final String KIND = "push.deliver";

  private static final Logger log = LoggerFactory.getLogger(PushDelivery.class);

  /** How long the push service keeps it for an app that is not there. */
  private static final Duration KEPT_THERE = Duration.ofDays(2);

  /** How long we try to reach the push service; it is no news after that. */
  private static final Duration TRIED = Duration.ofHours(1);

  private static final Duration TRUSTED = Duration.ofHours(12);
  private static final Duration REST = Duration.ofSeconds(30);

  /** What people wait for. RFC 8030 §5.3. */
  private static final Set<String> URGENT = Set.of("mention", "follow_request");

  private final Foundation base;
  private final PushTable table;
  private final Means means;

  /** What a message is made of and goes by. */
  record Means(
      Notifications notifications,
      RelationshipReader relationships,
      Tokens tokens,
      PushKeys keys,
      TokenSeal seal,
      PushLetter letters,
      Sender sender) {}

  /**
   * How it goes out.
   *
   * @param contact whom the operator of a push service can ask
   */
  record Sender(PushCipher cipher, PushService service, String contact) {}

  PushDelivery(Foundation base, PushTable table, Means means) {
    this.base = base;
    this.table = table;
    this.means = means;
  }

  static Tree details(Wanted wanted) {
    return Tree.builder()
        .put("subscription", wanted.subscription())
        .put("notification", wanted.notification())
        .build();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean asksOthers() {
    return true;
  }

  @Override
  public void run(Tree details) {
    var notification = details.number("notification").orElseThrow();
    table
        .byId(base.database(), details.number("subscription").orElseThrow())
        .filter(this::isGood)
        .ifPresent(subscription -> tell(subscription, notification));
  }

  private boolean isGood(PushSubscription subscription) {
    return !means.tokens().stillGood(base.database(), Set.of(subscription.token())).isEmpty();
  }

  /** Only what its owner may see now, and is in the list of notifications still. */
  private void tell(PushSubscription subscription, long notification) {
    means
        .notifications()
        .find(base.database(), subscription.owner(), notification)
        .filter(row -> isWanted(subscription, row))
        .ifPresent(row -> tell(subscription, row));
  }

  private boolean isWanted(PushSubscription subscription, NotificationRow row) {
    var ties = means.relationships();
    return switch (subscription.wishes().policy()) {
      case ALL -> true;
      case FOLLOWED -> ties.follows(base.database(), subscription.owner(), row.actor());
      case FOLLOWER -> ties.follows(base.database(), row.actor(), subscription.owner());
      case NONE -> false;
    };
  }

  private void tell(PushSubscription subscription, NotificationRow row) {
    var token = subscription.route().sealedToken().flatMap(means.seal()::open);
    var letter = means.letters().about(base.database(), row, token);
    if (letter.isEmpty()) return;
    try {
      heed(subscription, means.sender().service().send(request(subscription, row, letter.get())));
    } catch (Problem problem) {
      if (!isWorthAnotherTry(problem, row)) giveUp(subscription, problem.getMessage());
      else throw problem;
    }
  }

  /** An address that may not be asked will not be allowed by waiting. */
  private boolean isWorthAnotherTry(Problem problem, NotificationRow row) {
    return problem.kind() != Problem.Kind.FORBIDDEN
        && row.at().plus(TRIED).isAfter(base.clock().instant());
  }

  private PeerRequest request(PushSubscription subscription, NotificationRow row, byte[] letter) {
    var route = subscription.route();
    var cipher = means.sender().cipher();
    var sealed =
        route.standard()
            ? cipher.aes128gcm(letter, route.recipient())
            : cipher.aesgcm(letter, route.recipient());
    var headers = new HashMap<>(sealed.headers());
    headers.put("Content-Type", "application/octet-stream");
    headers.put("TTL", Long.toString(KEPT_THERE.toSeconds()));
    headers.put("Urgency", URGENT.contains(row.type().text()) ? "high" : "normal");
    // What is sent twice, since an answer was lost, shows once. RFC 8030 §5.4.
    headers.put("Topic", Long.toString(row.id(), Character.MAX_RADIX));
    headers.putAll(identity(subscription, sealed));
    return PeerRequest.post(route.endpoint(), sealed.body()).with(headers);
  }

  /** RFC 8292 §3, and as its draft had it for the older encryption. */
  private Map<String, String> identity(PushSubscription subscription, Sealed sealed) {
    var route = subscription.route();
    var until = base.clock().instant().plus(TRUSTED);
    var key = means.keys().key();
    var token = key.token(route.endpoint(), until, means.sender().contact());
    if (route.standard()) {
      return Map.of("Authorization", "vapid t=" + token + ", k=" + key.publicText());
    }
    return Map.of(
        "Authorization", "WebPush " + token,
        "Crypto-Key", sealed.headers().get("Crypto-Key") + ";p256ecdsa=" + key.publicText());
  }

  private void heed(PushSubscription subscription, PeerResponse answer) {
    if (answer.isSuccess()) return;
    switch (answer.status()) {
      case 404, 410 -> table.delete(base.database(), subscription.id());
      case 429 -> throw Problem.tooManyRequests(host(subscription) + " asks to wait", rest(answer));
      case 408, 500, 502, 503, 504 ->
          throw Problem.unavailable(
              host(subscription) + " answers " + answer.status(), rest(answer));
      default -> giveUp(subscription, "status " + answer.status());
    }
  }

  private Duration rest(PeerResponse answer) {
    return RetryAfter.of(answer, base.clock().instant()).orElse(REST);
  }

  private static String host(PushSubscription subscription) {
    return subscription.route().endpoint().origin().authority();
  }

  private static void giveUp(PushSubscription subscription, String reason) {
    log.atInfo()
        .addKeyValue("service", host(subscription))
        .addKeyValue("reason", reason)
        .log("a push message is given up");
  }
}
