package social.kring.faults;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Activities that break whoever reads them carelessly. */
final class Poison {
  private static final List<String> TYPES = List.of("Note", "Question", "Article", "Video");

  private static final String LONG = "x".repeat(65_536);

  /** What is said of the object, behind its id, type and author. */
  private static final List<String> SHAPES =
      List.of(
          "\"content\":\"a\\u0000b\"",
          "\"content\":\"\\ud800\"",
          "\"content\":\"<p>x</p>\",\"published\":\"+271821-04-20T00:00:00Z\"",
          "\"content\":\"<p>x</p>\",\"published\":\"271821-04-20T00:00:00Z\"",
          "\"content\":\"<p>x</p>\",\"published\":\"-200000-01-01T00:00:00Z\"",
          "\"content\":\"<p>x</p>\",\"updated\":\"9999-12-31T23:59:60Z\"",
          "\"content\":\"<p>x</p>\",\"published\":1e400",
          "\"content\":\"<p>x</p>\",\"votersCount\":1e300",
          "\"content\":\"<p>x</p>\",\"votersCount\":-9223372036854775808",
          "\"content\":\"<p>x</p>\",\"inReplyTo\":\"ID\"",
          "\"content\":\"<p>x</p>\",\"inReplyTo\":[\"ID\",{\"id\":7},[[]]]",
          "\"content\":{\"en\":[\"x\",{}]}",
          "\"contentMap\":{\"\":\"x\",\"zz-zz-zz-zz-zz\":\"y\",\"en\":7}",
          "\"content\":[\"<p>x</p>\",null,{\"@value\":\"y\"}]",
          "\"summary\":[[[\"x\"]]],\"content\":\"<p>x</p>\"",
          "\"content\":\"<p>x</p>\",\"tag\":[null,7,{\"type\":[\"Mention\"]},{\"type\":\"Hashtag\",\"name\":\"\\u0001#\"}]",
          "\"content\":\"<p>x</p>\",\"tag\":{\"type\":\"Emoji\",\"name\":\":" + LONG + ":\"}",
          "\"content\":\"<p>x</p>\",\"attachment\":[{\"type\":\"Image\",\"url\":\"data:image/png;base64,AA==\"},{\"url\":[]}]",
          "\"content\":\"<p>x</p>\",\"attachment\":{\"type\":\"Document\",\"url\":\"http://[::1]:99999/\",\"width\":1e99}",
          "\"oneOf\":[{\"name\":\""
              + LONG
              + "\",\"replies\":{\"totalItems\":1e30}},{\"name\":7}],\"endTime\":\"+999999999-12-31T00:00:00Z\"",
          "\"anyOf\":{\"name\":\"a\"},\"oneOf\":[{\"name\":\"b\"}],\"closed\":\"perhaps\"",
          "\"content\":\"" + "<b>".repeat(20_000) + "\"",
          "\"content\":\"<p>x</p>\",\"url\":[\"javascript:alert(1)\",{\"href\":7},\""
              + LONG
              + "\"]",
          "\"content\":\"<p>x</p>\",\"replies\":{\"type\":\"Collection\",\"first\":\"ID\"},\"likes\":{\"totalItems\":-5}",
          "\"content\":\"<p>x</p>\",\"to\":{\"id\":\"as:Public\"},\"cc\":[7,null,\"nowhere\"]");

  private Poison() {}

  /** So many of them, by somebody who signs whatever it is. */
  static List<byte[]> by(Foreigner author, int count) {
    return Stream.iterate(0, i -> i + 1).limit(count).map(i -> bytes(author, i)).toList();
  }

  private static byte[] bytes(Foreigner author, int number) {
    var shape = SHAPES.get(number % SHAPES.size());
    var type = TYPES.get(number / SHAPES.size() % TYPES.size());
    var id = author.under("/poison/" + number).text();
    var text =
        """
        {"@context":"https://www.w3.org/ns/activitystreams","id":"%s/create","type":%s,\
        "actor":"%s","to":"as:Public","cc":"%s/followers",\
        "object":{"id":"%s","type":%s,"attributedTo":"%s","to":"as:Public",%s}}"""
            .formatted(
                number % 7 == 3 ? id + LONG : id,
                number % 5 == 0 ? "[\"Create\",\"Kring\",\"" + LONG + "\"]" : "\"Create\"",
                author.uri(),
                author.uri(),
                id,
                number % 3 == 0 ? "[\"" + type + "\",\"x\"]" : "\"" + type + "\"",
                author.uri(),
                shape.replace("ID", id));
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The same things said again as an edit. */
  static List<byte[]> edits(List<byte[]> creates) {
    var edits = new ArrayList<byte[]>();
    for (var create : creates) {
      var text = new String(create, StandardCharsets.UTF_8);
      edits.add(
          text.replace("/create", "/update")
              .replace("Create", "Update")
              .getBytes(StandardCharsets.UTF_8));
    }
    return edits;
  }
}
