package social.kring.platform.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;
import org.owasp.html.TagBalancingHtmlStreamEventReceiver;

/**
 * Rebuilds HTML from elsewhere out of the elements that Mastodon shows. No styles, no ids, no
 * handlers, no relative addresses. Input that is too long is cut.
 */
public final class Sanitizer {
  private static final int LONGEST_POST = 100_000;
  private static final int LONGEST_BIO = 20_000;

  private static final String[] ELEMENTS = {
    "p",
    "br",
    "span",
    "a",
    "del",
    "s",
    "pre",
    "blockquote",
    "code",
    "b",
    "strong",
    "u",
    "i",
    "em",
    "ul",
    "ol",
    "li",
    "ruby",
    "rt",
    "rp"
  };
  private static final String[] HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"};
  private static final Set<String> CLASSES =
      Set.of("mention", "hashtag", "u-url", "h-card", "invisible", "ellipsis");
  private static final Pattern WEB = Pattern.compile("https?://[^/?#].*+", Pattern.DOTALL);
  private static final Pattern WEB_OR_MAIL =
      Pattern.compile("(?:https?://[^/?#]|mailto:[^/?#]).*+", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,6}");

  private final PolicyFactory posts = policy(WEB, "http", "https");
  private final PolicyFactory bios = policy(WEB_OR_MAIL, "http", "https", "mailto");

  /** The content of a post: links to http and https only. */
  public String post(String html) {
    return rebuild(posts, cut(html, LONGEST_POST));
  }

  /** A bio or the value of a profile field: links to mail addresses too. */
  public String bio(String html) {
    return rebuild(bios, cut(html, LONGEST_BIO));
  }

  /** What a reader sees of some HTML, as plain text with line breaks. Not escaped. */
  public String text(String html) {
    var text = new TextWriter();
    HtmlSanitizer.sanitize(cut(html, LONGEST_POST), posts.apply(balanced(text)));
    return text.toString();
  }

  private static String rebuild(PolicyFactory policy, String html) {
    var writer = new HtmlWriter();
    HtmlSanitizer.sanitize(html, policy.apply(balanced(writer)));
    return writer.toString();
  }

  /** Dropped elements may leave those around them in places where they may not stand. */
  private static HtmlStreamEventReceiver balanced(HtmlStreamEventReceiver receiver) {
    return new TagBalancingHtmlStreamEventReceiver(receiver);
  }

  private static PolicyFactory policy(Pattern address, String... protocols) {
    return new HtmlPolicyBuilder()
        .allowElements(ELEMENTS)
        .allowElements((name, attributes) -> "p", HEADINGS)
        .allowUrlProtocols(protocols)
        .allowAttributes("href")
        .matching(value -> address.matcher(value.toLowerCase(Locale.ROOT)).matches())
        .onElements("a")
        .allowAttributes("class")
        .matching((element, attribute, value) -> knownClasses(value))
        .onElements("a", "span")
        .allowAttributes("start", "value")
        .matching(NUMBER)
        .onElements("ol", "li")
        .toFactory();
  }

  private static String knownClasses(String value) {
    var known =
        Stream.of(value.split("\\s+"))
            .filter(CLASSES::contains)
            .distinct()
            .collect(Collectors.joining(" "));
    return known.isEmpty() ? null : known;
  }

  private static String cut(String html, int most) {
    if (html.length() <= most) return html;
    var end = Character.isHighSurrogate(html.charAt(most - 1)) ? most - 1 : most;
    return html.substring(0, end);
  }
}
