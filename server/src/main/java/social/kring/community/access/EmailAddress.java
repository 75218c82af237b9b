package social.kring.community.access;

import java.util.regex.Pattern;
import social.kring.protocol.Problem;

/**
 * What can be an e-mail address. Narrower than RFC 5321: no quotes, comments or names, so that
 * nothing but one address can be read in it.
 */
final class EmailAddress {
  private static final int LONGEST = 254;
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern SHAPE =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@" + LABEL + "(?:\\." + LABEL + "){0,20}");

  private EmailAddress() {}

  static boolean isOne(String text) {
    return text.length() <= LONGEST && SHAPE.matcher(text).matches();
  }

  /**
   * @throws Problem INVALID for what is none
   */
  static String check(String text) {
    var address = text.strip();
    if (!isOne(address)) throw Problem.invalid("\"" + text + "\" is not an e-mail address");
    return address;
  }
}
