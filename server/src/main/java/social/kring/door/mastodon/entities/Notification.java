package social.kring.door.mastodon.entities;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/** Something that concerns the reader. */
public record Notification(
    String id,
    String type,
    String groupKey,
    Instant createdAt,
    Account account,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Status> status,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Report> report) {}
