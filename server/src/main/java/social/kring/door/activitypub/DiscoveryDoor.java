package social.kring.door.activitypub;

import io.vertx.ext.web.Router;
import social.kring.door.Census;
import social.kring.door.Door;
import social.kring.federation.actors.Actors;
import social.kring.platform.domains.Domains;
import social.kring.platform.storage.Database;

/** How peers and apps find out who and what is here. */
public final class DiscoveryDoor implements Door {
  private final WebFingerRoute webFinger;
  private final NodeInfoRoutes nodeInfo;
  private final HostMetaRoutes hostMeta = new HostMetaRoutes();
  private final NamespaceRoute namespace = new NamespaceRoute();
  private final ContextRoute context = new ContextRoute();
  private final RobotsRoute robots = new RobotsRoute();

  public DiscoveryDoor(
      Actors actors,
      Domains domains,
      Database database,
      HotAnswers hot,
      NodeCard card,
      Census census) {
    webFinger = new WebFingerRoute(actors, domains, database, hot);
    nodeInfo = new NodeInfoRoutes(card, census);
  }

  @Override
  public void mount(Router router) {
    webFinger.mount(router);
    nodeInfo.mount(router);
    hostMeta.mount(router);
    namespace.mount(router);
    context.mount(router);
    robots.mount(router);
  }
}
