package social.kring.community.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A way in for whom somebody invites.
 *
 * @param madeBy empty: the operator
 * @param note for the one who made it
 * @param mostUses empty: any number
 */
public record Invite(
    long id,
    Optional<Long> madeBy,
    String note,
    Optional<Integer> mostUses,
    int uses,
    Instant createdAt,
    Optional<Instant> expiresAt) {}
