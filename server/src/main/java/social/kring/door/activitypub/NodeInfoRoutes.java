package social.kring.door.activitypub;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import social.kring.door.Answers;
import social.kring.door.Census;
import social.kring.door.Incoming;
import social.kring.door.Reading;
import social.kring.protocol.discovery.NodeInfo;
import social.kring.protocol.discovery.NodeInfo.Software;
import social.kring.protocol.discovery.NodeInfo.Version;
import social.kring.protocol.json.Tree;

/** What the node says about itself. NodeInfo 2.0 and 2.1. */
final class NodeInfoRoutes {
  private static final String NAME = "kring";

  private final NodeCard card;
  private final Census census;

  NodeInfoRoutes(NodeCard card, Census census) {
    this.card = card;
    this.census = census;
  }

  void mount(Router router) {
    Reading.route(router, "/.well-known/nodeinfo").handler(this::links);
    for (var version : Version.values()) {
      Reading.route(router, path(version)).handler(context -> answer(context, version));
    }
  }

  private void links(RoutingContext context) {
    var domain = Incoming.domain(context);
    cacheable(context);
    Answers.json(
        context,
        Answers.JSON,
        NodeInfo.discovery(domain.url(path(Version.V2_0)), domain.url(path(Version.V2_1))));
  }

  private void answer(RoutingContext context, Version version) {
    cacheable(context);
    Answers.json(context, version.mediaType(), document().toTree(version));
  }

  private NodeInfo document() {
    var counts = census.counts();
    var people = counts.people();
    return new NodeInfo(
        new Software(NAME, card.version(), Optional.empty()),
        new NodeInfo.Usage(
            people.accounts(), people.activeMonth(), people.activeHalfyear(), counts.posts()),
        card.openToAll(),
        metadata());
  }

  /** Some apps know no software but by what it is like, and ask for that under this name. */
  private Tree metadata() {
    return Tree.builder()
        .put("nodeName", card.name())
        .put("nodeDescription", card.description())
        .put("upstream", Tree.builder().put("name", "mastodon").build())
        .build();
  }

  private static void cacheable(RoutingContext context) {
    context.response().putHeader("Cache-Control", "public, max-age=300");
  }

  private static String path(Version version) {
    return "/nodeinfo/" + version.text();
  }
}
