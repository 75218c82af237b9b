package social.kring.protocol.signature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import social.kring.protocol.Problem;

/** A block of base64 between its label's lines. RFC 7468 §2, with white space wherever it is. */
record PemBlock(String label, byte[] content) {
  private static final int LONGEST = 8_192;
  private static final int LINE = 64;
  private static final Pattern SHAPE =
      Pattern.compile("\\s*-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]*)-----END \\1-----\\s*");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  static PemBlock parse(String text) {
    if (text.length() > LONGEST) throw malformed();
    var parts = SHAPE.matcher(text);
    if (!parts.matches()) throw malformed();
    try {
      var base64 = SPACE.matcher(parts.group(2)).replaceAll("");
      return new PemBlock(parts.group(1), Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      throw malformed();
    }
  }

  String text() {
    var lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, lines.encodeToString(content), label);
  }

  private static Problem malformed() {
    return Problem.malformed("The key is not in PEM (RFC 7468)");
  }
}
