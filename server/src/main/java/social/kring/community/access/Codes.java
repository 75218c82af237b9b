package social.kring.community.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import social.kring.community.access.CodeTable.CodeRow;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;

/**
 * Authorization codes: good once, for five minutes, for the application, the redirect URI and the
 * verifier that they were asked with. RFC 6749 §4.1, RFC 7636.
 */
public final class Codes {
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  private final CodeTable table;
  private final Tokens tokens;
  private final SecureRandom random;
  private final Clock clock;

  Codes(CodeTable table, Tokens tokens, SecureRandom random, Clock clock) {
    this.table = table;
    this.tokens = tokens;
    this.random = random;
    this.clock = clock;
  }

  /**
   * What an application shows to redeem a code.
   *
   * @param verifier PKCE code_verifier
   */
  public record Redemption(
      Application application, String code, String redirectUri, Optional<String> verifier) {}

  /**
   * @throws Problem INVALID for scopes that the application did not register
   */
  public Secret issue(Transaction tx, Application application, Grant grant) {
    application.require(grant.scopes());
    var code = Secret.random(random);
    table.insert(tx, code.hash(), grant, clock.instant());
    return code;
  }

  /**
   * Gives a token for a code. A code that comes twice takes back what it gave.
   *
   * @return empty if the code does not hold for this application, redirect URI and verifier, or no
   *     longer
   */
  public Optional<Tokens.Issued> redeem(Transaction tx, Redemption redemption) {
    var hash = new Secret(redemption.code()).hash();
    var row = table.lock(tx, hash).filter(code -> holds(code, redemption));
    if (row.isEmpty()) {
      return Optional.empty();
    }
    if (row.get().used()) {
      tokens.revokeOfCode(tx, hash);
      return Optional.empty();
    }
    table.use(tx, hash, clock.instant());
    return Optional.of(tokens.issueForCode(tx, row.get().grant(), hash));
  }

  private boolean holds(CodeRow code, Redemption redemption) {
    var grant = code.grant();
    return grant.application() == redemption.application().id()
        && grant.redirectUri().equals(redemption.redirectUri())
        && code.issuedAt().plus(LIFETIME).isAfter(clock.instant())
        && Pkce.answers(grant.challenge(), redemption.verifier());
  }
}
