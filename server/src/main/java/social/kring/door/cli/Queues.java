package social.kring.door.cli;

import social.kring.federation.receiving.InboxQueue;
import social.kring.federation.sending.DeliveryQueue;
import social.kring.platform.events.EventQueue;
import social.kring.platform.jobs.JobQueue;

/** Everything in which work can wait or be given up. */
public record Queues(
    DeliveryQueue deliveries, InboxQueue inbox, EventQueue events, JobQueue jobs) {}
