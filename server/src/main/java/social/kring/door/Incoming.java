package social.kring.door;

import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import social.kring.platform.domains.Domain;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

/** What a request is about, as the node sees it: its domain and its whole address. */
public final class Incoming {
  private static final String DOMAIN = "kring.domain";

  private Incoming() {}

  /** The served domain that the request names in {@code Host}. */
  public static Domain domain(RoutingContext context) {
    return context.get(DOMAIN);
  }

  static void domain(RoutingContext context, Domain domain) {
    context.put(DOMAIN, domain);
  }

  /**
   * The address that was asked for, built from the domain's configured scheme and host, never from
   * headers that a proxy or a client makes up.
   *
   * @throws Problem MALFORMED where the target is not a path
   */
  public static FediUrl url(RoutingContext context) {
    var target = context.request().uri();
    return domain(context).url(target.startsWith("/") ? target : context.request().path());
  }

  /** Whether the client would rather read ActivityStreams than a page (ActivityPub §3.2). */
  public static boolean prefersActivityStreams(RoutingContext context, boolean otherwise) {
    for (var accepted : context.parsedHeaders().accept()) {
      var type = (accepted.component() + "/" + accepted.subComponent()).toLowerCase(Locale.ROOT);
      switch (type) {
        case "application/activity+json", "application/ld+json" -> {
          return true;
        }
        case "text/html", "application/xhtml+xml" -> {
          return false;
        }
        default -> {
          // The next one the client names decides.
        }
      }
    }
    return otherwise;
  }
}
