package social.kring.community.access;

import java.util.List;
import java.util.Optional;
import social.kring.protocol.Problem;

/**
 * An app that people let act for them. RFC 6749 §2.
 *
 * @param redirectUris where codes may be sent, compared letter by letter
 * @param scopes the most that it may ask for
 */
public record Application(
    long id,
    String clientId,
    String name,
    Optional<String> website,
    List<String> redirectUris,
    Scopes scopes) {

  public Application {
    redirectUris = List.copyOf(redirectUris);
  }

  /**
   * What it asks for, where it may.
   *
   * @throws Problem INVALID for scopes that it did not register
   */
  public Scopes require(Scopes wanted) {
    if (scopes.covers(wanted)) return wanted;
    throw Problem.invalid("the application did not register the scopes \"" + wanted + "\"");
  }

  /** Where to send a code that is shown to the person instead, to be copied. */
  public static final String OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob";
}
