package social.kring.door.api;

import java.util.List;
import social.kring.community.access.Authorization;
import social.kring.protocol.Problem;

/**
 * Who may call a route of the client API.
 *
 * @param scopes of which the token needs one
 */
public record Permission(Level level, List<String> scopes) {

  /** What a caller has to bring. */
  public enum Level {
    /** Nothing; a token is not even looked at. */
    ANYONE,
    /** Nothing, but a token that comes along has to fit. */
    PUBLIC,
    /** A token, be it of an app that speaks for itself. */
    APPLICATION,
    /** A token of a person, also of one who is not let in yet. */
    NEWCOMER,
    /** A token of a person. */
    PERSON
  }

  public Permission {
    scopes = List.copyOf(scopes);
  }

  /** What is the same for everyone. */
  public static Permission anyone() {
    return new Permission(Level.ANYONE, List.of());
  }

  /** What everyone may see, and who is signed in sees more of. */
  public static Permission open(String... scopes) {
    return new Permission(Level.PUBLIC, List.of(scopes));
  }

  /** What an app may do before anybody has signed in with it. */
  public static Permission application(String... scopes) {
    return new Permission(Level.APPLICATION, List.of(scopes));
  }

  /** What somebody may do who waits to be confirmed or approved. */
  public static Permission newcomer(String... scopes) {
    return new Permission(Level.NEWCOMER, List.of(scopes));
  }

  /** What is a person's own. */
  public static Permission person(String... scopes) {
    return new Permission(Level.PERSON, List.of(scopes));
  }

  /**
   * @throws Problem FORBIDDEN where the token has none of the scopes, INVALID where it speaks for
   *     nobody
   */
  Authorization check(Authorization authorization) {
    if (scopes.stream().noneMatch(authorization.scopes()::covers)) {
      throw Problem.forbidden(
          "This action is outside the authorized scopes: it needs " + scopes.getFirst());
    }
    if (level == Level.PERSON || level == Level.NEWCOMER) authorization.requireAccount();
    return authorization;
  }
}
