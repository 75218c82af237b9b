package social.kring.community.posts;

import java.util.Optional;

/**
 * The app that a post was written with, as it called itself then.
 *
 * @param application its id, though it may be gone by now
 */
public record WrittenWith(long application, String name, Optional<String> website) {}
