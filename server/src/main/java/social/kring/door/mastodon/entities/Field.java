package social.kring.door.mastodon.entities;

import java.time.Instant;
import java.util.Optional;

/** A name and a value on a profile. */
public record Field(String name, String value, Optional<Instant> verifiedAt) {}
