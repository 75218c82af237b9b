package social.kring.community.access;

import java.util.Locale;
import java.util.Optional;
import social.kring.community.access.MailLinks.Purpose;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Queries;
import social.kring.protocol.Problem;

/** Setting another password, with the old one or with a link that was sent to one's address. */
public final class PasswordChanges {
  private final Accounts accounts;
  private final SignIns signIns;
  private final MailLinks links;
  private final LetterWriter writer;
  private final Letters letters;
  private final Attempts attempts;
  private final Database database;

  PasswordChanges(
      Accounts accounts,
      SignIns signIns,
      MailLinks links,
      LetterWriter writer,
      Letters letters,
      Attempts attempts,
      Database database) {
    this.accounts = accounts;
    this.signIns = signIns;
    this.links = links;
    this.writer = writer;
    this.letters = letters;
    this.attempts = attempts;
    this.database = database;
  }

  /**
   * Sets another password, which ends all sessions.
   *
   * @throws Problem UNAUTHENTICATED where the old one is not right, TOO_MANY_REQUESTS, INVALID for
   *     a password too short or too long
   */
  public void change(Account account, String old, String wanted, ClientAddress address) {
    Passwords.check(wanted);
    signIns.prove(account, old, address);
    accounts.setPassword(database, account.actor(), wanted);
  }

  /**
   * Sends a link to an address, if it is somebody's. Nobody can tell from the answer, nor from its
   * time.
   *
   * @throws Problem INVALID for what is no address; TOO_MANY_REQUESTS, for any address alike
   */
  public void request(String typed, ClientAddress address) {
    var email = EmailAddress.check(typed);
    attempts.begin("reset from " + address.network(), AttemptLimit.RESETS_FROM_AN_ADDRESS);
    var subject = new Secret(email.toLowerCase(Locale.ROOT)).hashText();
    attempts.begin("reset of " + subject, AttemptLimit.LETTERS_TO_AN_ACCOUNT);
    database.transaction(
        tx -> {
          letters.reset(tx, email);
          return null;
        });
  }

  /** Whether a link can still be used. */
  public boolean isGood(Queries queries, String token) {
    return links.read(queries, Purpose.RESET, token).isPresent();
  }

  /**
   * Sets a password by a link, which ends all sessions.
   *
   * @throws Problem INVALID for a link that is used or too old, or a password too short or too long
   */
  public void reset(String token, String wanted) {
    Passwords.check(wanted);
    if (!isGood(database, token)) throw stale();
    var hash = accounts.hash(wanted);
    var actor =
        database.transaction(
            tx -> {
              var link = links.take(tx, Purpose.RESET, token).orElseThrow(PasswordChanges::stale);
              accounts.setPassword(tx, link.actor(), hash);
              return link.actor();
            });
    signIns.forgive(actor);
  }

  /** The link that a letter would hold, for an operator to hand over; the person is told of it. */
  public Optional<String> linkByOperator(long actor) {
    return database.transaction(
        tx -> {
          letters.about(tx, LetterKind.RESET_LINK_MADE, actor);
          return writer.resetLink(tx, actor);
        });
  }

  private static Problem stale() {
    return Problem.invalid("This link was used already, or is too old. Ask for another one");
  }
}
