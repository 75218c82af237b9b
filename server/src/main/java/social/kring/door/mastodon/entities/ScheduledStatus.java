package social.kring.door.mastodon.entities;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A post that waits for its time. */
public record ScheduledStatus(
    String id, Instant scheduledAt, Params params, List<MediaAttachment> mediaAttachments) {

  /** What was asked for. */
  public record Params(
      String text,
      Optional<Choices> poll,
      Optional<List<String>> mediaIds,
      boolean sensitive,
      String spoilerText,
      String visibility,
      Optional<String> inReplyToId,
      Optional<String> language,
      Optional<String> scheduledAt,
      Optional<Long> applicationId,
      Optional<String> idempotency) {}

  /** What is asked in it. */
  public record Choices(
      List<String> options, long expiresIn, boolean multiple, boolean hideTotals) {}
}
