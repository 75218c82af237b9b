package social.kring.community.timelines;

import social.kring.community.posts.PostEntry;

/**
 * Something that came home to somebody.
 *
 * @param owner the actor's id
 */
public record Arrival(long owner, PostEntry entry) {}
