package social.kring.protocol.fuzz;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Something that happens to a line of text; the same change does the same to the same text. */
public record TextChange(long seed) {
  private static final int MOST = 4;
  private static final int LONGEST = 20_000;

  private static final List<String> PIECES =
      List.of(
          "\"",
          "'",
          "\\",
          ",",
          ";",
          "=",
          ":",
          "/",
          "//",
          "?",
          "#",
          "@",
          "[",
          "]",
          "(",
          ")",
          "<",
          ">",
          "%",
          "%00",
          "%2f",
          "%zz",
          "+",
          "-",
          "--",
          "_",
          ".",
          "..",
          "*",
          "~",
          "&",
          "{",
          "}",
          "\t",
          "\r\n",
          "\u0000",
          "\ud800",
          "\udc00",
          "0",
          "99999999999999999999",
          "1e5",
          "-1",
          "0x7f",
          "\u0660",
          "\u3002",
          "\u200d",
          "\u00ad",
          "\u00df",
          "\u0130",
          "\ud835\udc1a",
          "sig1",
          "keyId=",
          "rsa-sha256",
          "GMT",
          "xn--",
          "AA==",
          "===");

  public static Arbitrary<TextChange> arbitrary() {
    return Arbitraries.longs().map(TextChange::new);
  }

  public String apply(String text) {
    var random = new Random(seed);
    var changed = text;
    var most = 1 + random.nextInt(MOST);
    for (var i = 0; i < most; i++) changed = once(changed, random);
    return changed;
  }

  private static String once(String text, Random random) {
    var at = random.nextInt(text.length() + 1);
    var end = at + random.nextInt(text.length() - at + 1);
    return switch (random.nextInt(8)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(at);
      case 2 -> text.substring(0, at) + text.substring(end);
      case 3 -> text.substring(0, end) + text.substring(at);
      case 4 -> text.substring(0, at) + text.substring(at, end).repeat(3) + text.substring(end);
      case 5 -> text.substring(0, at) + repeated(random) + text.substring(at);
      case 6 -> text.substring(0, at) + Nasty.text(random) + text.substring(end);
      default -> text.substring(0, at) + piece(random) + text.substring(at);
    };
  }

  private static String repeated(Random random) {
    var piece = piece(random);
    return piece.repeat(1 + random.nextInt(LONGEST / piece.length()));
  }

  private static String piece(Random random) {
    return PIECES.get(random.nextInt(PIECES.size()));
  }
}
