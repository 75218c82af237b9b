package social.kring.door.operations;

import java.util.List;
import social.kring.platform.events.EventLag;
import social.kring.platform.workers.QueueDepth;

/** What waits in the node at one moment. */
public record Backlog(List<QueueDepth> queues, List<EventLag> lags) {}
