package social.kring.community.posts;

import java.util.Optional;
import social.kring.platform.html.Escape;
import social.kring.platform.html.PlainText;
import social.kring.platform.html.Sanitizer;
import social.kring.protocol.activitystreams.Post;
import social.kring.protocol.activitystreams.PostType;
import social.kring.protocol.url.FediUrl;

/**
 * The words of a post from elsewhere, safe to show. What is no Note is shown as Mastodon shows it:
 * its title, what it says if that is short, and a link to the whole.
 */
final class ForeignText {
  private static final int SHORT = 5_000;
  private static final int LONGEST_SPOILER = 5_000;

  private final Sanitizer sanitizer;

  ForeignText(Sanitizer sanitizer) {
    this.sanitizer = sanitizer;
  }

  PostText of(Post post, FediUrl page) {
    var content = post.content();
    var isNote = post.head().type() == PostType.NOTE || post.head().type() == PostType.QUESTION;
    var spoiler = isNote ? content.summary().map(sanitizer::text).orElse("") : "";
    return new PostText(
        isNote ? note(post) : titled(post, page),
        cut(spoiler),
        content.sensitive() || !spoiler.isEmpty(),
        content.language(),
        Optional.empty());
  }

  /** A Note that has only a title shows that. */
  private String note(Post post) {
    var html = html(post);
    return html.isBlank() ? post.content().name().map(ForeignText::paragraph).orElse("") : html;
  }

  private String titled(Post post, FediUrl page) {
    var title =
        post.content()
            .name()
            .map(sanitizer::text)
            .map(name -> "<p><strong>" + Escape.html(name) + "</strong></p>")
            .orElse("");
    return title + summary(post) + PlainText.of(page.text()).toHtml();
  }

  private String summary(Post post) {
    var html = html(post);
    if (!html.isBlank() && html.length() <= SHORT) return html;
    return post.content().summary().map(sanitizer::post).orElse("");
  }

  private String html(Post post) {
    var content = post.content();
    return content.plainText()
        ? PlainText.of(content.html()).toHtml()
        : sanitizer.post(content.html());
  }

  private static String paragraph(String text) {
    return "<p>" + Escape.html(text) + "</p>";
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_SPOILER
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_SPOILER));
  }
}
