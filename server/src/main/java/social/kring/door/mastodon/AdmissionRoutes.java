package social.kring.door.mastodon;

import java.util.List;
import java.util.Map;
import social.kring.community.access.Admission.Newcomer;
import social.kring.community.access.Admission.Which;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Page;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.AdminAccount;
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
    routes.get(PATH, READ, Staff.moderators(this::list));
    routes.get("/api/v2/admin/accounts", READ, Staff.moderators(this::list));
    routes.get(PATH + "/:id", READ, Staff.moderators(this::get));
    routes.post(PATH + "/:id/approve", WRITE, Staff.moderators(this::approve));
    routes.post(PATH + "/:id/reject", WRITE, Staff.moderators(this::reject));
    routes.post(PATH + "/:id/enable", WRITE, Staff.moderators(this::enable));
    routes.post(PATH + "/:id/action", WRITE, Staff.moderators(this::act));
  }

  private List<AdminAccount> list(Call call) {
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

  private AdminAccount get(Call call) {
    return composed(List.of(require(call))).getFirst();
  }

  private AdminAccount approve(Call call) {
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
  private AdminAccount reject(Call call) {
    var before = get(call);
    all.database()
        .transaction(
            tx -> {
              all.members().access().admission().reject(tx, call.id());
              return null;
            });
    return before;
  }

  private AdminAccount enable(Call call) {
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

  private List<AdminAccount> composed(List<Newcomer> found) {
    return composers.admin().newcomers(all.database(), found);
  }
}
