package social.kring.community.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import social.kring.community.access.MailLinkTable.LinkRow;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** Links that prove who reads an address: good once, for a while, and kept as hashes. */
final class MailLinks {
  private final MailLinkTable table;
  private final SecureRandom random;
  private final Clock clock;

  MailLinks(MailLinkTable table, SecureRandom random, Clock clock) {
    this.table = table;
    this.random = random;
    this.clock = clock;
  }

  /** What a link is good for. */
  enum Purpose {
    CONFIRM(Duration.ofDays(7)),
    RESET(Duration.ofHours(2));

    private final Duration lifetime;

    Purpose(Duration lifetime) {
      this.lifetime = lifetime;
    }

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Secret issue(Transaction tx, Purpose purpose, long actor, String email) {
    var secret = Secret.random(random);
    table.insert(tx, secret.hash(), purpose, new LinkRow(actor, email, clock.instant()));
    return secret;
  }

  /** Whom a link speaks for, which stays good. */
  Optional<LinkRow> read(Queries queries, Purpose purpose, String token) {
    return table
        .byHash(queries, new Secret(token).hash(), purpose)
        .filter(row -> lives(row, purpose));
  }

  /** Whom a link speaks for, this once. */
  Optional<LinkRow> take(Transaction tx, Purpose purpose, String token) {
    return table.take(tx, new Secret(token).hash(), purpose).filter(row -> lives(row, purpose));
  }

  /** Nothing that was sent before is good any longer. */
  void forget(Transaction tx, Purpose purpose, long actor) {
    table.deleteOf(tx, actor, purpose);
  }

  private boolean lives(LinkRow row, Purpose purpose) {
    return row.issuedAt().plus(purpose.lifetime).isAfter(clock.instant());
  }
}
