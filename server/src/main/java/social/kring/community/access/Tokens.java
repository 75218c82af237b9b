package social.kring.community.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import social.kring.community.access.TokenTable.TokenRow;
import social.kring.platform.events.Events;
import social.kring.platform.events.Happening;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/** Bearer tokens. RFC 6750. Kept as hashes, so that whoever reads the database cannot use them. */
public final class Tokens {
  /** How exactly the last use of a token is known: writing down each would be a write a request. */
  private static final Duration USE_RESOLUTION = Duration.ofHours(1);

  private final TokenTable table;
  private final ApplicationTable applications;
  private final Events events;
  private final Ids ids;
  private final SecureRandom random;
  private final Clock clock;

  Tokens(
      TokenTable table,
      ApplicationTable applications,
      Events events,
      Ids ids,
      SecureRandom random,
      Clock clock) {
    this.table = table;
    this.applications = applications;
    this.events = events;
    this.ids = ids;
    this.random = random;
    this.clock = clock;
  }

  /** A new token, shown this once. */
  public record Issued(Secret secret, Scopes scopes, Instant createdAt) {}

  /**
   * A token by which an application speaks for itself. RFC 6749 §4.4.
   *
   * @throws Problem INVALID for scopes that it did not register
   */
  public Issued issueToApplication(Transaction tx, Application application, Scopes scopes) {
    application.require(scopes);
    return insert(
        tx,
        row(Optional.of(application.id()), Optional.empty(), scopes, Optional.empty()),
        Optional.empty());
  }

  /**
   * A token by which an application acts for somebody who has told it her password, or signed up
   * with it.
   *
   * @throws Problem INVALID for scopes that it did not register
   */
  public Issued issueToPerson(Transaction tx, Application application, long actor, Scopes scopes) {
    application.require(scopes);
    var row = row(Optional.of(application.id()), Optional.of(actor), scopes, Optional.empty());
    return insert(tx, row, Optional.empty());
  }

  /**
   * A token that an operator makes for a person, who sees it among her sessions.
   *
   * @param operator who made it, as she will read it
   */
  public Issued issueByOperator(Transaction tx, long actor, Scopes scopes, String operator) {
    var issued =
        insert(
            tx,
            row(Optional.empty(), Optional.of(actor), scopes, Optional.of(operator)),
            Optional.empty());
    var details = Tree.builder().put("by", operator).build();
    events.record(tx, Happening.here("token.made_by_operator", actor, details));
    return issued;
  }

  /** The token for a code that was redeemed. */
  Issued issueForCode(Transaction tx, Grant grant, byte[] code) {
    var row =
        row(
            Optional.of(grant.application()),
            Optional.of(grant.actor()),
            grant.scopes(),
            Optional.empty());
    return insert(tx, row, Optional.of(code));
  }

  /**
   * What a token gives.
   *
   * @throws Problem UNAUTHENTICATED for one that was never issued or was revoked; FORBIDDEN, saying
   *     why, where the account may not be used
   */
  public Authorization authenticate(Database database, String token) {
    var authorization = identify(database, token);
    authorization.account().ifPresent(Tokens::requireActive);
    return authorization;
  }

  /**
   * As above, also for an account that waits to be confirmed or approved, or is disabled.
   *
   * @throws Problem UNAUTHENTICATED for a token that was never issued or was revoked
   */
  public Authorization identify(Database database, String token) {
    var held = table.byHash(database, new Secret(token).hash()).orElseThrow(Tokens::invalid);
    var row = held.token();
    if (row.actor().isPresent() && held.account().isEmpty()) throw invalid();
    noteUse(database, row);
    return new Authorization(row.id(), row.application(), held.account(), row.scopes());
  }

  /** In the words that apps know. */
  static void requireActive(Account account) {
    var standing = account.standing();
    if (standing.suspendedAt().isPresent()) {
      throw Problem.forbidden("Your login is currently disabled");
    }
    if (standing.confirmedAt().isEmpty()) {
      throw Problem.forbidden("Your login is missing a confirmed e-mail address");
    }
    if (standing.approvedAt().isEmpty()) {
      throw Problem.forbidden("Your login is currently pending approval");
    }
  }

  /**
   * Revokes a token that this application holds; any other text changes nothing (RFC 7009 §2.2).
   */
  public void revoke(Transaction tx, Application application, String token) {
    table
        .deleteHeld(tx, new Secret(token).hash(), application.id())
        .ifPresent(held -> recordRevoked(tx, held.id(), held.actor()));
  }

  /**
   * Ends one of a person's own sessions.
   *
   * @throws Problem NOT_FOUND if she has no such token
   */
  public void revoke(Transaction tx, long token, long actor) {
    if (!table.delete(tx, token, actor)) {
      throw Problem.notFound("there is no session " + token);
    }
    recordRevoked(tx, token, Optional.of(actor));
  }

  /** Ends everything that apps may do for a person, as when somebody else may know her password. */
  void revokeAllOf(Transaction tx, long actor) {
    table
        .deleteOfActor(tx, actor)
        .forEach(token -> recordRevoked(tx, token.id(), Optional.of(actor)));
  }

  /**
   * Which of these tokens still give anything: neither revoked nor of an account that may not be
   * used. What goes on for long, as a stream does, asks now and then, whichever process revoked.
   */
  public Set<Long> stillGood(Queries queries, Collection<Long> tokens) {
    return tokens.isEmpty() ? Set.of() : table.stillGood(queries, tokens);
  }

  /** A code came twice, so somebody has stolen it: what it gave is taken back (RFC 6749 §4.1.2). */
  void revokeOfCode(Transaction tx, byte[] code) {
    table.deleteByCode(tx, code).forEach(token -> recordRevoked(tx, token.id(), token.actor()));
  }

  private TokenRow row(
      Optional<Long> application, Optional<Long> actor, Scopes scopes, Optional<String> madeBy) {
    return new TokenRow(
        ids.next(), application, actor, scopes, madeBy, clock.instant(), Optional.empty());
  }

  private Issued insert(Transaction tx, TokenRow row, Optional<byte[]> code) {
    var secret = Secret.random(random);
    table.insert(tx, row, secret.hash(), code);
    row.application().ifPresent(id -> applications.use(tx, id, row.createdAt()));
    return new Issued(secret, row.scopes(), row.createdAt());
  }

  private void noteUse(Database database, TokenRow row) {
    var now = clock.instant();
    var stale = row.usedAt().map(used -> used.plus(USE_RESOLUTION).isBefore(now)).orElse(true);
    if (stale) {
      database.transaction(
          tx -> {
            table.used(tx, row.id(), now);
            return null;
          });
    }
  }

  private void recordRevoked(Transaction tx, long token, Optional<Long> actor) {
    var details = Tree.builder().put("actor", actor.map(id -> Long.toString(id))).build();
    events.record(tx, Happening.here("token.revoked", token, details));
  }

  private static Problem invalid() {
    return Problem.unauthenticated("the access token is invalid");
  }
}
