package social.kring.testing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;

/**
 * What a server answered.
 *
 * @param headers by their names in lower case
 */
public record Answer(int status, Map<String, String> headers, String body) {

  static Answer parse(String text) {
    var end = text.indexOf("\r\n\r\n");
    var lines = text.substring(0, end).split("\r\n");
    return new Answer(
        Integer.parseInt(lines[0].split(" ")[1]),
        Arrays.stream(lines)
            .skip(1)
            .map(line -> line.split(": ?", 2))
            .collect(
                Collectors.toMap(
                    line -> line[0].toLowerCase(Locale.ROOT),
                    line -> line[1],
                    (one, more) -> one + ", " + more)),
        text.substring(end + 4));
  }

  public Tree tree() {
    return StrictJson.parse(body);
  }

  public String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }
}
