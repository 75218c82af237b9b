package social.kring.door.kring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import social.kring.community.access.Access;
import social.kring.community.access.Invites.NewInvite;
import social.kring.community.access.SignUps.Policy;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Permission;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;

/** Inviting people. */
final class InviteRoutes {
  private static final String PATH = "/api/kring/v1/invites";
  private static final int MOST_USES = 1_000;

  private final Database database;
  private final Access access;

  InviteRoutes(Database database, Access access) {
    this.database = database;
    this.access = access;
  }

  /**
   * An invite as its maker sees it.
   *
   * @param code shown once, when it is made
   * @param url where the one who is invited signs up
   */
  record Invite(
      String id,
      String note,
      Optional<Integer> maxUses,
      int uses,
      Instant createdAt,
      Optional<Instant> expiresAt,
      Optional<String> code,
      Optional<String> url) {

    static Invite of(
        social.kring.community.access.Invite invite, Optional<String> code, Optional<String> url) {
      return new Invite(
          Long.toString(invite.id()),
          invite.note(),
          invite.mostUses(),
          invite.uses(),
          invite.createdAt(),
          invite.expiresAt(),
          code,
          url);
    }
  }

  void mount(ApiRoutes routes) {
    routes.get(PATH, Permission.person("read:accounts"), this::list);
    routes.post(PATH, Permission.person("write:accounts"), this::make);
    routes.delete(PATH + "/:id", Permission.person("write:accounts"), this::revoke);
  }

  private List<Invite> list(Call call) {
    return access.invites().of(database, Optional.of(call.viewer())).stream()
        .map(invite -> Invite.of(invite, Optional.empty(), Optional.empty()))
        .toList();
  }

  private Invite make(Call call) {
    if (access.signUps().policy() == Policy.CLOSED) {
      throw Problem.forbidden("This node takes no new accounts");
    }
    var wanted = wanted(call);
    var made = database.transaction(tx -> access.invites().make(tx, wanted));
    var code = made.code().text();
    var url = call.domain().url("/oauth/sign-up?invite=" + code).text();
    return Invite.of(made.invite(), Optional.of(code), Optional.of(url));
  }

  private static NewInvite wanted(Call call) {
    var sent = call.parameters();
    return new NewInvite(
        Optional.of(call.viewer()),
        sent.text("note").orElse(""),
        sent.number("max_uses").map(InviteRoutes::uses),
        sent.number("expires_in").map(InviteRoutes::lifetime));
  }

  private static int uses(long number) {
    if (number >= 1 && number <= MOST_USES) return (int) number;
    throw Problem.invalid("max_uses is %d, expected 1 to %d".formatted(number, MOST_USES));
  }

  private static Duration lifetime(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private Map<String, Object> revoke(Call call) {
    database.transaction(
        tx -> {
          access.invites().revoke(tx, call.id(), Optional.of(call.viewer()));
          return null;
        });
    return Map.of();
  }
}
