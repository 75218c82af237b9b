package social.kring.community.access;

import java.util.Optional;
import social.kring.community.access.AccountTable.Credentials;
import social.kring.community.access.MailLinks.Purpose;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.domains.Domain;
import social.kring.platform.domains.Domains;
import social.kring.platform.mail.Letter;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** Words letters to people's own addresses, as things are when they are written. */
final class LetterWriter {
  /** Where a person proves that she reads an address. */
  static final String CONFIRM = "/oauth/confirm?token=";

  /** Where a person sets a password without the old one. */
  static final String RESET = "/oauth/reset/new?token=";

  private static final String SIGN_IN = "/oauth/account";

  private final AccountTable accounts;
  private final Actors actors;
  private final Domains domains;
  private final MailLinks links;

  LetterWriter(AccountTable accounts, Actors actors, Domains domains, MailLinks links) {
    this.accounts = accounts;
    this.actors = actors;
    this.domains = domains;
    this.links = links;
  }

  /** Whom a letter is about. */
  private record Reader(Account account, ActorRow actor, Domain home) {
    String name() {
      return "@" + actor.handle().name();
    }
  }

  /** Empty where nothing is left to be confirmed. */
  Optional<Letter> confirmation(Transaction tx, long actor) {
    var email = accounts.unconfirmed(tx, actor);
    return email.flatMap(to -> reader(tx, actor).map(reader -> confirmation(tx, reader, to)));
  }

  private Letter confirmation(Transaction tx, Reader reader, String to) {
    return letter(
        to,
        "Confirm your e-mail address for " + reader.home().authority(),
        """
        Hello,

        somebody, probably you, wants %s at %s to have this e-mail address. If it was you, open

        %s

        within seven days. If it was not, do nothing: without this the address is not used.
        """
            .formatted(reader.name(), reader.home().authority(), confirmLink(tx, reader, to)));
  }

  /** The link without a letter, for an operator who hands it over herself. */
  Optional<String> confirmLink(Transaction tx, long actor) {
    return accounts
        .unconfirmed(tx, actor)
        .flatMap(to -> reader(tx, actor).map(reader -> confirmLink(tx, reader, to)));
  }

  private String confirmLink(Transaction tx, Reader reader, String to) {
    var secret = links.issue(tx, Purpose.CONFIRM, reader.account().actor(), to);
    return reader.home().url(CONFIRM + secret.text()).text();
  }

  /** Empty where the address is nobody's who may sign in. */
  Optional<Letter> reset(Transaction tx, String to) {
    return accounts
        .byEmail(tx, to)
        .map(Credentials::account)
        .filter(account -> account.standing().confirmedAt().isPresent())
        .flatMap(account -> reader(tx, account.actor()))
        .map(
            reader ->
                letter(
                    reader.account().email(),
                    "Set a new password for " + reader.home().authority(),
                    """
                    Hello,

                    somebody, probably you, cannot remember the password of %s at %s. To set a new
                    one, open

                    %s

                    within two hours. If it was not you, do nothing: the password stays as it is.
                    """
                        .formatted(
                            reader.name(), reader.home().authority(), resetLink(tx, reader))));
  }

  /** The link without a letter. */
  Optional<String> resetLink(Transaction tx, long actor) {
    return reader(tx, actor).map(reader -> resetLink(tx, reader));
  }

  private String resetLink(Transaction tx, Reader reader) {
    var account = reader.account();
    var secret = links.issue(tx, Purpose.RESET, account.actor(), account.email());
    return reader.home().url(RESET + secret.text()).text();
  }

  /** Tells an address that it is no longer used. */
  Optional<Letter> farewell(Queries queries, long actor, String to) {
    return reader(queries, actor)
        .map(reader -> notice(reader, to, "The e-mail address of %s was changed to another one."));
  }

  /** Empty where nobody confirmed an address to write to. */
  Optional<Letter> news(Queries queries, LetterKind kind, long actor) {
    return reader(queries, actor)
        .filter(reader -> reader.account().standing().confirmedAt().isPresent())
        .map(reader -> notice(reader, reader.account().email(), said(kind)));
  }

  private static String said(LetterKind kind) {
    return switch (kind) {
      case APPROVED -> "Your account %s was approved: you can sign in now.";
      case PASSWORD_CHANGED -> "The password of %s was changed, and every session was ended.";
      case RESET_LINK_MADE -> "The operator made a link that sets a new password for %s.";
      case ROLE_CHANGED -> "The operator changed the role of %s.";
      default -> "The operator made an access token that acts as %s.";
    };
  }

  private static Letter notice(Reader reader, String to, String what) {
    var sentence = what.formatted(reader.name());
    return letter(
        to,
        "About your account at " + reader.home().authority(),
        """
        Hello,

        %s

        You see where you are signed in, and can end it, at
        %s
        """
            .formatted(sentence, reader.home().url(SIGN_IN).text()));
  }

  private static Letter letter(String to, String subject, String text) {
    return new Letter(to, subject, text);
  }

  private Optional<Reader> reader(Queries queries, long actor) {
    var account = accounts.byActor(queries, actor).map(Credentials::account);
    return account.flatMap(
        found -> actors.byId(queries, actor).map(row -> new Reader(found, row, home(row))));
  }

  private Domain home(ActorRow actor) {
    return domains.byAuthority(actor.handle().authority()).orElseGet(domains::primary);
  }
}
