package social.kring.platform.events;

import java.time.Duration;

/**
 * How far a consumer is behind the log.
 *
 * @param events that it has not passed
 * @param age of the first of these
 */
public record EventLag(String consumer, long events, Duration age) {}
