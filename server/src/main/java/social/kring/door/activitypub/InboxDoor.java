package social.kring.door.activitypub;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import social.kring.door.Door;
import social.kring.door.Incoming;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.federation.receiving.Inbox;
import social.kring.platform.http.StrictHttp;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;
import social.kring.protocol.signature.ReceivedRequest;

/**
 * Where peers bring activities: the shared inbox, and the personal ones wherever they lie. Mounted
 * last, since a personal inbox may have any address that nobody else answers for. ActivityPub §7.
 */
public final class InboxDoor implements Door {
  private static final String SHARED = "/ap/inbox";
  private static final String OWNER = "kring.inboxOwner";
  private static final int ACCEPTED = 202;
  private static final Set<String> TYPES =
      Set.of("application/activity+json", "application/ld+json");

  private final Inbox inbox;
  private final Actors actors;
  private final Database database;

  public InboxDoor(Inbox inbox, Actors actors, Database database) {
    this.inbox = inbox;
    this.actors = actors;
    this.database = database;
  }

  @Override
  public void mount(Router router) {
    var bodies = BodyHandler.create(false).setBodyLimit(StrictHttp.LARGEST_BODY);
    router.post(SHARED).handler(InboxDoor::checkType);
    router.post(SHARED).handler(bodies).handler(this::accept);
    router.post().handler(this::findOwner);
    router.post().handler(bodies).handler(this::accept);
  }

  /** The body waits meanwhile; what came while nobody listened would be lost. */
  private void findOwner(RoutingContext context) {
    context.request().pause();
    try {
      findOwnerOf(context);
    } finally {
      context.request().resume();
    }
  }

  private void findOwnerOf(RoutingContext context) {
    var owner = actors.byInbox(database, Incoming.url(context)).filter(InboxDoor::isHere);
    if (owner.isEmpty()) {
      throw Problem.notFound("There is no inbox here");
    }
    context.put(OWNER, owner.get().id());
    checkType(context);
  }

  private static boolean isHere(ActorRow actor) {
    return actor.standing().deletedAt().isEmpty();
  }

  /** Looked at before the body is, which may be large. */
  private static void checkType(RoutingContext context) {
    var type = Optional.ofNullable(context.request().getHeader("Content-Type")).orElse("");
    if (!TYPES.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
      throw unsupported("Content-Type is \"" + type + "\", expected application/activity+json");
    }
    var encoding = context.request().getHeader("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw unsupported("Content-Encoding is \"" + encoding + "\", expected none");
    }
    context.next();
  }

  private static Problem unsupported(String why) {
    return new Problem(Problem.Kind.UNSUPPORTED_MEDIA_TYPE, why);
  }

  private void accept(RoutingContext context) {
    inbox.accept(request(context), Optional.ofNullable(context.<Long>get(OWNER)));
    context.response().setStatusCode(ACCEPTED).end().await();
  }

  private static ReceivedRequest request(RoutingContext context) {
    var body = context.body().buffer();
    return new ReceivedRequest(
        context.request().method().name(),
        Incoming.url(context),
        headers(context),
        body == null ? new byte[0] : body.getBytes());
  }

  /** RFC 9110 §5.3: several of one name are one list. */
  private static Map<String, String> headers(RoutingContext context) {
    var joined = new HashMap<String, String>();
    context
        .request()
        .headers()
        .forEach(
            (name, value) ->
                joined.merge(
                    name.toLowerCase(Locale.ROOT), value, (one, other) -> one + ", " + other));
    return joined;
  }
}
