package social.kring.community.access;

/**
 * How many people have accounts, and how many of them were here lately.
 *
 * @param activeMonth in the last 30 days
 * @param activeHalfyear in the last 180 days
 */
public record Usage(long accounts, long activeMonth, long activeHalfyear) {}
