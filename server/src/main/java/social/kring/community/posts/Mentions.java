package social.kring.community.posts;

import java.util.List;

/**
 * Whom a post is for beside its author's followers.
 *
 * @param named in the text
 * @param silent addressed without being named
 */
record Mentions(List<Long> named, List<Long> silent) {
  static final Mentions NONE = new Mentions(List.of(), List.of());

  Mentions {
    named = named.stream().distinct().toList();
    var all = named;
    silent = silent.stream().distinct().filter(actor -> !all.contains(actor)).toList();
  }

  boolean isEmpty() {
    return named.isEmpty() && silent.isEmpty();
  }

  static Mentions named(List<Long> actors) {
    return new Mentions(actors, List.of());
  }
}
