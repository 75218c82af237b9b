package social.kring.community.conversations;

import java.util.List;
import java.util.Set;
import social.kring.platform.events.Event;
import social.kring.platform.events.EventConsumer;
import social.kring.platform.storage.Transaction;

/** Keeps conversations as they go on, and as long as their owners stay. */
final class Correspondent implements EventConsumer {
  private final ConversationTable table;

  Correspondent(ConversationTable table) {
    this.table = table;
  }

  @Override
  public String name() {
    return Conversations.CORRESPONDENT;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("post.created", "post.deleted", "actor.deleted");
  }

  /** What was created and deleted in the same batch is gone already. */
  @Override
  public void consume(List<Event> events, Transaction tx) {
    var created = subjects(events, "post.created");
    var deleted = subjects(events, "post.deleted");
    var gone = subjects(events, "actor.deleted");
    if (!created.isEmpty()) table.add(tx, created);
    if (!deleted.isEmpty()) table.stepBack(tx, deleted);
    if (!gone.isEmpty()) table.deleteOf(tx, gone);
  }

  private static List<Long> subjects(List<Event> events, String kind) {
    return events.stream()
        .filter(event -> event.kind().equals(kind))
        .map(Event::subject)
        .distinct()
        .toList();
  }
}
