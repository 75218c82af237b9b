package social.kring.community.lists;

/**
 * A post or boost that was published.
 *
 * @param entry its id
 * @param by the author's id, or that of whoever boosted
 */
public record Shown(long entry, long by) {}
