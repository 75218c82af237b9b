package social.kring.door.mastodon.entities;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/** Somebody of whom something is held back. */
public record NotificationRequest(
    String id,
    Instant createdAt,
    Instant updatedAt,
    Account account,
    String notificationsCount,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Status> lastStatus) {}
