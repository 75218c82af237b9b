package social.kring.door.mastodon.streaming;

import java.util.List;
import java.util.Optional;
import social.kring.protocol.json.Tree;

/** What is sent on streams of one name: written once, however many there are. */
final class Message {
  private final List<String> stream;
  private final String event;
  private final Optional<String> payload;
  private String frame;

  /**
   * @param stream the name of the channel
   * @param payload JSON of an entity, or an id
   */
  Message(List<String> stream, String event, Optional<String> payload) {
    this.stream = stream;
    this.event = event;
    this.payload = payload;
  }

  /** As a WebSocket carries it. */
  String asFrame() {
    if (frame == null) {
      var written = Tree.builder().put("stream", stream).put("event", event);
      payload.ifPresent(text -> written.put("payload", text));
      frame = written.build().toString();
    }
    return frame;
  }

  /** As a server-sent event; one without data would not be told to the app. */
  String asEvent() {
    return "event: " + event + "\ndata: " + payload.orElse("{}") + "\n\n";
  }
}
