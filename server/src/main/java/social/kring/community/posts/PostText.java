package social.kring.community.posts;

import java.util.Optional;

/**
 * The words of a post.
 *
 * @param html sanitized
 * @param spoiler a content warning as plain text; empty: none
 * @param source as its author typed it; empty for posts from elsewhere
 */
public record PostText(
    String html,
    String spoiler,
    boolean sensitive,
    Optional<String> language,
    Optional<String> source) {}
