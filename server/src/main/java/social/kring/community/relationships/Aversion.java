package social.kring.community.relationships;

/** A viewer who sees nothing of an author. */
public record Aversion(long viewer, long author) {}
