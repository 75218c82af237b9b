package social.kring.community.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;

/** Invitations. A code is shown once, to whoever makes it, and kept as a hash. */
public final class Invites {
  private static final int MOST = 50;
  private static final int MOST_USES = 1_000;
  private static final int LONGEST_NOTE = 200;
  private static final Duration LONGEST_LIFE = Duration.ofDays(365);

  private final InviteTable table;
  private final Ids ids;
  private final SecureRandom random;
  private final Clock clock;

  Invites(InviteTable table, Ids ids, SecureRandom random, Clock clock) {
    this.table = table;
    this.ids = ids;
    this.random = random;
    this.clock = clock;
  }

  /**
   * An invitation to be made.
   *
   * @param madeBy empty: the operator
   */
  public record NewInvite(
      Optional<Long> madeBy,
      String note,
      Optional<Integer> mostUses,
      Optional<Duration> lifetime) {}

  /** An invitation with its code, shown this once. */
  public record Made(Invite invite, Secret code) {}

  /**
   * @throws Problem INVALID naming what cannot be, or where somebody has too many
   */
  public Made make(Transaction tx, NewInvite wanted) {
    check(wanted);
    if (table.ofMaker(tx, wanted.madeBy(), MOST).size() == MOST) {
      throw Problem.invalid("there are " + MOST + " invites already; take one back first");
    }
    var now = clock.instant();
    var invite =
        new Invite(
            ids.next(),
            wanted.madeBy(),
            wanted.note().strip(),
            wanted.mostUses(),
            0,
            now,
            wanted.lifetime().map(now::plus));
    var code = Secret.random(random);
    table.insert(tx, invite, code.hash());
    return new Made(invite, code);
  }

  /** Those that somebody made, the newest first; empty: the operator's. */
  public List<Invite> of(Queries queries, Optional<Long> maker) {
    return table.ofMaker(queries, maker, MOST);
  }

  /**
   * Takes an invitation back; who came by it stays.
   *
   * @throws Problem NOT_FOUND where this person made no such invitation
   */
  public void revoke(Transaction tx, long invite, Optional<Long> maker) {
    if (!table.delete(tx, invite, maker)) throw Problem.notFound("there is no invite " + invite);
  }

  /** Whether somebody may come by this code now. */
  public boolean isGood(Queries queries, String code) {
    return table.isGood(queries, new Secret(code.strip()).hash(), clock.instant());
  }

  Optional<Invite> use(Transaction tx, String code) {
    return table.use(tx, new Secret(code.strip()).hash(), clock.instant());
  }

  private static void check(NewInvite wanted) {
    if (wanted.note().length() > LONGEST_NOTE) {
      throw Problem.invalid("note has up to %d characters".formatted(LONGEST_NOTE));
    }
    wanted
        .mostUses()
        .filter(uses -> uses < 1 || uses > MOST_USES)
        .ifPresent(
            uses -> {
              throw Problem.invalid("max_uses is %d, expected 1 to %d".formatted(uses, MOST_USES));
            });
    wanted
        .lifetime()
        .filter(life -> !life.isPositive() || life.compareTo(LONGEST_LIFE) > 0)
        .ifPresent(
            life -> {
              throw Problem.invalid(
                  "expires_in is %d, expected 1 to %d seconds"
                      .formatted(life.toSeconds(), LONGEST_LIFE.toSeconds()));
            });
  }
}
