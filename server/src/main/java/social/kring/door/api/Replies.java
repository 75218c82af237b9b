package social.kring.door.api;

import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.function.Supplier;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Versions;

/** Makes the answers of an API. One for all its routers, so that none makes what another makes. */
public final class Replies {
  private final EntityWriter writer = new EntityWriter();
  private final Ferry<Asked, ApiAnswer> ferry = new Ferry<>();
  private final Clock clock;
  private final Versions versions;
  private final RecentAnswers recent;

  public Replies(Database database, Clock clock) {
    this.clock = clock;
    this.versions = new Versions(database);
    this.recent = new RecentAnswers(clock);
  }

  ApiAnswer to(Call call, Endpoint endpoint) {
    var entity = writer.written(endpoint.answer(call));
    return new ApiAnswer(entity, call.links());
  }

  /** One answer for all who ask for the same at the same time. */
  ApiAnswer together(RoutingContext context, Supplier<ApiAnswer> make) {
    return ferry.get(Asked.by(context), make);
  }

  /** The same, and for all who ask before anything is written again. */
  ApiAnswer unlessWritten(RoutingContext context, Supplier<ApiAnswer> make) {
    var asked = Asked.by(context);
    var begun = clock.instant();
    var version = versions.now();
    return recent
        .find(asked, version)
        .orElseGet(() -> ferry.get(asked, () -> recent.keep(asked, version, begun, make.get())));
  }
}
