package social.kring.community.scheduling;

import java.time.Instant;
import social.kring.community.posts.Draft;

/** A post that waits for its time. */
public record ScheduledPost(long id, Instant at, Draft draft) {}
