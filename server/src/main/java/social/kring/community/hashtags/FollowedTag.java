package social.kring.community.hashtags;

/**
 * A hashtag that somebody follows.
 *
 * @param id pages go by it
 */
public record FollowedTag(long id, String name) {}
