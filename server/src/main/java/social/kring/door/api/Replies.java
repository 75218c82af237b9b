package social.kring.door.api;

import io.vertx.ext.web.RoutingContext;
import java.util.function.Supplier;

/** Makes the answers of an API. One for all its routers, so that none makes what another makes. */
public final class Replies {
  private final EntityWriter writer = new EntityWriter();
  private final Ferry<Asked, ApiAnswer> ferry = new Ferry<>();

  ApiAnswer to(Call call, Endpoint endpoint) {
    var entity = writer.written(endpoint.answer(call));
    return new ApiAnswer(entity, call.links());
  }

  /** One answer for all who ask for the same at the same time. */
  ApiAnswer together(RoutingContext context, Supplier<ApiAnswer> make) {
    return ferry.get(Asked.by(context), make);
  }
}
