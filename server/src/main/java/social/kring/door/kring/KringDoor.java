package social.kring.door.kring;

import io.vertx.ext.web.Router;
import java.time.Clock;
import social.kring.community.access.Access;
import social.kring.community.people.People;
import social.kring.community.posts.Abroad;
import social.kring.community.relationships.FreshActors;
import social.kring.community.relationships.Moves;
import social.kring.door.Door;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Callers;
import social.kring.door.api.Replies;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Database;

/** Kring's own client API. */
public final class KringDoor implements Door {
  private final Replies replies;
  private final Callers callers;
  private final AliasRoutes aliases;
  private final MoveRoutes moves;
  private final SessionRoutes sessions;
  private final AccountRoutes account;
  private final InviteRoutes invites;

  /** Who lives here. */
  public record Members(Actors actors, People people, Access access) {}

  /** How people move, and how other nodes are asked about their targets. */
  public record Moving(Moves moves, Abroad abroad, FreshActors fresh) {}

  public KringDoor(Database database, Members members, Moving moving, Clock clock) {
    this.replies = new Replies(database, clock);
    this.callers = new Callers(database, members.access().tokens(), members.actors());
    this.aliases = new AliasRoutes(database, members.people());
    this.moves = new MoveRoutes(database, members, moving);
    this.sessions = new SessionRoutes(database, members.access().sessionList());
    this.account = new AccountRoutes(members.access().deletion());
    this.invites = new InviteRoutes(database, members.access());
  }

  @Override
  public void mount(Router router) {
    var routes = new ApiRoutes(router, callers, replies);
    new OpenApiRoute().mount(routes);
    aliases.mount(routes);
    moves.mount(routes);
    sessions.mount(routes);
    account.mount(routes);
    invites.mount(routes);
  }
}
