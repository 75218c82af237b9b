package social.kring.community.timelines;

/**
 * A post or boost that was published.
 *
 * @param entry its id
 * @param by the author's id, or that of whoever boosted
 */
record Posted(long entry, long by) {}
