package social.kring.community.access;

import java.util.Optional;
import social.kring.protocol.Problem;

/**
 * What a token gives.
 *
 * @param token id of the token
 * @param application the app that holds it; empty where an operator made it
 * @param account whom it speaks for; empty where the app speaks for itself
 */
public record Authorization(
    long token, Optional<Long> application, Optional<Account> account, Scopes scopes) {

  /**
   * Checks one scope.
   *
   * @throws Problem FORBIDDEN if the token has none that covers it
   */
  public Authorization require(String scope) {
    if (!scopes.covers(scope)) {
      throw Problem.forbidden("this action is outside the authorized scopes: it needs " + scope);
    }
    return this;
  }

  /**
   * The person it speaks for.
   *
   * @throws Problem INVALID if an app speaks for itself
   */
  public Account requireAccount() {
    return account.orElseThrow(() -> Problem.invalid("This method requires an authenticated user"));
  }
}
