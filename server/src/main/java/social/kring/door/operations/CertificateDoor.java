package social.kring.door.operations;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import social.kring.door.Answers;
import social.kring.door.Door;
import social.kring.platform.domains.Domains;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/**
 * Tells a reverse proxy that fetches certificates on demand, as Caddy does, for which names it may:
 * else anybody could have it ask for any number of them.
 */
public final class CertificateDoor implements Door {
  private static final Tree SERVED = Tree.builder().put("status", "served").build();

  private final Domains domains;

  public CertificateDoor(Domains domains) {
    this.domains = domains;
  }

  @Override
  public void mount(Router router) {
    router.get("/tls/ask").handler(this::answer);
  }

  private void answer(RoutingContext context) {
    var name = String.valueOf(context.request().getParam("domain"));
    domains
        .byAuthority(name)
        .orElseThrow(() -> Problem.notFound("\"" + name + "\" is not a domain of this node"));
    Answers.json(context, Answers.JSON, SERVED);
  }
}
