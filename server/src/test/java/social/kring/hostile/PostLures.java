package social.kring.hostile;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import social.kring.protocol.json.Tree;

/** Addresses in posts that come in. */
final class PostLures {
  private static final List<String> PROPERTIES =
      List.of(
          "id",
          "attributedTo",
          "inReplyTo",
          "url",
          "to",
          "cc",
          "audience",
          "context",
          "conversation",
          "quote",
          "quoteUrl",
          "quoteUri",
          "_misskey_quote",
          "replies",
          "likes",
          "shares",
          "image",
          "icon",
          "attachment",
          "preview",
          "generator",
          "location",
          "source",
          "interactionPolicy",
          "tag");

  private PostLures() {}

  static List<Lure> all() {
    return Stream.of(
            PROPERTIES.stream().map(name -> post(name, (note, at) -> note.with(name, at))),
            PROPERTIES.stream()
                .filter(name -> !name.equals("id"))
                .map(name -> post("id of " + name, (note, at) -> note.with(name, object(at)))),
            attachments(),
            tags(),
            content())
        .flatMap(all -> all)
        .toList();
  }

  private static Map<String, Object> object(String address) {
    return Map.of("type", "Note", "id", address, "url", address);
  }

  private static Stream<Lure> attachments() {
    return Stream.of("Document", "Image", "Video", "Audio", "Link", "Page")
        .map(
            type ->
                post("attachment " + type, (note, at) -> note.with("attachment", file(type, at))));
  }

  private static List<Map<String, Object>> file(String type, String address) {
    return List.of(
        Map.of(
            "type",
            type,
            "mediaType",
            "image/png",
            "url",
            address,
            "href",
            address,
            "icon",
            Map.of("type", "Image", "url", address)));
  }

  private static Stream<Lure> tags() {
    return Stream.of(
        post("a mention", (note, at) -> note.with("tag", tag("Mention", at))),
        post("a hashtag", (note, at) -> note.with("tag", tag("Hashtag", at))),
        post("a quote link", (note, at) -> note.with("tag", quote(at))),
        post("an emoji", (note, at) -> note.with("tag", emoji(at))));
  }

  private static Map<String, Object> tag(String type, String address) {
    return Map.of("type", type, "name", "@a@b.example", "href", address, "id", address);
  }

  private static Map<String, Object> quote(String address) {
    return Map.of(
        "type",
        "Link",
        "href",
        address,
        "mediaType",
        "application/activity+json",
        "rel",
        "https://misskey-hub.net/ns#_misskey_quote");
  }

  private static Map<String, Object> emoji(String address) {
    return Map.of(
        "type",
        "Emoji",
        "id",
        address,
        "name",
        ":evil:",
        "icon",
        Map.of("type", "Image", "mediaType", "image/png", "url", address));
  }

  private static Stream<Lure> content() {
    return Stream.of(
        post("a link", (note, at) -> note.with("content", html("<a href=\"%s\">x</a>", at))),
        post("a picture", (note, at) -> note.with("content", html("<img src=\"%s\">", at))),
        post("a frame", (note, at) -> note.with("content", html("<iframe src=\"%s\">", at))));
  }

  private static String html(String format, String address) {
    return "<p>" + format.formatted(address) + " " + address + "</p>";
  }

  private static Lure post(String field, BiFunction<Tree, String, Tree> change) {
    return new Lure(
        field + " of a post",
        attempt -> {
          var note = change.apply(attempt.note().without("@context"), attempt.address());
          attempt.says(attempt.mallory().creates(attempt.note()).with("object", note));
        });
  }
}
