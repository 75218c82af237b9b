package social.kring.door.mastodon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import social.kring.community.access.Admission.Newcomer;
import social.kring.community.access.Admission.Which;
import social.kring.community.access.Role;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Page;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.composing.Roles;
import social.kring.federation.actors.ActorRow;
import social.kring.protocol.Problem;

/** Accounts as those see them who let people in. Only people of this node are listed. */
final class AdmissionRoutes {
  private static final String PATH = "/api/v1/admin/accounts";
  private static final int USUAL = 100;
  private static final int MOST = 200;
  private static final Permission READ = Permission.person("admin:read:accounts");
  private static final Permission WRITE = Permission.person("admin:write:accounts");

  private final Capabilities all;
  private final Composers composers;

  AdmissionRoutes(Capabilities all, Composers composers) {
    this.all = all;
    this.composers = composers;
  }

  void mount(ApiRoutes routes) {
    routes.get(PATH, READ, this::list);
    routes.get("/api/v2/admin/accounts", READ, this::list);
    routes.get(PATH + "/:id", READ, this::get);
    routes.post(PATH + "/:id/approve", WRITE, this::approve);
    routes.post(PATH + "/:id/reject", WRITE, this::reject);
    routes.post(PATH + "/:id/enable", WRITE, this::enable);
    routes.post(PATH + "/:id/action", WRITE, this::act);
  }

  private List<Map<String, Object>> list(Call call) {
    requireModerator(call);
    var sent = call.parameters();
    if (sent.flag("remote").orElse(false) || sent.text("origin").orElse("").equals("remote")) {
      return List.of();
    }
    var before = call.accountPage().request().before();
    var limit = Page.limit(sent, USUAL, MOST);
    var found = all.members().access().admission().page(all.database(), which(call), before, limit);
    call.link(found, each -> each.account().actor());
    return composed(found);
  }

  private static Which which(Call call) {
    var sent = call.parameters();
    var status = sent.text("status").orElse("");
    if (status.equals("pending") || sent.flag("pending").orElse(false)) return Which.WAITING;
    if (status.equals("active") || sent.flag("active").orElse(false)) return Which.ACTIVE;
    if (status.equals("disabled") || sent.flag("disabled").orElse(false)) return Which.DISABLED;
    return Which.ALL;
  }

  private Map<String, Object> get(Call call) {
    requireModerator(call);
    return composed(List.of(require(call))).getFirst();
  }

  private Map<String, Object> approve(Call call) {
    requireModerator(call);
    var someone = require(call).account().actor();
    all.database()
        .transaction(
            tx -> {
              all.members().access().admission().approve(tx, someone);
              return null;
            });
    return get(call);
  }

  /** Answers with what was there. */
  private Map<String, Object> reject(Call call) {
    var before = get(call);
    all.database()
        .transaction(
            tx -> {
              all.members().access().admission().reject(tx, call.id());
              return null;
            });
    return before;
  }

  private Map<String, Object> enable(Call call) {
    requireModerator(call);
    var someone = requireLesser(call);
    all.database()
        .transaction(
            tx -> {
              all.members().access().accounts().enable(tx, someone);
              return null;
            });
    return get(call);
  }

  private Map<String, Object> act(Call call) {
    requireModerator(call);
    var someone = requireLesser(call);
    switch (call.parameters().text("type").orElse("")) {
      case "none" -> {}
      case "disable" ->
          all.database()
              .transaction(
                  tx -> {
                    all.members().access().accounts().disable(tx, someone);
                    return null;
                  });
      case String other ->
          throw Problem.invalid("type is \"" + other + "\", expected none or disable");
    }
    return Map.of();
  }

  private static void requireModerator(Call call) {
    if (!call.account().role().covers(Role.MODERATOR)) {
      throw Problem.forbidden("This action is not allowed");
    }
  }

  /** Nobody disables whoever may do as much. */
  private long requireLesser(Call call) {
    var someone = require(call).account();
    if (someone.role().covers(call.account().role())) {
      throw Problem.forbidden("This action is not allowed");
    }
    return someone.actor();
  }

  private Newcomer require(Call call) {
    return all.members()
        .access()
        .admission()
        .find(all.database(), call.id())
        .orElseThrow(() -> Problem.notFound("Record not found"));
  }

  private List<Map<String, Object>> composed(List<Newcomer> found) {
    var ids = found.stream().map(each -> each.account().actor()).toList();
    var actors =
        all.base().actors().byIds(all.database(), ids).stream()
            .collect(Collectors.toMap(ActorRow::id, actor -> actor));
    var shown =
        composers.accounts().of(all.database(), actors.values().stream().toList()).stream()
            .collect(Collectors.toMap(account -> account.id(), account -> account));
    return found.stream()
        .map(
            each -> {
              var id = each.account().actor();
              return composed(each, actors.get(id), shown.get(Long.toString(id)));
            })
        .toList();
  }

  /** Addresses that people come from are not kept. */
  private static Map<String, Object> composed(Newcomer someone, ActorRow actor, Object shown) {
    var account = someone.account();
    var standing = account.standing();
    var entity = new LinkedHashMap<String, Object>();
    entity.put("id", Long.toString(account.actor()));
    entity.put("username", actor.handle().name());
    entity.put("domain", null);
    entity.put("created_at", standing.createdAt());
    entity.put("email", account.email());
    entity.put("ip", null);
    entity.put("role", Roles.of(account.role()));
    entity.put("confirmed", standing.confirmedAt().isPresent());
    entity.put("suspended", false);
    entity.put("silenced", false);
    entity.put("sensitized", false);
    entity.put("disabled", standing.suspendedAt().isPresent());
    entity.put("approved", standing.approvedAt().isPresent());
    entity.put("locale", someone.arrival().locale());
    entity.put("invite_request", someone.arrival().reason());
    entity.put("ips", List.of());
    entity.put("account", shown);
    put(entity, "created_by_application_id", someone.arrival().application());
    put(entity, "invited_by_account_id", someone.arrival().invitedBy());
    return entity;
  }

  private static void put(Map<String, Object> entity, String name, Optional<Long> id) {
    id.ifPresent(value -> entity.put(name, Long.toString(value)));
  }
}
