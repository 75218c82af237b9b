package social.kring.door.mastodon.entities;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something that moderators were told about, as it is shown to them. */
public record AdminReport(
    String id,
    boolean actionTaken,
    Optional<Instant> actionTakenAt,
    String category,
    String comment,
    boolean forwarded,
    Instant createdAt,
    Instant updatedAt,
    Optional<AdminAccount> account,
    Optional<AdminAccount> targetAccount,
    Optional<AdminAccount> assignedAccount,
    Optional<AdminAccount> actionTakenByAccount,
    List<Status> statuses,
    List<Rule> rules) {}
