package social.kring.community.hashtags;

import java.time.LocalDate;

/** How often a hashtag was used on a day, and by how many. */
public record TagUse(LocalDate day, long uses, long accounts) {}
