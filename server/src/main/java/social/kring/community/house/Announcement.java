package social.kring.community.house;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is told to everybody here.
 *
 * @param content HTML
 * @param read whether its reader has dismissed it
 */
public record Announcement(
    long id, String content, Span span, Instant updatedAt, boolean read, List<Reaction> reactions) {

  public Announcement {
    reactions = List.copyOf(reactions);
  }

  /**
   * When what it tells of is, and since when it is told.
   *
   * @param allDay only the days count
   */
  public record Span(
      Optional<Instant> startsAt, Optional<Instant> endsAt, boolean allDay, Instant publishedAt) {}

  /**
   * What people think of it.
   *
   * @param name an emoji, or the shortcode of a custom one
   * @param mine whether its reader thinks so
   * @param url of the picture of a custom one
   */
  public record Reaction(String name, long count, boolean mine, Optional<String> url) {}
}
