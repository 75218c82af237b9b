package social.kring.door.activitypub;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import social.kring.door.Reading;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.domains.Domain;
import social.kring.platform.domains.Domains;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;
import social.kring.protocol.discovery.Handle;
import social.kring.protocol.discovery.WebFinger;
import social.kring.protocol.url.FediUrl;

/** Who is behind a handle or an address of this node. RFC 7033. */
final class WebFingerRoute {
  private static final int LONGEST_SHOWN = 200;

  private final Actors actors;
  private final Domains domains;
  private final Database database;
  private final HotAnswers hot;

  WebFingerRoute(Actors actors, Domains domains, Database database, HotAnswers hot) {
    this.actors = actors;
    this.domains = domains;
    this.database = database;
    this.hot = hot;
  }

  void mount(Router router) {
    Reading.route(router, "/.well-known/webfinger").handler(this::answer);
  }

  private void answer(RoutingContext context) {
    var resource = resource(context);
    var answer =
        hot.handles()
            .get(key(resource), () -> find(resource))
            .orElseThrow(() -> Problem.notFound("Nobody here is " + shown(resource)));
    context
        .response()
        .putHeader("Content-Type", WebFinger.MEDIA_TYPE + "; charset=utf-8")
        .putHeader("Cache-Control", "public, max-age=600")
        .end(answer);
  }

  /**
   * @throws Problem MALFORMED where none is named, or several are
   */
  private static String resource(RoutingContext context) {
    var named = context.queryParam("resource");
    if (named.size() != 1 || named.getFirst().isBlank()) {
      throw Problem.malformed("resource is missing, expected one like acct:name@host");
    }
    return named.getFirst();
  }

  private Optional<Buffer> find(String resource) {
    return actor(resource)
        .filter(actor -> actor.local() && actor.standing().active())
        .map(actor -> Buffer.buffer(document(actor).toTree().toBytes()));
  }

  private Optional<ActorRow> actor(String resource) {
    if (isAddress(resource)) {
      return FediUrl.tryParse(resource)
          .or(
              () -> {
                throw unreadable(resource);
              })
          .flatMap(url -> actors.byAddress(database, url));
    }
    var handle = Handle.tryParse(resource).orElseThrow(() -> unreadable(resource));
    return domains
        .byAuthority(handle.authority())
        .flatMap(served -> actors.byHandle(database, handle));
  }

  private static boolean isAddress(String resource) {
    return resource.regionMatches(true, 0, "http", 0, 4) && resource.contains("://");
  }

  private WebFinger document(ActorRow actor) {
    var domain = domains.byAuthority(actor.handle().authority()).orElseGet(domains::primary);
    return new WebFinger(
        actor.handle(),
        List.of(actor.addresses().page(), actor.uri()),
        actor.uri(),
        Optional.of(actor.addresses().page()),
        Optional.of(subscribe(domain)));
  }

  private static String subscribe(Domain domain) {
    return domain.url("/authorize_interaction").text() + "?uri={uri}";
  }

  private static String key(String resource) {
    return isAddress(resource) ? resource : resource.toLowerCase(Locale.ROOT);
  }

  private static Problem unreadable(String resource) {
    return Problem.malformed(
        "resource is " + shown(resource) + ", expected one like acct:name@host");
  }

  private static String shown(String resource) {
    return "\"" + resource.substring(0, Math.min(LONGEST_SHOWN, resource.length())) + "\"";
  }
}
