package social.kring.door.mastodon;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.kring.community.media.Shown;
import social.kring.community.people.Settings;
import social.kring.community.posts.Draft;
import social.kring.community.posts.Extras;
import social.kring.community.posts.QuotePolicy;
import social.kring.community.posts.Wording;
import social.kring.community.posts.WrittenWith;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Ids;
import social.kring.door.api.Parameters;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.ScheduledStatus;
import social.kring.door.mastodon.entities.Status;
import social.kring.protocol.activitystreams.Audience.Visibility;

/** Posts, as they are written. */
final class WritingRoutes {
  private static final Permission WRITE = Permission.person("write:statuses");

  private final Capabilities all;
  private final Composers composers;

  WritingRoutes(Capabilities all, Composers composers) {
    this.all = all;
    this.composers = composers;
  }

  void mount(ApiRoutes routes) {
    routes.post("/api/v1/statuses", WRITE, this::post);
    routes.put("/api/v1/statuses/:id", WRITE, this::edit);
    routes.delete("/api/v1/statuses/:id", WRITE, this::delete);
  }

  private Object post(Call call) {
    var parameters = call.parameters();
    var settings = all.members().people().settings(all.database(), call.viewer());
    var draft =
        new Draft(
            new Wording(
                parameters.text("status").orElse(""),
                parameters.text("spoiler_text").orElse(""),
                parameters.flag("sensitive").orElse(settings.sensitive()),
                language(parameters).or(settings::language),
                Captions.shown(parameters).orElse(List.of())),
            visibility(parameters, settings),
            inReplyTo(parameters),
            call.header("Idempotency-Key").filter(key -> !key.isBlank()),
            extras(call).orQuotable(QuotePolicy.chosen(settings.quotes().text())));
    return ScheduleRoutes.time(parameters)
        .<Object>map(at -> schedule(call, draft, at))
        .orElseGet(() -> status(call, all.posts().posts().create(call.person(), draft)));
  }

  private Extras extras(Call call) {
    var asked = DraftForm.extras(call.parameters());
    return call.authorization()
        .application()
        .flatMap(this::app)
        .map(asked::writtenWith)
        .orElse(asked);
  }

  private Optional<WrittenWith> app(long id) {
    var applications = all.members().access().applications().byIds(all.database(), List.of(id));
    return Optional.ofNullable(applications.get(id))
        .map(app -> new WrittenWith(id, app.name(), app.website()));
  }

  private ScheduledStatus schedule(Call call, Draft draft, Instant at) {
    var left = all.schedule().add(call.person(), draft, at);
    return ScheduleRoutes.composer(all).of(call.person(), List.of(left)).getFirst();
  }

  private static Visibility visibility(Parameters parameters, Settings settings) {
    return parameters
        .text("visibility")
        .filter(text -> !text.isBlank())
        .map(Visibilities::parse)
        .orElse(settings.visibility());
  }

  private static Optional<Long> inReplyTo(Parameters parameters) {
    return parameters.text("in_reply_to_id").filter(id -> !id.isBlank()).map(Ids::required);
  }

  private static Optional<String> language(Parameters parameters) {
    return parameters.text("language").filter(text -> !text.isBlank());
  }

  /** What is not said stays as it is. */
  private Status edit(Call call) {
    var parameters = call.parameters();
    var author = call.person();
    var before = all.posts().posts().source(author, call.id());
    var after =
        new Wording(
            parameters.text("status").orElse(before.text()),
            parameters.text("spoiler_text").orElse(before.spoiler()),
            parameters.flag("sensitive").orElse(before.sensitive()),
            language(parameters).or(before::language),
            Captions.shown(parameters).orElseGet(() -> asBefore(parameters, before)));
    all.posts().posts().edit(author, call.id(), after, DraftForm.extras(parameters));
    return status(call, call.id());
  }

  private static List<Shown> asBefore(Parameters parameters, Wording before) {
    return Captions.described(parameters, before.media().stream().map(Shown::id).toList());
  }

  /** Answers with what the author typed, so that an app can offer to write it anew. */
  private Status delete(Call call) {
    var author = call.person();
    var typed = all.posts().posts().source(author, call.id()).text();
    var status = status(call, call.id());
    if (call.parameters().flag("delete_media").orElse(false)) {
      all.posts().posts().deleteWithMedia(author, call.id());
    } else {
      all.posts().posts().delete(author, call.id());
    }
    return status.withText(typed);
  }

  private Status status(Call call, long post) {
    return composers.statuses().require(all.database(), call.viewer(), post);
  }
}
