package social.kring.community.posts;

/**
 * One entry of the list of what somebody favours.
 *
 * @param id the entry's own id: what pages are asked by
 */
public record Favoured(long id, long post) {}
