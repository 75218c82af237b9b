package social.kring.community.access;

import java.time.Clock;
import java.util.Locale;
import social.kring.platform.jobs.Jobs;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;

/**
 * Leaves letters to be written, in the transaction that makes them necessary. Links are made when
 * the letter is, so none waits in a queue.
 */
final class Letters {
  static final String JOB = "access.letter";

  private final Jobs jobs;
  private final Clock clock;

  Letters(Jobs jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  /** To the address that somebody has, or wants to have, when it is written. */
  void about(Transaction tx, LetterKind kind, long actor) {
    var details = Tree.builder().put("letter", kind.text()).put("actor", Long.toString(actor));
    leave(tx, kind, Long.toString(actor), details.build());
  }

  /** To the address that was hers until now. */
  void toFormer(Transaction tx, long actor, String email) {
    var details =
        Tree.builder()
            .put("letter", LetterKind.EMAIL_CHANGED.text())
            .put("actor", Long.toString(actor))
            .put("to", email);
    leave(tx, LetterKind.EMAIL_CHANGED, actor + " " + email, details.build());
  }

  /**
   * To an address that may be nobody's. Whose it is is found out later: whoever waits for the
   * answer cannot tell from its time.
   */
  void reset(Transaction tx, String email) {
    var address = email.strip().toLowerCase(Locale.ROOT);
    var details = Tree.builder().put("letter", LetterKind.RESET.text()).put("to", address);
    leave(tx, LetterKind.RESET, new Secret(address).hashText(), details.build());
  }

  private void leave(Transaction tx, LetterKind kind, String key, Tree details) {
    jobs.schedule(tx, JOB, kind.text() + " " + key, details, clock.instant());
  }
}
