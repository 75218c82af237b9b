package social.kring.door.mastodon.streaming;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import social.kring.protocol.Problem;

/**
 * Something that is listened to.
 *
 * @param argument the hashtag without its number sign, in the case in which it was asked for, or
 *     the list's id; empty where the kind has none
 */
record Channel(ChannelKind kind, String argument) {
  private static final int LONGEST_TAG = 200;

  static Channel of(ChannelKind kind) {
    return new Channel(kind, "");
  }

  /**
   * @param name as the client API spells it
   * @throws Problem MALFORMED naming what is unknown or missing
   */
  static Channel of(String name, Optional<String> tag, Optional<String> list) {
    var kind =
        ChannelKind.named(name)
            .orElseThrow(() -> Problem.malformed("there is no stream \"" + shortened(name) + "\""));
    return switch (kind.of()) {
      case PERSON, EVERYONE -> of(kind);
      case TAG -> new Channel(kind, tag(tag.orElse("")));
      case LIST -> new Channel(kind, list(list.orElse("")));
    };
  }

  private static String tag(String tag) {
    var name = tag.strip().replaceFirst("^#", "");
    if (name.isEmpty()) throw Problem.malformed("tag is missing: the hashtag to listen to");
    if (name.length() > LONGEST_TAG) throw Problem.malformed("tag is too long for a hashtag");
    return name;
  }

  private static String list(String list) {
    if (list.isBlank()) throw Problem.malformed("list is missing: the id of the list to listen to");
    return list.strip();
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), 50));
  }

  /** By which the same events come, however it was spelled. */
  Channel folded() {
    return kind.of() == ChannelKind.Of.TAG
        ? new Channel(kind, argument.toLowerCase(Locale.ROOT))
        : this;
  }

  /** As apps want it back with each event: the very words that they asked with. */
  List<String> name() {
    return argument.isEmpty() ? List.of(kind.text()) : List.of(kind.text(), argument);
  }
}
