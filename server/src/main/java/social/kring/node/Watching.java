package social.kring.node;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Optional;
import social.kring.platform.alarms.Alarms;
import social.kring.platform.disk.DiskRoom;

/**
 * What an operator is told by.
 *
 * @param meters unless nobody measures
 */
public record Watching(Alarms alarms, DiskRoom room, Optional<PrometheusMeterRegistry> meters) {}
