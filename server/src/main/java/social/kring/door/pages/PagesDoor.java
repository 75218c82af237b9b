package social.kring.door.pages;

import io.vertx.ext.web.Router;
import social.kring.door.Census;
import social.kring.door.Door;
import social.kring.door.activitypub.NodeCard;

/** Pages for everyone. To be mounted before the documents, which may have the same addresses. */
public final class PagesDoor implements Door {
  private final Assets assets = Assets.bundled();
  private final Failing failing;
  private final NodeRoutes nodes;
  private final PersonRoutes people;

  public PagesDoor(PageSources sources, NodeCard node, Census census, HotPages hot) {
    var frames = new Frames(node, assets);
    this.failing = new Failing(frames);
    this.nodes = new NodeRoutes(node, frames, new Listings(sources, frames, census), hot);
    this.people = new PersonRoutes(sources, frames, hot);
  }

  @Override
  public void mount(Router router) {
    assets.mount(router);
    nodes.mount(router, failing);
    people.mount(router, failing);
  }
}
