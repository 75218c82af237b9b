package social.kring.door.mastodon;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import social.kring.community.scheduling.ScheduledPost;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Parameters;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.composing.MediaComposer;
import social.kring.door.mastodon.entities.ScheduledStatus;
import social.kring.protocol.Problem;

/** Posts that wait for their time. */
final class ScheduleRoutes {
  private static final String PATH = "/api/v1/scheduled_statuses";

  private final Capabilities all;
  private final ScheduledComposer composer;

  ScheduleRoutes(Capabilities all) {
    this.all = all;
    this.composer = composer(all);
  }

  static ScheduledComposer composer(Capabilities all) {
    return new ScheduledComposer(all.members().uploads(), new MediaComposer(all.members().links()));
  }

  void mount(ApiRoutes routes) {
    var read = Permission.person("read:statuses");
    var write = Permission.person("write:statuses");
    routes.get(PATH, read, this::list);
    routes.get(PATH + "/:id", read, this::get);
    routes.put(PATH + "/:id", write, this::move);
    routes.delete(PATH + "/:id", write, this::cancel);
  }

  private List<ScheduledStatus> list(Call call) {
    var page = call.postPage().request();
    var found = all.schedule().page(all.database(), call.viewer(), page);
    call.link(found, ScheduledPost::id);
    return composer.of(call.person(), found);
  }

  private ScheduledStatus get(Call call) {
    return all.schedule()
        .find(all.database(), call.viewer(), call.id())
        .map(post -> compose(call, post))
        .orElseThrow(() -> Problem.notFound("Record not found"));
  }

  private ScheduledStatus move(Call call) {
    var at =
        time(call.parameters())
            .orElseThrow(() -> Problem.invalid("Validation failed: scheduled_at can't be blank"));
    return compose(call, all.schedule().move(call.viewer(), call.id(), at));
  }

  private Map<String, Object> cancel(Call call) {
    all.schedule().cancel(call.viewer(), call.id());
    return Map.of();
  }

  private ScheduledStatus compose(Call call, ScheduledPost post) {
    return composer.of(call.person(), List.of(post)).getFirst();
  }

  /**
   * When something is to be published.
   *
   * @throws Problem INVALID for what is no time
   */
  static Optional<Instant> time(Parameters parameters) {
    return parameters
        .text("scheduled_at")
        .filter(text -> !text.isBlank())
        .map(ScheduleRoutes::time);
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeException notATime) {
      throw Problem.invalid(
          "Validation failed: scheduled_at is \"" + text + "\", expected a time with its zone");
    }
  }
}
