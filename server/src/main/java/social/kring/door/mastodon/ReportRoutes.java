package social.kring.door.mastodon;

import java.util.List;
import social.kring.community.moderation.Complaint;
import social.kring.community.moderation.Report.Category;
import social.kring.community.posts.PostEntry;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Ids;
import social.kring.door.api.Parameters;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.Report;
import social.kring.federation.actors.ActorRow;
import social.kring.protocol.Problem;

/** What the person who is signed in tells the moderators. */
final class ReportRoutes {
  private final Capabilities all;
  private final Composers composers;

  ReportRoutes(Capabilities all, Composers composers) {
    this.all = all;
    this.composers = composers;
  }

  void mount(ApiRoutes routes) {
    routes.post("/api/v1/reports", Permission.person("write:reports"), this::make);
  }

  private Report make(Call call) {
    var reporter = call.person();
    var complaint = complaint(call);
    var report =
        all.database().transaction(tx -> all.moderation().reports().make(tx, reporter, complaint));
    return composers.reports().of(all.database(), List.of(report)).getFirst();
  }

  private Complaint complaint(Call call) {
    var sent = call.parameters();
    var rules = ids(sent, "rule_ids");
    return new Complaint(
        target(sent),
        posts(call),
        sent.text("comment").orElse(""),
        rules.isEmpty() ? category(sent) : Category.VIOLATION,
        rules,
        sent.flag("forward").orElse(false));
  }

  private ActorRow target(Parameters sent) {
    var id = Ids.required(sent.text("account_id").orElse(""));
    return all.base()
        .actors()
        .byId(all.database(), id)
        .filter(actor -> actor.standing().deletedAt().isEmpty())
        .orElseThrow(() -> Problem.notFound("Record not found"));
  }

  /** Nobody can report what she cannot see. */
  private List<Long> posts(Call call) {
    var asked = ids(call.parameters(), "status_ids").stream().distinct().toList();
    if (asked.size() > Complaint.MOST_POSTS) {
      throw Problem.invalid("status_ids names " + asked.size() + ", at most 100");
    }
    var seen =
        all.posts().reading().finder().entries(all.database(), call.viewer(), asked).stream()
            .map(PostEntry::post)
            .distinct()
            .toList();
    if (seen.size() < asked.size()) throw Problem.notFound("Record not found");
    return seen;
  }

  private static List<Long> ids(Parameters sent, String name) {
    return sent.list(name).stream().filter(id -> !id.isBlank()).map(Ids::required).toList();
  }

  private static Category category(Parameters sent) {
    return sent.text("category")
        .filter(text -> !text.isBlank())
        .map(
            text ->
                Category.named(text)
                    .orElseThrow(
                        () ->
                            Problem.invalid(
                                "category is \""
                                    + text
                                    + "\", expected spam, legal, violation or other")))
        .orElse(Category.OTHER);
  }
}
