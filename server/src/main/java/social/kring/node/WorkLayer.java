package social.kring.node;

import java.util.List;
import java.util.stream.Stream;
import social.kring.community.Capability;
import social.kring.federation.receiving.InboxQueue;
import social.kring.federation.receiving.Receiving;
import social.kring.federation.sending.Sending;
import social.kring.platform.domains.DomainWatch;
import social.kring.platform.events.EventConsumer;
import social.kring.platform.events.EventDispatch;
import social.kring.platform.events.EventListener;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.jobs.JobQueue;
import social.kring.platform.jobs.JobWorkers;

/** All that goes on beside requests: consumers of events, jobs, and workers of other kinds. */
record WorkLayer(
    EventDispatch events,
    JobWorkers jobs,
    Sending sending,
    Receiving receiving,
    DomainWatch domains,
    QueueWatch queues) {

  static WorkLayer on(
      PlatformLayer platform,
      FederationLayer federation,
      CommunityLayer community,
      Receiving receiving,
      Sending sending) {
    var clock = platform.instruments().clock();
    var capabilities = community.capabilities();
    var events =
        new EventDispatch(
            consumers(sending, capabilities),
            platform.database(),
            clock,
            platform.happenings().workers());
    return new WorkLayer(
        events,
        new JobWorkers(
            jobs(federation, receiving, sending, capabilities),
            platform.database(),
            clock,
            platform.storage().directory().processName()),
        sending,
        receiving,
        new DomainWatch(platform.domains(), platform.database()),
        watch(platform, sending, events));
  }

  /** It only looks, so nothing has to be woken. */
  private static QueueWatch watch(PlatformLayer platform, Sending sending, EventDispatch events) {
    var instruments = platform.instruments();
    Runnable nobody = () -> {};
    return new QueueWatch(
        List.of(
            sending.queue()::depth,
            new InboxQueue(instruments.clock(), nobody)::depth,
            new JobQueue(instruments.ids(), instruments.clock(), nobody)::depth),
        events,
        platform.database(),
        platform.watching().alarms());
  }

  static List<EventConsumer> consumers(Sending sending, List<Capability> capabilities) {
    return Stream.concat(
            Stream.of(sending.consumer()),
            capabilities.stream().flatMap(each -> each.consumers().stream()))
        .toList();
  }

  private static List<JobHandler> jobs(
      FederationLayer federation,
      Receiving receiving,
      Sending sending,
      List<Capability> capabilities) {
    return Stream.concat(
            Stream.of(federation.elsewhere().refresh(), receiving.sweep(), sending.sweep()),
            capabilities.stream().flatMap(each -> each.jobs().stream()))
        .toList();
  }

  /** What peers are owed goes on before anything new comes in: at once, also after a crash. */
  void startSending(Resources resources) {
    resources.add(sending);
    sending.start();
    events.start();
  }

  /** Lets all others begin; closing the resources ends them. */
  void start(PlatformLayer platform, Resources resources) {
    resources.add(EventListener.open(platform.vertx(), platform.storage().address(), events));
    jobs.start(platform.happenings().workers(), platform.instruments().ids());
    receiving.takeUpAgain().run();
    receiving.workers().forEach(platform.happenings().workers()::start);
    platform.happenings().workers().start(domains);
    platform.happenings().workers().start(queues);
    platform.happenings().workers().start(platform.watching().room());
  }
}
