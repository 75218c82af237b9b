package social.kring.community.relationships;

import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;

/** What people write down about others, for their own eyes. */
public final class Notes {
  private static final int LONGEST = 2_000;

  private final NoteTable table;

  Notes(NoteTable table) {
    this.table = table;
  }

  /**
   * @param content empty: no note any longer
   * @throws Problem INVALID for one too long
   */
  public void write(Transaction tx, long author, long about, String content) {
    if (content.length() > LONGEST) {
      throw Problem.invalid(
          "a note has at most %d characters, this one %d".formatted(LONGEST, content.length()));
    }
    if (content.isEmpty()) {
      table.delete(tx, author, about);
    } else {
      table.upsert(tx, author, about, content);
    }
  }
}
