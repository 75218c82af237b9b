package social.kring.community.notifications;

import java.time.Instant;
import java.util.Optional;

/**
 * A notification as it is stored.
 *
 * @param actor who did it
 * @param post to what it was done
 */
public record NotificationRow(
    long id, NotificationType type, long actor, Optional<Long> post, Instant at) {}
