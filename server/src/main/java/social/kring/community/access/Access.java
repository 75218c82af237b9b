package social.kring.community.access;

import java.security.SecureRandom;
import java.util.Optional;
import social.kring.community.Capability;
import social.kring.community.Foundation;
import social.kring.community.people.People;
import social.kring.platform.cpu.CpuPool;
import social.kring.platform.domains.Domains;
import social.kring.platform.mail.Mailer;

/** Accounts, sign-in, apps and tokens, put together. */
public final class Access {
  private final Foundation base;
  private final AccessTables tables = AccessTables.create();
  private final SecureRandom random;
  private final Mailer mailer;
  private final Rules rules;
  private final Accounts accounts;
  private final SignIns signIns;
  private final SignUps signUps;
  private final Tokens tokens;
  private final Admission admission;
  private final Post post;
  private final AccountDeletion deletion;

  /**
   * How the operator wants it.
   *
   * @param limited whether attempts are limited; off only for tests and closed networks
   * @param passwordGrant whether apps may send passwords, against RFC 9700 §2.4
   * @param minimumAge how old somebody has to be to sign up
   */
  public record Rules(
      SignUps.Policy signUps,
      boolean limited,
      boolean passwordGrant,
      Optional<Integer> minimumAge) {

    /** Neither passwords from apps nor a question about age. */
    public Rules(SignUps.Policy signUps, boolean limited) {
      this(signUps, limited, false, Optional.empty());
    }
  }

  /** What is sent to people, and what comes of it. */
  private record Post(
      LetterWriter writer, Letters letters, EmailChanges emails, PasswordChanges passwords) {}

  /** Where no mail is sent. */
  public Access(
      Foundation base,
      People people,
      Domains domains,
      CpuPool cpu,
      SecureRandom random,
      Rules rules) {
    this(base, people, domains, cpu, random, rules, Mailer.none());
  }

  public Access(
      Foundation base,
      People people,
      Domains domains,
      CpuPool cpu,
      SecureRandom random,
      Rules rules,
      Mailer mailer) {
    this(
        base,
        people,
        domains,
        new Passwords(Argon2id.RECOMMENDED, random, cpu),
        random,
        rules,
        mailer);
  }

  Access(
      Foundation base,
      People people,
      Domains domains,
      Passwords passwords,
      SecureRandom random,
      Rules rules,
      Mailer mailer) {
    this.base = base;
    this.random = random;
    this.mailer = mailer;
    this.rules = rules;
    var attempts =
        new Attempts(tables.attempts(), base.database(), base.ids(), base.clock(), rules.limited());
    signIns =
        new SignIns(
            tables.accounts(), base.actors(), domains, passwords, attempts, base.database());
    tokens =
        new Tokens(
            tables.tokens(),
            tables.applications(),
            base.events(),
            base.ids(),
            random,
            base.clock());
    accounts =
        new Accounts(
            tables.accounts(), people, passwords, sessionList(), base.events(), base.clock());
    admission = new Admission(tables, people, base.actors(), base.events(), base.clock());
    post = post(domains, attempts);
    deletion = deletion(people, new AccountDeletion.Proof(passwords, attempts));
    signUps =
        new SignUps(
            rules,
            new SignUpRules(rules.minimumAge(), base.clock()),
            accounts,
            new SignUps.Joining(
                tables.joining().signUps(), invites(), admission, post.letters(), domains),
            attempts,
            base.actors(),
            base.database());
  }

  private Post post(Domains domains, Attempts attempts) {
    var links = new MailLinks(tables.joining().links(), random, base.clock());
    var writer = new LetterWriter(tables.accounts(), base.actors(), domains, links);
    var letters = new Letters(base.jobs(), base.clock());
    return new Post(
        writer,
        letters,
        new EmailChanges(
            tables.accounts(), links, writer, letters, admission, attempts, base.database()),
        new PasswordChanges(accounts, signIns, links, writer, letters, attempts, base.database()));
  }

  public Rules rules() {
    return rules;
  }

  /** Whether people get mail from here; else the operator hands links over. */
  public boolean sendsMail() {
    return mailer.available();
  }

  public EmailChanges emails() {
    return post.emails();
  }

  public PasswordChanges passwords() {
    return post.passwords();
  }

  private AccountDeletion deletion(People people, AccountDeletion.Proof proof) {
    return new AccountDeletion(
        tables.accounts(),
        people,
        base.actors(),
        proof,
        sessionList(),
        new AccountDeletion.Later(base.jobs(), base.database(), base.clock()));
  }

  public AccountDeletion deletion() {
    return deletion;
  }

  public Admission admission() {
    return admission;
  }

  public Invites invites() {
    return new Invites(tables.joining().invites(), base.ids(), random, base.clock());
  }

  public Accounts accounts() {
    return accounts;
  }

  public SignIns signIns() {
    return signIns;
  }

  public SignUps signUps() {
    return signUps;
  }

  public Tokens tokens() {
    return tokens;
  }

  public Applications applications() {
    return new Applications(tables.applications(), base.ids(), random, base.clock());
  }

  public Codes codes() {
    return new Codes(tables.codes(), tokens, random, base.clock());
  }

  public BrowserSessions browserSessions() {
    return new BrowserSessions(
        tables.browsers(), tables.accounts(), base.ids(), random, base.clock());
  }

  public SessionList sessionList() {
    return new SessionList(tables.tokens(), tables.browsers(), tables.applications(), tokens);
  }

  public Capability capability() {
    return Capability.named("access")
        .addressing(People.everybody())
        .consuming(new Correspondence(post.letters()))
        .working(
            new Sweep(tables, admission, base.database(), base.clock()),
            deletion,
            new LetterJob(post.writer(), mailer, base.database()));
  }
}
