package social.kring.door.mastodon.streaming;

import java.util.Optional;
import social.kring.protocol.Problem;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;

/** What an app sends over its WebSocket: to listen to one more channel, or to one less. */
record Command(Type type, Channel channel) {
  enum Type {
    SUBSCRIBE,
    UNSUBSCRIBE
  }

  /**
   * @throws Problem MALFORMED saying what cannot be understood
   */
  static Command parse(String text) {
    var sent = StrictJson.parse(text);
    var channel =
        Channel.of(text(sent, "stream").orElse(""), text(sent, "tag"), text(sent, "list"));
    return new Command(type(text(sent, "type").orElse("")), channel);
  }

  private static Type type(String text) {
    return switch (text) {
      case "subscribe" -> Type.SUBSCRIBE;
      case "unsubscribe" -> Type.UNSUBSCRIBE;
      default -> throw Problem.malformed("type is neither subscribe nor unsubscribe");
    };
  }

  /** Some apps send the id of a list as a number. */
  private static Optional<String> text(Tree sent, String name) {
    return sent.string(name).or(() -> sent.number(name).map(number -> Long.toString(number)));
  }
}
