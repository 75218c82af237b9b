package social.kring.community.posts;

import java.util.Set;

/** What a viewer did with some posts, by post. */
public record Marks(Set<Long> favourited, Set<Long> boosted) {
  public static final Marks NONE = new Marks(Set.of(), Set.of());

  public Marks {
    favourited = Set.copyOf(favourited);
    boosted = Set.copyOf(boosted);
  }
}
