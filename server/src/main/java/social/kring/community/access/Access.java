package social.kring.community.access;

import java.security.SecureRandom;
import social.kring.community.Capability;
import social.kring.community.Foundation;
import social.kring.community.people.People;
import social.kring.platform.cpu.CpuPool;
import social.kring.platform.domains.Domains;

/** Accounts, sign-in, apps and tokens, put together. */
public final class Access {
  private final Foundation base;
  private final AccessTables tables = AccessTables.create();
  private final SecureRandom random;
  private final Accounts accounts;
  private final SignIns signIns;
  private final SignUps signUps;
  private final Tokens tokens;

  /**
   * How the operator wants it.
   *
   * @param limited whether attempts are limited; off only for tests and closed networks
   */
  public record Rules(SignUps.Policy signUps, boolean limited) {}

  public Access(
      Foundation base,
      People people,
      Domains domains,
      CpuPool cpu,
      SecureRandom random,
      Rules rules) {
    this(base, people, domains, new Passwords(Argon2id.RECOMMENDED, random, cpu), random, rules);
  }

  Access(
      Foundation base,
      People people,
      Domains domains,
      Passwords passwords,
      SecureRandom random,
      Rules rules) {
    this.base = base;
    this.random = random;
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
    signUps = new SignUps(rules.signUps(), accounts, attempts, base.database());
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
    return Capability.named("access").working(new Sweep(tables, base.database(), base.clock()));
  }
}
