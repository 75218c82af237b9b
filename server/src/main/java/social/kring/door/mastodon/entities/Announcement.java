package social.kring.door.mastodon.entities;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is told to everybody here. */
public record Announcement(
    String id,
    String content,
    Optional<Instant> startsAt,
    Optional<Instant> endsAt,
    boolean allDay,
    Instant publishedAt,
    Instant updatedAt,
    boolean read,
    List<Object> mentions,
    List<Object> statuses,
    List<Object> tags,
    List<CustomEmoji> emojis,
    List<Reaction> reactions) {

  /** What people think of it; the addresses are those of a custom emoji. */
  public record Reaction(
      String name,
      long count,
      boolean me,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> url,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> staticUrl) {}
}
