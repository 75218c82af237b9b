package social.kring.door.mastodon;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import social.kring.community.push.Push;
import social.kring.community.push.PushAlert;
import social.kring.community.push.PushPolicy;
import social.kring.community.push.PushSubscription;
import social.kring.community.push.PushWishes;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Parameters;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.WebPushSubscription;
import social.kring.protocol.Problem;

/** Whether and how the app that asks is told while it is not running. */
final class PushRoutes {
  private static final String PATH = "/api/v1/push/subscription";
  private static final Permission PERMISSION = Permission.person("push");

  private final Push push;

  PushRoutes(Push push) {
    this.push = push;
  }

  void mount(ApiRoutes routes) {
    routes.get(PATH, PERMISSION, call -> entity(push.require(token(call))));
    routes.post(PATH, PERMISSION, this::subscribe);
    routes.put(PATH, PERMISSION, this::change);
    routes.delete(PATH, PERMISSION, this::end);
  }

  private WebPushSubscription subscribe(Call call) {
    var sent = call.parameters();
    var address =
        new Push.Address(
            required(sent, "subscription[endpoint]"),
            required(sent, "subscription[keys][p256dh]"),
            required(sent, "subscription[keys][auth]"),
            sent.flag("subscription[standard]").orElse(false));
    var who = new Push.Subscriber(token(call), bearer(call), call.viewer());
    return entity(push.subscribe(who, address, wishes(sent)));
  }

  private WebPushSubscription change(Call call) {
    return entity(push.change(token(call), wishes(call.parameters())));
  }

  private Map<String, Object> end(Call call) {
    push.end(token(call));
    return Map.of();
  }

  private static String required(Parameters sent, String field) {
    return sent.text(field)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> Problem.invalid("Validation failed: " + field + " can't be blank"));
  }

  private static PushWishes wishes(Parameters sent) {
    var alerts =
        Arrays.stream(PushAlert.values())
            .filter(alert -> sent.flag("data[alerts][" + alert.text() + "]").orElse(false))
            .collect(Collectors.toUnmodifiableSet());
    return new PushWishes(alerts, policy(sent));
  }

  /** Some apps send it beside the data. */
  private static PushPolicy policy(Parameters sent) {
    return sent.text("data[policy]")
        .or(() -> sent.text("policy"))
        .filter(text -> !text.isBlank())
        .map(
            text ->
                PushPolicy.named(text)
                    .orElseThrow(
                        () ->
                            Problem.invalid(
                                "Validation failed: data[policy] is none of all, followed,"
                                    + " follower, none")))
        .orElse(PushPolicy.ALL);
  }

  private static long token(Call call) {
    return call.token().orElseThrow();
  }

  /** The permission has been checked by it. */
  private static String bearer(Call call) {
    return call.header("Authorization").orElseThrow().substring("Bearer ".length()).strip();
  }

  private WebPushSubscription entity(PushSubscription subscription) {
    return new WebPushSubscription(
        Long.toString(subscription.id()),
        subscription.route().endpoint().text(),
        subscription.route().standard(),
        push.publicKey(),
        alerts(subscription.wishes().alerts()),
        subscription.wishes().policy().text());
  }

  private static Map<String, Boolean> alerts(Set<PushAlert> wanted) {
    return WebPushSubscription.alerts(
        wanted.stream().map(PushAlert::text).collect(Collectors.toUnmodifiableSet()));
  }
}
