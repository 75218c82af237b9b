package social.kring.door.mastodon.entities;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An account, as those who look after the node see it.
 *
 * @param ip never told, as {@code ips}: addresses that people come from are not kept
 */
public record AdminAccount(
    String id,
    String username,
    Optional<String> domain,
    Instant createdAt,
    String email,
    Optional<String> ip,
    List<Object> ips,
    Optional<String> locale,
    Optional<String> inviteRequest,
    Optional<Role> role,
    boolean confirmed,
    boolean suspended,
    boolean silenced,
    boolean sensitized,
    boolean disabled,
    boolean approved,
    Account account,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> createdByApplicationId,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> invitedByAccountId) {}
