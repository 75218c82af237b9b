package social.kring.door.activitypub;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import social.kring.door.Answers;
import social.kring.protocol.json.OwnContext;
import social.kring.protocol.json.Tree;

/** The JSON-LD context of Kring's own terms, the same on every node. */
final class ContextRoute {
  private final Tree document = OwnContext.document();

  void mount(Router router) {
    router.get("/ns/v1").handler(this::answer);
  }

  private void answer(RoutingContext context) {
    context.response().putHeader("Cache-Control", "public, max-age=86400");
    Answers.json(context, "application/ld+json", document);
  }
}
