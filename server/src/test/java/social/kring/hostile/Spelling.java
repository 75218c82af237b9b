package social.kring.hostile;

import java.util.List;
import java.util.stream.Stream;

/**
 * A way to write an address of this machine that a careless node would go to.
 *
 * @param start all before the path
 */
record Spelling(String start) {
  /** PORT is one where nobody may come, PEER that of an admitted peer, named in ADMITTED. */
  private static final List<String> AUTHORITIES =
      List.of(
          "127.0.0.1:PORT",
          "127.0.0.1.:PORT",
          "127.1:PORT",
          "127.0.1:PORT",
          "2130706433:PORT",
          "0x7f000001:PORT",
          "0x7f.0x0.0x0.0x1:PORT",
          "0177.0.0.1:PORT",
          "017700000001:PORT",
          "127.00.00.01:PORT",
          "127.66.66.66:PORT",
          "0:PORT",
          "0.0.0.0:PORT",
          "[::1]:PORT",
          "[0:0:0:0:0:0:0:1]:PORT",
          "[0000:0000:0000:0000:0000:0000:0000:0001]:PORT",
          "[::]:PORT",
          "[::ffff:127.0.0.1]:PORT",
          "[::ffff:7f00:1]:PORT",
          "[::127.0.0.1]:PORT",
          "[::7f00:1]:PORT",
          "[64:ff9b::7f00:1]:PORT",
          "[2002:7f00:1::]:PORT",
          "[::1%lo]:PORT",
          "[::1%25lo]:PORT",
          "localhost:PORT",
          "LocalHost:PORT",
          "localhost.:PORT",
          "anything.localhost:PORT",
          "ADMITTED:PORT",
          "\uFF11\uFF12\uFF17.0.0.1:PORT",
          "\u2460\u2461\u2466.\u24EA.\u24EA.\u2460:PORT",
          "127\u30020\u30020\u30021:PORT",
          "\u24DBocalhost:PORT",
          "loc\u00ADalhost:PORT",
          "someone@127.0.0.1:PORT",
          "ADMITTED:PEER@127.0.0.1:PORT",
          "127.0.0.1:PORT\\@ADMITTED:PEER",
          "127.0.0.1:PORT#@ADMITTED:PEER",
          "internal.example:PORT",
          "six.example:PORT",
          "mapped.example:PORT",
          "nat64.example:PORT",
          "several.example:PORT");

  private static final List<String> BY_TLS =
      List.of(
          "127.0.0.1:PORT",
          "127.1:PORT",
          "0.0.0.0:PORT",
          "[::1]:PORT",
          "[::ffff:127.0.0.1]:PORT",
          "localhost:PORT",
          "anything.localhost:PORT",
          "internal.example:PORT",
          "six.example:PORT",
          "mapped.example:PORT",
          "nat64.example:PORT",
          "several.example:PORT");

  private static final List<String> STARTS =
      List.of(
          "HTTP://127.0.0.1:PORT",
          "http:127.0.0.1:PORT",
          "http:/127.0.0.1:PORT",
          "http:///127.0.0.1:PORT",
          "http:\\\\127.0.0.1:PORT",
          "//127.0.0.1:PORT",
          "ftp://127.0.0.1:PORT",
          "gopher://127.0.0.1:PORT",
          "jar:http://127.0.0.1:PORT",
          "url:http://127.0.0.1:PORT",
          "ws://127.0.0.1:PORT",
          "file://127.0.0.1:PORT");

  /**
   * @param admitted the name of a peer that may be asked at one port
   */
  static List<Spelling> all(int forbiddenPort, String admitted, int admittedPort) {
    return Stream.of(
            AUTHORITIES.stream().map(authority -> "http://" + authority),
            BY_TLS.stream().map(authority -> "https://" + authority),
            STARTS.stream())
        .flatMap(starts -> starts)
        .map(start -> start.replace("PORT", "" + forbiddenPort))
        .map(start -> start.replace("PEER", "" + admittedPort))
        .map(start -> start.replace("ADMITTED", admitted))
        .map(Spelling::new)
        .toList();
  }

  String at(String path) {
    return start + path;
  }

  /** As handles name hosts. */
  String authority() {
    return start.replaceFirst("^[A-Za-z]+:/*", "");
  }
}
