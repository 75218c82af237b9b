package social.kring.door.activitypub;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import social.kring.door.Answers;
import social.kring.door.Incoming;
import social.kring.door.Reading;
import social.kring.protocol.discovery.HostMeta;

/** Where the node answers WebFinger. RFC 6415. */
final class HostMetaRoutes {
  private static final String PATH = "/.well-known/host-meta";

  void mount(Router router) {
    Reading.route(router, PATH).handler(this::answer);
    Reading.route(router, PATH + ".json").handler(HostMetaRoutes::json);
  }

  private void answer(RoutingContext context) {
    context.response().putHeader("Vary", "Accept");
    if (prefersJson(context)) json(context);
    else xml(context);
  }

  private static boolean prefersJson(RoutingContext context) {
    return context.parsedHeaders().accept().stream()
        .findFirst()
        .filter(first -> first.subComponent().endsWith("json"))
        .isPresent();
  }

  private static void xml(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Type", HostMeta.XML_MEDIA_TYPE)
        .end(hostMeta(context).toXml())
        .await();
  }

  private static void json(RoutingContext context) {
    Answers.json(context, HostMeta.JSON_MEDIA_TYPE, hostMeta(context).toTree());
  }

  private static HostMeta hostMeta(RoutingContext context) {
    return new HostMeta(Incoming.domain(context).url("/").origin());
  }
}
