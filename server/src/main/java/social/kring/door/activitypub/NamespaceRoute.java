package social.kring.door.activitypub;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import social.kring.door.Reading;
import social.kring.protocol.json.OwnContext;

/** What our own terms mean: the JSON-LD context, on every node. JSON-LD 1.1 §6.1. */
final class NamespaceRoute {
  private static final String MEDIA_TYPE = "application/ld+json";

  private final Buffer context = Buffer.buffer(OwnContext.document().toBytes());

  void mount(Router router) {
    Reading.route(router, "/ns/v1").handler(this::answer);
  }

  private void answer(RoutingContext asked) {
    asked
        .response()
        .putHeader("Content-Type", MEDIA_TYPE)
        .putHeader("Access-Control-Allow-Origin", "*")
        .putHeader("Cache-Control", "public, max-age=86400")
        .end(context)
        .await();
  }
}
