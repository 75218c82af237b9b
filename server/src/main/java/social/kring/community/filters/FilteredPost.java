package social.kring.community.filters;

/**
 * A post that a filter is for.
 *
 * @param id of the entry; pages and deletions go by it
 */
public record FilteredPost(long id, long filter, long post) {}
