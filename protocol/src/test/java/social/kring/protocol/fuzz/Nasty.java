package social.kring.protocol.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;

/** Values that somebody did not think of. */
final class Nasty {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int LONGEST = 120_000;

  /** Stands for an escape that no tree holds: half of a surrogate pair. */
  private static final char HALF = '\uE000';

  static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\n",
          "\u0000",
          String.valueOf(HALF),
          "a" + HALF,
          "\u0001",
          "\u007f",
          "\u0085",
          "\u200b",
          "\u200d",
          "\u202e",
          "\u2028",
          "\u2066",
          "\ufeff",
          "\uffff",
          "e\u0301",
          "\ud83d\ude00",
          "\ud83c\udff4\udb40\udc67\udb40\udc7f",
          "\u0130",
          "\u017f",
          "\u00df",
          "\u3002",
          "\uff0e",
          "null",
          "NaN",
          "Infinity",
          "-0",
          "0x1p3",
          "1e400",
          "true",
          "[]",
          "{}",
          "as:Public",
          "Public",
          "https://www.w3.org/ns/activitystreams#Public",
          "_:b0",
          "#",
          "@",
          "@@",
          "@id",
          "@type",
          "@a@b@c",
          "acct:a@b.example",
          "did:key:z6Mk",
          "z6Mk",
          "urn:x:y",
          "data:text/html,x",
          "javascript:alert(1)",
          "http://",
          "https://",
          "https:///x",
          "https://a.example",
          "https://a.example/",
          "https://A.EXAMPLE:443/%2e%2e/x?y#z",
          "https://a.example:0/",
          "https://a.example:65536/",
          "https://user:pw@a.example/",
          "https://[::1]/",
          "https://127.1/",
          "https://xn--a.example/",
          "https://xn--.example/",
          "https://\u3002/",
          "https://a\u3002b/",
          "https://\u00fc.example/\u00fc?\u00fc#\u00fc",
          "https://\u0644\u0627.example/",
          "https://a..b/",
          "//a.example/x",
          "/x",
          "?",
          "0001-01-01T00:00:00Z",
          "9999-12-31T23:59:60Z",
          "+999999999-12-31T23:59:59.999999999+18:00",
          "-999999999-01-01T00:00:00-18:00",
          "+271821-04-20T00:00:00Z",
          "2026-02-30T00:00:00Z",
          "2026-11-20T24:00:00Z",
          "2026-11-20",
          "2026-11-20T10:00:00+25:00",
          "PT1S",
          "text/html",
          "text/plain; charset=\"",
          "*/*",
          "und",
          "x-default",
          "i-klingon",
          "EN-latn-GB-boont-r-extended-sequence-x-private",
          "<p>",
          "<p onclick=x><script>alert(1)</script>",
          "<![CDATA[",
          "<!--",
          "&#0;&#xD800;&#x110000;&bogus;",
          "<svg><style><img src=x onerror=alert(1)>",
          ":blobcat:",
          "::",
          ":\u200b:",
          "#\u200d",
          "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----",
          "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEF\n-----END PUBLIC KEY-----\n");

  private static final List<JsonNode> NUMBERS =
      List.of(
          NODES.numberNode(0),
          NODES.numberNode(-1),
          NODES.numberNode(1.5),
          NODES.numberNode(Long.MAX_VALUE),
          NODES.numberNode(Long.MIN_VALUE),
          NODES.numberNode(BigInteger.ONE.shiftLeft(64)),
          NODES.numberNode(BigInteger.TEN.pow(60)),
          NODES.numberNode(BigInteger.TEN.pow(400)),
          DecimalNode.valueOf(new BigDecimal("1e308")),
          DecimalNode.valueOf(new BigDecimal("1e309")),
          DecimalNode.valueOf(new BigDecimal("-1e400")),
          DecimalNode.valueOf(new BigDecimal("1e999999999")),
          DecimalNode.valueOf(new BigDecimal("1e-999999999")),
          DecimalNode.valueOf(new BigDecimal("0.1e-320")));

  private Nasty() {}

  static JsonNode value(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
      case 3 -> NODES.arrayNode();
      case 4 -> NODES.objectNode();
      case 5 -> NODES.textNode(longText(random));
      default -> NODES.textNode(text(random));
    };
  }

  static String text(Random random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private static String longText(Random random) {
    var part = text(random) + "x";
    return part.repeat(1 + random.nextInt(LONGEST) / part.length());
  }

  /** JSON with the escapes that no tree holds. */
  static String written(String json) {
    return json.replace(String.valueOf(HALF), "\\ud800");
  }
}
