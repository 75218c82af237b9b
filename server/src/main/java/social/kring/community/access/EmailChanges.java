package social.kring.community.access;

import java.util.Optional;
import social.kring.community.access.MailLinks.Purpose;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;

/** Proving that an address is one's own, at sign-up and when it changes. */
public final class EmailChanges {
  private final AccountTable accounts;
  private final MailLinks links;
  private final LetterWriter writer;
  private final Letters letters;
  private final Admission admission;
  private final Attempts attempts;
  private final Database database;

  EmailChanges(
      AccountTable accounts,
      MailLinks links,
      LetterWriter writer,
      Letters letters,
      Admission admission,
      Attempts attempts,
      Database database) {
    this.accounts = accounts;
    this.links = links;
    this.writer = writer;
    this.letters = letters;
    this.admission = admission;
    this.attempts = attempts;
    this.database = database;
  }

  /**
   * Sends the link anew, to another address if one is given.
   *
   * @param corrected where somebody mistyped it when she signed up
   * @throws Problem FORBIDDEN where nothing is left to confirm, or a password would be needed to
   *     name another address; INVALID for what is no address; CONFLICT for one that is taken;
   *     TOO_MANY_REQUESTS
   */
  public void sendAgain(Account account, Optional<String> corrected) {
    var address = corrected.map(EmailAddress::check);
    if (pending(database, account.actor()).isEmpty()) {
      throw Problem.forbidden(
          "This method is only available while the e-mail is awaiting confirmation");
    }
    refuseChangeWithoutPassword(account, address);
    attempts.begin("letters to " + account.actor(), AttemptLimit.LETTERS_TO_AN_ACCOUNT);
    database.transaction(
        tx -> {
          address.ifPresent(email -> correct(tx, account, email));
          letters.about(tx, LetterKind.CONFIRM, account.actor());
          return null;
        });
  }

  /** Whoever reads the address of an account that is in use can take it over. */
  private static void refuseChangeWithoutPassword(Account account, Optional<String> corrected) {
    if (corrected.isPresent() && account.standing().confirmedAt().isPresent()) {
      throw Problem.forbidden("Another e-mail address needs the password");
    }
  }

  private void correct(Transaction tx, Account account, String email) {
    links.forget(tx, Purpose.CONFIRM, account.actor());
    if (!accounts.correctEmail(tx, account.actor(), email)) throw taken(email);
  }

  /**
   * Asks for another address, which counts once it is confirmed.
   *
   * @throws Problem INVALID for what is no address, TOO_MANY_REQUESTS
   */
  public void request(Account account, String wanted) {
    var email = EmailAddress.check(wanted);
    attempts.begin("letters to " + account.actor(), AttemptLimit.LETTERS_TO_AN_ACCOUNT);
    database.transaction(
        tx -> {
          links.forget(tx, Purpose.CONFIRM, account.actor());
          accounts.wantEmail(tx, account.actor(), email);
          letters.about(tx, LetterKind.CONFIRM, account.actor());
          return null;
        });
  }

  /** The address that waits to be confirmed, if one does. */
  public Optional<String> pending(Queries queries, long actor) {
    return accounts.unconfirmed(queries, actor);
  }

  /** Whether a link can still be opened. */
  public boolean isGood(Queries queries, String token) {
    return links.read(queries, Purpose.CONFIRM, token).isPresent();
  }

  /**
   * Confirms the address to which a link was sent.
   *
   * @throws Problem INVALID for a link that is used, too old or of an address that was given up
   *     since; CONFLICT where somebody else has it by now
   */
  public void confirm(String token) {
    database.transaction(
        tx -> {
          var link = links.take(tx, Purpose.CONFIRM, token).orElseThrow(EmailChanges::stale);
          accounts
              .unconfirmed(tx, link.actor())
              .filter(link.email()::equals)
              .orElseThrow(EmailChanges::stale);
          confirm(tx, link.actor(), link.email());
          return null;
        });
  }

  private void confirm(Transaction tx, long actor, String email) {
    var before = accounts.byActor(tx, actor).orElseThrow().account();
    admission.confirm(tx, actor, email);
    links.forget(tx, Purpose.CONFIRM, actor);
    links.forget(tx, Purpose.RESET, actor);
    if (!before.email().equals(email)) letters.toFormer(tx, actor, before.email());
  }

  /** The link that a letter would hold, for an operator to hand over; empty if none is needed. */
  public Optional<String> linkByOperator(long actor) {
    return database.transaction(tx -> writer.confirmLink(tx, actor));
  }

  private static Problem stale() {
    return Problem.invalid("This link was used already, or is too old");
  }

  private static Problem taken(String email) {
    return Problem.conflict("the e-mail address " + email + " is taken");
  }
}
