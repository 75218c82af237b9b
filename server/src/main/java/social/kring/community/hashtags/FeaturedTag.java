package social.kring.community.hashtags;

import java.time.Instant;
import java.util.Optional;

/**
 * A hashtag that somebody shows on their profile.
 *
 * @param posts how many of their newest posts that everyone may see have it
 */
public record FeaturedTag(long id, String name, long posts, Optional<Instant> lastPost) {}
