package social.kring.protocol.activitystreams;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The objects that are shown as posts. Vocabulary §3.3. */
public enum PostType {
  NOTE("Note"),
  QUESTION("Question"),
  ARTICLE("Article"),
  PAGE("Page"),
  EVENT("Event"),
  IMAGE("Image"),
  VIDEO("Video"),
  AUDIO("Audio"),
  DOCUMENT("Document");

  private static final Map<String, PostType> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(PostType::text, t -> t));

  private final String text;

  PostType(String text) {
    this.text = text;
  }

  /** As ActivityStreams spells it. */
  public String text() {
    return text;
  }

  public static Optional<PostType> named(String text) {
    return Optional.ofNullable(BY_NAME.get(text));
  }
}
