package social.kring.community;

import java.util.List;
import social.kring.federation.receiving.ActivityHandler;
import social.kring.federation.receiving.KindLookup;
import social.kring.federation.sending.Audience;
import social.kring.platform.events.EventConsumer;
import social.kring.platform.jobs.JobHandler;

/**
 * All that a capability adds to the node. Nothing is registered anywhere else.
 *
 * @param kinds tell what a bare id names
 * @param documents serve ActivityStreams documents by id
 */
public record Capability(
    String name,
    List<ActivityHandler<?>> handlers,
    List<KindLookup> kinds,
    List<EventConsumer> consumers,
    List<Audience> audiences,
    List<JobHandler> jobs,
    List<DocumentSource> documents) {

  public Capability {
    handlers = List.copyOf(handlers);
    kinds = List.copyOf(kinds);
    consumers = List.copyOf(consumers);
    audiences = List.copyOf(audiences);
    jobs = List.copyOf(jobs);
    documents = List.copyOf(documents);
  }

  public static Capability named(String name) {
    return new Capability(name, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  public Capability handling(ActivityHandler<?>... added) {
    return new Capability(name, List.of(added), kinds, consumers, audiences, jobs, documents);
  }

  public Capability knowing(KindLookup... added) {
    return new Capability(name, handlers, List.of(added), consumers, audiences, jobs, documents);
  }

  public Capability consuming(EventConsumer... added) {
    return new Capability(name, handlers, kinds, List.of(added), audiences, jobs, documents);
  }

  public Capability addressing(Audience... added) {
    return new Capability(name, handlers, kinds, consumers, List.of(added), jobs, documents);
  }

  public Capability working(JobHandler... added) {
    return new Capability(name, handlers, kinds, consumers, audiences, List.of(added), documents);
  }

  public Capability serving(DocumentSource... added) {
    return new Capability(name, handlers, kinds, consumers, audiences, jobs, List.of(added));
  }
}
