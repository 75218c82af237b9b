package social.kring.platform.jobs;

import java.time.Instant;

/** A job that was given up, and why. */
public record ParkedJob(
    long id, String kind, String key, int tries, String reason, Instant parkedAt) {}
