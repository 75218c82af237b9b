package social.kring.door.mastodon.entities;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * A page of groups, and each account and status that they name once.
 *
 * @param partialAccounts of whom only the face is shown, if that was asked for
 */
public record GroupedNotifications(
    List<Account> accounts,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<PartialAccount>> partialAccounts,
    List<Status> statuses,
    List<GroupedNotification> notificationGroups) {}
