package social.kring.federation.actors;

import java.util.Set;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/** Looks at an actor elsewhere again. One that is gone there is gone here. */
final class ActorRefresh implements JobHandler {
  static final String KIND = "actors.refresh";

  /** What will not be otherwise in a while. */
  private static final Set<Problem.Kind> SETTLED =
      Set.of(Problem.Kind.FORBIDDEN, Problem.Kind.NOT_FOUND, Problem.Kind.UPSTREAM);

  private final RemoteActors remote;
  private final Departures departures;
  private final Actors actors;
  private final Database database;

  ActorRefresh(RemoteActors remote, Departures departures, Actors actors, Database database) {
    this.remote = remote;
    this.departures = departures;
    this.actors = actors;
    this.database = database;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean asksOthers() {
    return true;
  }

  @Override
  public void run(Tree details) {
    var uri = details.id("actor").orElseThrow();
    try {
      remote.fetch(uri);
    } catch (Problem problem) {
      if (problem.kind() == Problem.Kind.GONE) depart(details);
      else if (!SETTLED.contains(problem.kind())) throw problem;
    }
  }

  private void depart(Tree details) {
    database.transaction(
        tx -> {
          actors
              .byUri(tx, details.id("actor").orElseThrow())
              .ifPresent(actor -> departures.record(tx, actor));
          return null;
        });
  }
}
