package social.kring.community.conversations;

import java.util.List;

/**
 * A thread of direct messages.
 *
 * @param lastPost what was said last
 * @param others who has part in it besides its owner, by what was said last
 */
public record Conversation(long id, long lastPost, boolean unread, List<Long> others) {

  public Conversation {
    others = List.copyOf(others);
  }
}
