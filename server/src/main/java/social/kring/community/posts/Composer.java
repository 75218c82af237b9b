package social.kring.community.posts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import social.kring.community.emoji.UsedEmojis;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.html.PlainText;
import social.kring.platform.storage.Queries;
import social.kring.protocol.url.FediUrl;

/**
 * Turns what a person typed into what is published. Asks peers for names that nobody here knows.
 */
final class Composer {
  private static final int MOST_TAGS = 100;

  private final UsedEmojis emojis = new UsedEmojis();
  private final MentionResolver resolver;

  Composer(MentionResolver resolver) {
    this.resolver = resolver;
  }

  /** Outside of any transaction: peers may take their time. */
  Composition compose(Queries queries, ActorRow author, Wording wording) {
    WordingRules.check(wording);
    var text = PlainText.of(wording.text());
    var mentioned = resolver.resolve(queries, author, text.mentions());
    return new Composition(
        text(wording, text, author, mentioned),
        mentioned.values().stream().distinct().toList(),
        tags(text),
        emojis.in(queries, wording.text(), wording.spoiler()).stream()
            .map(emoji -> new PostEmoji(emoji.shortcode(), emoji.url()))
            .toList());
  }

  private static PostText text(
      Wording wording, PlainText text, ActorRow author, Map<String, ActorRow> mentioned) {
    var html =
        text.toHtml(
            address -> Optional.ofNullable(mentioned.get(address)).map(a -> a.addresses().page()),
            name -> tagPage(author, name));
    return new PostText(
        html,
        wording.spoiler().strip(),
        wording.sensitive() || !wording.spoiler().isBlank(),
        wording.language(),
        Optional.of(wording.text()));
  }

  private static List<String> tags(PlainText text) {
    return text.hashtags().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .distinct()
        .limit(MOST_TAGS)
        .toList();
  }

  /** Hashtags have pages under the author's domain. */
  static FediUrl tagPage(ActorRow author, String name) {
    var origin = author.uri().origin();
    return FediUrl.parse(
        origin.scheme() + "://" + origin.authority() + "/tags/" + name.toLowerCase(Locale.ROOT));
  }
}
