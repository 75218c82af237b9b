package social.kring.community.people;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import social.kring.protocol.Problem;

/** Which names a person can have. */
final class Names {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_]{1,30}");

  /** Names by which mail servers, certificate authorities and people expect the operator. */
  private static final Set<String> RESERVED =
      Set.of("abuse", "hostmaster", "postmaster", "webmaster", "security", "noreply", "root");

  private Names() {}

  static boolean allows(String name) {
    return SHAPE.matcher(name).matches() && !RESERVED.contains(name.toLowerCase(Locale.ROOT));
  }

  /**
   * @throws Problem INVALID for what cannot be the name of a person
   */
  static String check(String name) {
    if (!SHAPE.matcher(name).matches()) {
      throw Problem.invalid(
          "username is \"" + name + "\", expected 1 to 30 letters, digits or underscores");
    }
    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      throw Problem.invalid("username is \"" + name + "\", which is reserved");
    }
    return name;
  }
}
