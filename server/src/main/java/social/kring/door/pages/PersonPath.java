package social.kring.door.pages;

import java.util.Optional;
import java.util.regex.Pattern;
import social.kring.protocol.discovery.Handle;

/** What is asked for below the address of a person. */
sealed interface PersonPath {

  record Profile(String name, boolean replies) implements PersonPath {}

  record Post(String name, long id) implements PersonPath {}

  record Feed(String name) implements PersonPath {}

  /** Somebody by a whole handle. */
  record Whole(Handle handle) implements PersonPath {}

  Pattern PATH =
      Pattern.compile(
          "/(?:@|%40)([^/@]{1,500}?)(\\.atom|/feed\\.atom|/with_replies|/[0-9]{1,19})?/?");
  Pattern HANDLE = Pattern.compile("/(?:@|%40)([^/]{1,600})/?");

  static Optional<PersonPath> parse(String path) {
    var parts = PATH.matcher(path);
    if (parts.matches()) return of(parts.group(1), parts.group(2));
    var whole = HANDLE.matcher(path);
    return whole.matches()
        ? Handle.tryParse(whole.group(1).replace("%40", "@")).map(Whole::new)
        : Optional.empty();
  }

  private static Optional<PersonPath> of(String name, String more) {
    return switch (more) {
      case null -> Optional.of(new Profile(name, false));
      case "/with_replies" -> Optional.of(new Profile(name, true));
      case ".atom", "/feed.atom" -> Optional.of(new Feed(name));
      default -> Pages.id(more.substring(1)).map(id -> new Post(name, id));
    };
  }
}
