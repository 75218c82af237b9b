package social.kring.community.access;

import java.util.List;
import java.util.Set;
import social.kring.platform.events.Event;
import social.kring.platform.events.EventConsumer;
import social.kring.platform.storage.Transaction;

/** Writes to people about what was done to their accounts, whoever did it. */
final class Correspondence implements EventConsumer {
  private final Letters letters;

  Correspondence(Letters letters) {
    this.letters = letters;
  }

  @Override
  public String name() {
    return "access.letters";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(
        "account.approved",
        "account.password_changed",
        "account.role_changed",
        "token.made_by_operator");
  }

  @Override
  public void consume(List<Event> events, Transaction tx) {
    for (var event : events) {
      LetterKind.about(event.kind()).ifPresent(kind -> letters.about(tx, kind, event.subject()));
    }
  }
}
