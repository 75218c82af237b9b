package social.kring.community.posts;

import java.time.Instant;

/** What a post said from some time on. */
public record Version(PostBody body, Instant at) {}
