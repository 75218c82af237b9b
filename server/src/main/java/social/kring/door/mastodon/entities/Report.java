package social.kring.door.mastodon.entities;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something that moderators were told about, as it is shown to who told. */
public record Report(
    String id,
    boolean actionTaken,
    Optional<Instant> actionTakenAt,
    String category,
    String comment,
    boolean forwarded,
    Instant createdAt,
    List<String> statusIds,
    List<String> ruleIds,
    Account targetAccount) {}
