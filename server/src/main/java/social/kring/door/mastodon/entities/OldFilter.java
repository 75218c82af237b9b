package social.kring.door.mastodon.entities;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One keyword of a filter, as apps knew filters before version 2. */
public record OldFilter(
    String id,
    String phrase,
    List<String> context,
    Optional<Instant> expiresAt,
    boolean irreversible,
    boolean wholeWord) {}
