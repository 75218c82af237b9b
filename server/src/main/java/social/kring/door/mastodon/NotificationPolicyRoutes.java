package social.kring.door.mastodon;

import social.kring.community.notifications.NotificationPolicies;
import social.kring.community.notifications.NotificationPolicy;
import social.kring.community.notifications.Treatment;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Parameters;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.NotificationPolicy.Summary;
import social.kring.door.mastodon.entities.NotificationPolicyV1;
import social.kring.protocol.Problem;

/** Whose deeds the person who is signed in wants to be told of. */
final class NotificationPolicyRoutes {
  private static final String NEW = "/api/v2/notifications/policy";
  private static final String OLD = "/api/v1/notifications/policy";
  private static final Permission READ = Permission.person("read:notifications");
  private static final Permission WRITE = Permission.person("write:notifications");

  private final Capabilities all;

  NotificationPolicyRoutes(Capabilities all) {
    this.all = all;
  }

  /** Some apps put what others patch. */
  void mount(ApiRoutes routes) {
    routes.get(NEW, READ, this::get);
    routes.put(NEW, WRITE, this::change);
    routes.patch(NEW, WRITE, this::change);
    routes.get(OLD, READ, this::getOld);
    routes.put(OLD, WRITE, this::changeOld);
    routes.patch(OLD, WRITE, this::changeOld);
  }

  private NotificationPolicies policies() {
    return all.notifications().policies();
  }

  private NotificationPolicy policy(Call call) {
    return policies().of(all.database(), call.viewer());
  }

  private social.kring.door.mastodon.entities.NotificationPolicy get(Call call) {
    return composed(call, policy(call));
  }

  private social.kring.door.mastodon.entities.NotificationPolicy composed(
      Call call, NotificationPolicy policy) {
    return new social.kring.door.mastodon.entities.NotificationPolicy(
        policy.notFollowing().text(),
        policy.notFollowers().text(),
        policy.newAccounts().text(),
        policy.privateMentions().text(),
        policy.limitedAccounts().text(),
        summary(call));
  }

  private Summary summary(Call call) {
    var waiting = all.notifications().requests().summary(all.database(), call.viewer());
    return new Summary(waiting.requests(), waiting.notifications());
  }

  /** What is not named stays. */
  private social.kring.door.mastodon.entities.NotificationPolicy change(Call call) {
    var sent = call.parameters();
    var was = policy(call);
    var now =
        new NotificationPolicy(
            treatment(sent, "for_not_following", was.notFollowing()),
            treatment(sent, "for_not_followers", was.notFollowers()),
            treatment(sent, "for_new_accounts", was.newAccounts()),
            treatment(sent, "for_private_mentions", was.privateMentions()),
            treatment(sent, "for_limited_accounts", was.limitedAccounts()));
    policies().choose(all.database(), call.viewer(), now);
    return composed(call, now);
  }

  private static Treatment treatment(Parameters sent, String name, Treatment before) {
    return sent.text(name)
        .map(
            text ->
                Treatment.named(text)
                    .orElseThrow(
                        () ->
                            Problem.invalid(
                                name + " is \"" + text + "\", expected accept, filter or drop")))
        .orElse(before);
  }

  private NotificationPolicyV1 getOld(Call call) {
    return composedOld(call, policy(call));
  }

  private NotificationPolicyV1 composedOld(Call call, NotificationPolicy policy) {
    return new NotificationPolicyV1(
        policy.notFollowing() != Treatment.ACCEPT,
        policy.notFollowers() != Treatment.ACCEPT,
        policy.newAccounts() != Treatment.ACCEPT,
        policy.privateMentions() != Treatment.ACCEPT,
        summary(call));
  }

  private NotificationPolicyV1 changeOld(Call call) {
    var sent = call.parameters();
    var was = policy(call);
    var now =
        new NotificationPolicy(
            filtering(sent, "filter_not_following", was.notFollowing()),
            filtering(sent, "filter_not_followers", was.notFollowers()),
            filtering(sent, "filter_new_accounts", was.newAccounts()),
            filtering(sent, "filter_private_mentions", was.privateMentions()),
            was.limitedAccounts());
    policies().choose(all.database(), call.viewer(), now);
    return composedOld(call, now);
  }

  private static Treatment filtering(Parameters sent, String name, Treatment before) {
    return sent.flag(name)
        .map(filtered -> filtered ? Treatment.FILTER : Treatment.ACCEPT)
        .orElse(before);
  }
}
