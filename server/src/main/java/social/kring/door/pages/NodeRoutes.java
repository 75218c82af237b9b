package social.kring.door.pages;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import social.kring.door.Incoming;
import social.kring.door.PageAnswers;
import social.kring.door.Reading;
import social.kring.door.activitypub.NodeCard;
import social.kring.protocol.Problem;

/** The front page, what this node is, hashtags, and where other nodes send people. */
final class NodeRoutes {
  private static final int LONGEST = 500;

  private final NodeCard node;
  private final Frames frames;
  private final Listings listings;
  private final HotPages hot;

  NodeRoutes(NodeCard node, Frames frames, Listings listings, HotPages hot) {
    this.node = node;
    this.frames = frames;
    this.listings = listings;
    this.hot = hot;
  }

  void mount(Router router, Failing failing) {
    mount(router, "/", this::welcome, failing);
    mount(router, "/about", this::about, failing);
    mount(router, "/tags/:tag", this::tag, failing);
    mount(router, "/authorize_interaction", this::interact, failing);
  }

  private static void mount(
      Router router, String path, Handler<RoutingContext> page, Failing failing) {
    Reading.route(router, path)
        .handler(Pages.forPeople(page))
        .failureHandler(Pages.failures(failing));
  }

  private void welcome(RoutingContext context) {
    var domain = Incoming.domain(context);
    var html =
        hot.get(context, () -> Optional.of(Templates.html(listings.welcome(domain, node.name()))));
    PageAnswers.open(context, html.orElseThrow());
  }

  private void about(RoutingContext context) {
    var domain = Incoming.domain(context);
    var page =
        new AboutPage(
            frames.ofNode(domain, "/about", "About " + node.name()),
            domain.authority(),
            node.version(),
            node.openToAll() ? "open to everyone" : "by approval or invitation");
    PageAnswers.open(context, Templates.html(page));
  }

  private void tag(RoutingContext context) {
    var name = context.pathParam("tag");
    if (name.length() > LONGEST) throw Problem.notFound("There is nothing here");
    var domain = Incoming.domain(context);
    var path = "/tags/" + encoded(name);
    var html =
        hot.get(
            context,
            () ->
                Optional.of(
                    Templates.html(listings.tag(domain, name, path, Pages.before(context)))));
    PageAnswers.open(context, html.orElseThrow());
  }

  private void interact(RoutingContext context) {
    var subject =
        context.queryParam("uri").stream()
            .map(uri -> uri.strip().replaceFirst("^acct:@?", "@"))
            .filter(uri -> !uri.isEmpty() && uri.length() <= LONGEST)
            .findFirst()
            .orElseThrow(
                () -> Problem.malformed("uri is missing, expected an address or a handle"));
    var page =
        new InteractPage(
            frames.passing("Open in " + node.name()), subject, "/app/search?q=" + encoded(subject));
    PageAnswers.html(context, Templates.html(page));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
