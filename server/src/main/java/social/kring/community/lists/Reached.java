package social.kring.community.lists;

/**
 * A list that a post or boost belongs on.
 *
 * @param entry id of the post, or of the boost
 */
public record Reached(long entry, long list, long owner) {}
