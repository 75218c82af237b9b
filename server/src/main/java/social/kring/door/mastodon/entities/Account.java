package social.kring.door.mastodon.entities;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Someone, as others see them. */
public record Account(
    String id,
    String username,
    String acct,
    String url,
    String uri,
    String displayName,
    String note,
    String avatar,
    String avatarStatic,
    String header,
    String headerStatic,
    boolean locked,
    List<Field> fields,
    List<CustomEmoji> emojis,
    boolean bot,
    boolean group,
    boolean discoverable,
    boolean indexable,
    boolean noindex,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Account> moved,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Boolean> suspended,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Boolean> limited,
    Instant createdAt,
    Optional<LocalDate> lastStatusAt,
    long statusesCount,
    long followersCount,
    long followingCount,
    boolean hideCollections,
    List<AccountRole> roles) {}
