package social.kring.community.conversations;

import java.util.Collection;
import java.util.List;
import social.kring.community.Capability;
import social.kring.community.PageRequest;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Queries;
import social.kring.protocol.Problem;

/** A person's threads of direct messages, the one that went on last first. */
public final class Conversations {
  /** Names the consumer that keeps them. */
  public static final String CORRESPONDENT = "conversations";

  private final ConversationTable table = new ConversationTable();
  private final Database database;
  private final Capability capability;

  public Conversations(Database database) {
    this.database = database;
    this.capability = Capability.named("conversations").consuming(new Correspondent(table));
  }

  public Capability capability() {
    return capability;
  }

  public List<Conversation> page(Queries queries, long owner, PageRequest page) {
    return table.page(queries, owner, page);
  }

  /**
   * Which conversations of these owners end with which of these posts, as they see them: for those
   * who watch. Known once the consumer {@link #CORRESPONDENT} has taken the events.
   */
  public List<Held> endingWith(Queries queries, Collection<Long> owners, Collection<Long> posts) {
    return table.endingWith(queries, owners, posts);
  }

  /**
   * Notes down whether its owner has read it.
   *
   * @throws Problem NOT_FOUND where the owner has no such conversation
   */
  public Conversation mark(long owner, long id, boolean unread) {
    table.mark(database, owner, id, unread);
    return table.find(database, owner, id).orElseThrow(Conversations::notFound);
  }

  /**
   * Forgets it. It comes back if it goes on.
   *
   * @throws Problem NOT_FOUND where the owner has no such conversation
   */
  public void delete(long owner, long id) {
    if (!table.delete(database, owner, id)) throw notFound();
  }

  private static Problem notFound() {
    return Problem.notFound("Record not found");
  }
}
