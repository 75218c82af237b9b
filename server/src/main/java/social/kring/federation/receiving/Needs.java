package social.kring.federation.receiving;

import java.util.Set;
import social.kring.protocol.url.FediUrl;

/**
 * What a handler wants fetched before it acts.
 *
 * @param actors resolved and stored as actors
 * @param objects fetched as documents, from their own origin
 */
public record Needs(Set<FediUrl> actors, Set<FediUrl> objects) {
  public static final Needs NONE = new Needs(Set.of(), Set.of());

  public Needs {
    actors = Set.copyOf(actors);
    objects = Set.copyOf(objects);
  }

  public boolean isNone() {
    return actors.isEmpty() && objects.isEmpty();
  }

  public static Needs actors(Set<FediUrl> actors) {
    return new Needs(actors, Set.of());
  }

  public static Needs object(FediUrl object) {
    return new Needs(Set.of(), Set.of(object));
  }
}
