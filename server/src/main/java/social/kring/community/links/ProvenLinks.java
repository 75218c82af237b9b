package social.kring.community.links;

import java.util.List;
import java.util.Set;
import social.kring.community.Capability;
import social.kring.community.Foundation;
import social.kring.platform.events.Event;
import social.kring.platform.events.EventConsumer;
import social.kring.platform.storage.Transaction;

/** Has the links of a profile looked at whenever it changes. */
public final class ProvenLinks implements EventConsumer {
  private final Foundation base;
  private final Capability capability;

  public ProvenLinks(Foundation base, Web web) {
    this.base = base;
    this.capability = Capability.named("links").consuming(this).working(new LinkCheck(base, web));
  }

  public Capability capability() {
    return capability;
  }

  @Override
  public String name() {
    return "links.asking";
  }

  @Override
  public Set<String> kinds() {
    return Set.of("person.updated");
  }

  @Override
  public void consume(List<Event> events, Transaction tx) {
    events.stream()
        .map(Event::subject)
        .distinct()
        .forEach(person -> LinkCheck.schedule(tx, base, person, 0));
  }
}
