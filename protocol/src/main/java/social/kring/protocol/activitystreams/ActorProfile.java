package social.kring.protocol.activitystreams;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * What an actor shows of itself, as it came: not yet sanitized.
 *
 * @param fields PropertyValue attachments, at most 50
 */
public record ActorProfile(
    String name,
    String summary,
    Optional<FediUrl> icon,
    Optional<FediUrl> image,
    List<PropertyValue> fields,
    PostTags tags,
    Optional<Instant> published) {
  private static final int LONGEST_NAME = 2_048;
  private static final int LONGEST_SUMMARY = 20_000;
  private static final int MOST_FIELDS = 50;

  public ActorProfile {
    fields = List.copyOf(fields);
  }

  /** A name and its value, as HTML. */
  public record PropertyValue(String name, String value) {}

  static ActorProfile from(Tree tree) {
    return new ActorProfile(
        Texts.in(tree, "name", LONGEST_NAME).orElse(""),
        Texts.in(tree, "summary", LONGEST_SUMMARY).orElse(""),
        Links.image(tree, "icon"),
        Links.image(tree, "image"),
        tree.objects("attachment").stream()
            .filter(attachment -> attachment.strings("type").contains("PropertyValue"))
            .limit(MOST_FIELDS)
            .map(ActorProfile::field)
            .toList(),
        PostTags.from(tree),
        tree.instant("published"));
  }

  private static PropertyValue field(Tree attachment) {
    return new PropertyValue(
        Texts.cut(attachment.string("name").orElse(""), LONGEST_NAME),
        Texts.cut(attachment.string("value").orElse(""), LONGEST_NAME));
  }
}
