package social.kring.platform.events;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import social.kring.platform.storage.Transaction;

/** Wakes the consumers of what was numbered: here after the commit, elsewhere by a notification. */
final class EventNotices {
  static final String CHANNEL = "kring_event";

  /** PostgreSQL takes less than 8000 bytes. */
  private static final int LONGEST = 7_000;

  private final String process;
  private final Consumer<Set<String>> wake;

  /**
   * @param process tells this process from all others
   * @param wake takes the kinds of what happened; none: anything may have happened
   */
  EventNotices(String process, Consumer<Set<String>> wake) {
    this.process = process;
    this.wake = wake;
  }

  void tell(Transaction tx, Set<String> kinds) {
    var all = String.join(" ", kinds);
    var notice = process + " " + (all.length() < LONGEST ? all : "");
    tx.execute("SELECT pg_notify('%s', $1)".formatted(CHANNEL), Tuple.of(notice));
    tx.afterCommit(() -> wake.accept(kinds));
  }

  /** A notification that has come; those of this process are known already. */
  void heard(String notice) {
    var words = List.of(notice.strip().split(" "));
    if (!words.getFirst().equals(process)) {
      wake.accept(Set.copyOf(words.subList(1, words.size())));
    }
  }

  /** Notifications may have been missed. */
  void mayHaveMissed() {
    wake.accept(Set.of());
  }
}
