package social.kring.platform.events;

import java.time.Instant;

/** An event that a consumer could not take, and why. */
public record ParkedEvent(
    String consumer,
    long number,
    String kind,
    long subject,
    int tries,
    String reason,
    Instant parkedAt) {}
