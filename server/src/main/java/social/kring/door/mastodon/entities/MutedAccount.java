package social.kring.door.mastodon.entities;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;

/** Someone muted, with when that ends. */
public record MutedAccount(@JsonUnwrapped Account account, Optional<Instant> muteExpiresAt) {}
