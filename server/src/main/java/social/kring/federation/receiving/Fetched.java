package social.kring.federation.receiving;

import java.util.Map;
import java.util.Optional;
import social.kring.federation.actors.ActorRow;
import social.kring.protocol.activitystreams.ApObject;
import social.kring.protocol.url.FediUrl;

/** What came of a handler's needs; what could not be had is absent. */
public record Fetched(Map<FediUrl, ActorRow> actors, Map<FediUrl, ApObject> objects) {
  public static final Fetched NOTHING = new Fetched(Map.of(), Map.of());

  public Fetched {
    actors = Map.copyOf(actors);
    objects = Map.copyOf(objects);
  }

  public Optional<ActorRow> actor(FediUrl id) {
    return Optional.ofNullable(actors.get(id));
  }

  public Optional<ApObject> object(FediUrl id) {
    return Optional.ofNullable(objects.get(id));
  }
}
