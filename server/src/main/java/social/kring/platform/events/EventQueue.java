package social.kring.platform.events;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;

/** Events that consumers passed over, for operators. */
public final class EventQueue {
  private final EventTable events = new EventTable();
  private final FailureTable failures = new FailureTable();
  private final Map<String, EventConsumer> consumers;

  public EventQueue(Collection<EventConsumer> consumers) {
    this.consumers =
        consumers.stream()
            .collect(Collectors.toUnmodifiableMap(EventConsumer::name, Function.identity()));
  }

  /** The newest first. */
  public List<ParkedEvent> parked(Queries queries, int most) {
    return failures.parked(queries, most);
  }

  public Optional<ParkedEvent> find(Queries queries, String consumer, long number) {
    return failures.find(queries, consumer, number);
  }

  /**
   * Lets the consumer take the event after all, here and now, behind what it has taken since.
   *
   * @return whether it was parked
   * @throws Problem CONFLICT where nobody is called that any more
   */
  public boolean retry(Transaction tx, String consumer, long number) {
    if (!failures.deleteParked(tx, consumer, number)) return false;
    var taker =
        Optional.ofNullable(consumers.get(consumer))
            .orElseThrow(() -> Problem.conflict("nobody is called " + consumer + " any more"));
    var event =
        taker.wantsPublications() ? events.publishedAt(tx, number) : events.hereAt(tx, number);
    taker.consume(List.of(event.orElseThrow(() -> gone(number))), tx);
    return true;
  }

  private static Problem gone(long number) {
    return Problem.conflict("event " + number + " is no longer kept");
  }

  /**
   * Forgets that the consumer passed it over.
   *
   * @return whether it did
   */
  public boolean drop(Transaction tx, String consumer, long number) {
    return failures.deleteParked(tx, consumer, number);
  }
}
