package social.kring.node;

import java.util.function.Consumer;
import social.kring.platform.events.EventDispatch;
import social.kring.platform.events.EventLog;
import social.kring.platform.events.Events;
import social.kring.platform.events.Happening;
import social.kring.platform.events.OverheardEvents;
import social.kring.platform.jobs.JobQueue;
import social.kring.platform.jobs.JobWorkers;
import social.kring.platform.jobs.Jobs;
import social.kring.platform.workers.Workers;

/**
 * What happens and what is left for later, and those who take care of both. In a process whose
 * workers never begin, as that of a command, others will see to it.
 */
public record Happenings(Events events, Jobs jobs, Workers workers) {

  static Happenings with(
      Instruments instruments, Consumer<Happening> listener, Resources resources) {
    var workers = resources.add(new Workers());
    var log =
        new EventLog(
            instruments.ids(), instruments.clock(), () -> EventDispatch.wakeRelay(workers));
    return new Happenings(
        new OverheardEvents(log, listener),
        new JobQueue(instruments.ids(), instruments.clock(), () -> JobWorkers.wake(workers)),
        workers);
  }
}
