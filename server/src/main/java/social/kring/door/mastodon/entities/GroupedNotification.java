package social.kring.door.mastodon.entities;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What concerns the reader, like things together. */
public record GroupedNotification(
    String groupKey,
    long notificationsCount,
    String type,
    String mostRecentNotificationId,
    String pageMinId,
    String pageMaxId,
    Instant latestPageNotificationAt,
    List<String> sampleAccountIds,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> statusId,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Report> report) {}
