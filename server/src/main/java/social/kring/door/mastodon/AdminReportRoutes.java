package social.kring.door.mastodon;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import social.kring.community.moderation.Report;
import social.kring.community.moderation.ReportFilter;
import social.kring.community.moderation.Reports;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Ids;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.AdminReport;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;

/** What moderators do with what they were told. */
final class AdminReportRoutes {
  private static final String PATH = "/api/v1/admin/reports";
  private static final Permission READ = Permission.person("admin:read:reports");
  private static final Permission WRITE = Permission.person("admin:write:reports");

  private final Capabilities all;
  private final Composers composers;

  AdminReportRoutes(Capabilities all, Composers composers) {
    this.all = all;
    this.composers = composers;
  }

  void mount(ApiRoutes routes) {
    routes.get(PATH, READ, Staff.moderators(this::list));
    routes.get(PATH + "/:id", READ, Staff.moderators(this::get));
    routes.post(PATH + "/:id/assign_to_self", WRITE, Staff.moderators(this::assign));
    routes.post(PATH + "/:id/unassign", WRITE, Staff.moderators(this::unassign));
    routes.post(PATH + "/:id/resolve", WRITE, Staff.moderators(this::resolve));
    routes.post(PATH + "/:id/reopen", WRITE, Staff.moderators(this::reopen));
  }

  private Reports reports() {
    return all.moderation().reports();
  }

  private List<AdminReport> list(Call call) {
    var sent = call.parameters();
    var filter =
        new ReportFilter(
            sent.flag("resolved").orElse(false),
            sent.text("account_id").filter(id -> !id.isBlank()).map(Ids::required),
            sent.text("target_account_id").filter(id -> !id.isBlank()).map(Ids::required));
    var page = reports().page(all.database(), filter, call.accountPage().request());
    call.link(page, Report::id);
    return composers.admin().reports(all.database(), call.viewer(), page);
  }

  private AdminReport get(Call call) {
    var report =
        reports()
            .find(all.database(), call.id())
            .orElseThrow(() -> Problem.notFound("Record not found"));
    return composers.admin().reports(all.database(), call.viewer(), List.of(report)).getFirst();
  }

  private AdminReport assign(Call call) {
    return change(call, (tx, id) -> reports().assign(tx, id, Optional.of(call.viewer())));
  }

  private AdminReport unassign(Call call) {
    return change(call, (tx, id) -> reports().assign(tx, id, Optional.empty()));
  }

  private AdminReport resolve(Call call) {
    return change(call, (tx, id) -> reports().resolve(tx, id, Optional.of(call.viewer())));
  }

  private AdminReport reopen(Call call) {
    return change(call, (tx, id) -> reports().reopen(tx, id));
  }

  private AdminReport change(Call call, BiConsumer<Transaction, Long> change) {
    var id = call.id();
    all.database()
        .transaction(
            tx -> {
              change.accept(tx, id);
              return null;
            });
    return get(call);
  }
}
