package social.kring.community.posts;

/**
 * One entry of a list of those who favour or boosted a post.
 *
 * @param id the entry's own id: what pages are asked by
 * @param actor the actor's id
 */
public record Reaction(long id, long actor) {}
