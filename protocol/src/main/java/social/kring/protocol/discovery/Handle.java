package social.kring.protocol.discovery;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;
import social.kring.protocol.url.Origin;

/**
 * A name at a host, {@code @alice@acme.example}: how people find people.
 *
 * @param authority host, with the port where it is not the usual one; lower case
 */
public record Handle(String name, String authority) {
  private static final int SHOWN = 200;
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}_]([\\p{L}\\p{N}_.\\-]{0,499})");

  /**
   * @throws Problem MALFORMED where name or authority cannot be
   */
  public Handle {
    if (!NAME.matcher(name).matches() || name.endsWith(".")) {
      throw refused(name, "a name, expected letters and digits");
    }
    authority = Origin.ofAuthority(authority).authority();
  }

  /**
   * Reads {@code @name@host}, {@code name@host} and {@code acct:name@host}.
   *
   * @throws Problem MALFORMED, naming the text
   */
  public static Handle parse(String text) {
    var bare = text.strip().replaceFirst("^(acct:@?|@)", "");
    var at = bare.indexOf('@');
    if (at < 1 || bare.length() > 1_000) {
      throw refused(text, "a handle, expected @name@host");
    }
    return new Handle(bare.substring(0, at), bare.substring(at + 1));
  }

  private static Problem refused(String text, String what) {
    var shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return Problem.malformed("\"" + shown + "\" is not " + what);
  }

  public static Optional<Handle> tryParse(String text) {
    try {
      return Optional.of(parse(text));
    } catch (Problem notOne) {
      return Optional.empty();
    }
  }

  /** {@code name@host}, as in {@code acct:} and in the client API. */
  public String acct() {
    return name + "@" + authority;
  }

  /** Names are compared without regard to case. */
  public boolean matches(Handle other) {
    return name.equalsIgnoreCase(other.name) && authority.equals(other.authority);
  }

  /** {@code @name@host}. */
  @Override
  public String toString() {
    return "@" + acct();
  }

  /** Who is asked about this handle. */
  public Origin origin() {
    return Origin.ofAuthority(authority);
  }

  /** Where to ask about it (RFC 7033 §4.1). */
  public FediUrl webFingerUrl() {
    return FediUrl.parse(
        origin().text()
            + "/.well-known/webfinger?resource="
            + URLEncoder.encode("acct:" + acct(), StandardCharsets.UTF_8));
  }
}
