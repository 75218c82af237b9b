package social.kring.door.mastodon.entities;

import java.time.LocalDate;
import java.util.Optional;

/** A hashtag that somebody shows on their profile. */
public record FeaturedTag(
    String id, String name, String url, String statusesCount, Optional<LocalDate> lastStatusAt) {}
