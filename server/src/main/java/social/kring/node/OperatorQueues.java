package social.kring.node;

import java.util.List;
import social.kring.community.Capability;
import social.kring.door.cli.Queues;
import social.kring.federation.receiving.InboxQueue;
import social.kring.federation.receiving.InboxWorker;
import social.kring.platform.events.EventQueue;
import social.kring.platform.jobs.JobQueue;
import social.kring.platform.jobs.JobWorkers;

/** What operators look into from the command line; the running node takes up what they leave. */
final class OperatorQueues {
  private OperatorQueues() {}

  static Queues of(
      Settings settings,
      PlatformLayer platform,
      FederationLayer federation,
      List<Capability> capabilities) {
    var instruments = platform.instruments();
    var clock = instruments.clock();
    var workers = platform.happenings().workers();
    var sending = Dispatch.of(settings, platform, federation, capabilities);
    return new Queues(
        sending.queue(),
        new InboxQueue(clock, () -> workers.wake(InboxWorker.NAME)),
        new EventQueue(WorkLayer.consumers(sending, capabilities)),
        new JobQueue(instruments.ids(), clock, () -> JobWorkers.wake(workers)));
  }
}
