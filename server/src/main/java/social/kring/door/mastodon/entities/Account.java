package social.kring.door.mastodon.entities;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Someone, as others see them. What the documentation lets be absent is there all the same, since
 * some apps have types without absence.
 */
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
    Optional<Account> moved,
    boolean suspended,
    boolean limited,
    Instant createdAt,
    Optional<LocalDate> lastStatusAt,
    long statusesCount,
    long followersCount,
    long followingCount,
    boolean hideCollections,
    List<AccountRole> roles) {}
