package social.kring.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Transaction;
import social.kring.platform.workers.Worker;
import social.kring.platform.workers.Workers;
import social.kring.protocol.json.Tree;
import social.kring.testing.SteppingClock;
import social.kring.testing.TestPostgres;

/** Who follows the log while somebody listens. */
@Timeout(60)
class EventTailTest {
  private final Vertx vertx = Vertx.vertx();
  private final Database database = TestPostgres.shared().database(vertx);
  private final SteppingClock clock = new SteppingClock();
  private final Workers workers = new Workers();
  private final EventLog log = new EventLog(new Ids(clock, new SecureRandom()), clock, () -> {});
  private final EventDispatch dispatch =
      new EventDispatch(List.of(new Slow()), database, clock, workers);
  private final Worker relay = dispatch.workers().getFirst();
  private final Worker slow = dispatch.workers().getLast();
  private final Crowd crowd = new Crowd();
  private final EventTail tail = dispatch.tail(crowd);

  @AfterEach
  void close() {
    workers.close();
    database.close();
    vertx.close().await();
  }

  /** Wants posts, and takes its time. */
  private static final class Slow implements EventConsumer {
    @Override
    public String name() {
      return "test.slow";
    }

    @Override
    public Set<String> kinds() {
      return Set.of("post.created");
    }

    @Override
    public void consume(List<Event> events, Transaction tx) {}
  }

  private static final class Crowd implements EventFollower {
    private final List<Long> heard = new ArrayList<>();
    private boolean listening = true;

    @Override
    public Set<String> kinds() {
      return Set.of("post.created", "post.deleted");
    }

    @Override
    public Set<String> after() {
      return Set.of("test.slow");
    }

    @Override
    public boolean isListening() {
      return listening;
    }

    @Override
    public void follow(List<Event> events) {
      events.forEach(event -> heard.add(event.subject()));
    }
  }

  private void happens(String kind, long subject) {
    database.transaction(
        tx -> log.record(tx, Happening.here(kind, subject, Tree.builder().build())));
  }

  private static void drain(Worker... all) {
    for (var worker : all) {
      while (worker.work()) {
        // There is more.
      }
    }
  }

  @Test
  void what_happens_after_somebody_begins_to_listen_is_told_in_its_order() {
    happens("post.created", 1);
    drain(relay);
    tail.begin();
    happens("post.created", 2);
    happens("post.deleted", 2);
    drain(relay, slow, tail);

    assertThat(crowd.heard).containsExactly(2L, 2L);
  }

  @Test
  void what_nobody_wants_is_passed() {
    tail.begin();
    happens("actor.updated", 1);
    drain(relay, tail);
    happens("post.deleted", 2);
    drain(relay, tail);

    assertThat(crowd.heard).containsExactly(2L);
  }

  @Test
  void an_event_is_told_behind_the_effects_that_it_has() {
    tail.begin();
    happens("post.deleted", 1);
    happens("post.created", 2);
    happens("post.deleted", 3);
    drain(relay, tail);
    assertThat(crowd.heard).containsExactly(1L);

    drain(slow, tail);
    assertThat(crowd.heard).containsExactly(1L, 2L, 3L);
  }

  @Test
  void many_events_are_told_once_each() {
    tail.begin();
    for (var subject = 0; subject < 250; subject++) happens("post.deleted", subject);
    drain(relay, tail);
    drain(relay, tail);

    assertThat(crowd.heard).hasSize(250).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void what_happens_while_nobody_listens_is_told_to_nobody() {
    tail.begin();
    crowd.listening = false;
    happens("post.deleted", 1);
    drain(relay, tail);
    crowd.listening = true;
    tail.begin();
    happens("post.deleted", 2);
    drain(relay, tail);

    assertThat(crowd.heard).containsExactly(2L);
  }

  @Test
  void nothing_is_read_while_nobody_listens() {
    crowd.listening = false;
    tail.begin();
    tail.work();
    // A tail that asked it would fail.
    database.execute("ALTER TABLE event_cursor RENAME TO hidden");

    assertThat(tail.work()).isFalse();
  }
}
