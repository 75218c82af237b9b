package social.kring.community.posts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import social.kring.protocol.Problem;

/**
 * Who may quote a post. Its author always may.
 *
 * @param automatic who need not ask
 * @param manual who may ask
 */
public record QuotePolicy(Set<Circle> automatic, Set<Circle> manual) {
  public static final QuotePolicy PUBLIC = new QuotePolicy(Set.of(Circle.PUBLIC), Set.of());
  public static final QuotePolicy FOLLOWERS = new QuotePolicy(Set.of(Circle.FOLLOWERS), Set.of());
  public static final QuotePolicy NOBODY = new QuotePolicy(Set.of(), Set.of());

  /** People as they stand to the author. */
  public enum Circle {
    PUBLIC,
    FOLLOWERS,
    FOLLOWING,
    UNSUPPORTED_POLICY;

    /** As the client API spells it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public QuotePolicy {
    automatic = Set.copyOf(automatic);
    manual = Set.copyOf(manual);
  }

  /**
   * As people here choose it.
   *
   * @throws Problem INVALID for a word that is none
   */
  public static QuotePolicy chosen(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "public" -> PUBLIC;
      case "followers" -> FOLLOWERS;
      case "nobody" -> NOBODY;
      default ->
          throw Problem.invalid(
              "Validation failed: quote_approval_policy is \""
                  + text
                  + "\", expected public, followers or nobody");
    };
  }

  /** Where nothing was said: those of our own posts that everyone may see may be quoted. */
  static QuotePolicy usual(PostRow post) {
    return post.local() && post.open() ? PUBLIC : NOBODY;
  }

  /** Whether it depends on who follows whom. */
  public boolean asksForFollows() {
    return mentions(Circle.FOLLOWERS) || mentions(Circle.FOLLOWING);
  }

  private boolean mentions(Circle circle) {
    return automatic.contains(circle) || manual.contains(circle);
  }

  /** In their order, as the client API lists them. */
  public static List<String> texts(Set<Circle> circles) {
    return circles.stream().sorted().map(Circle::text).toList();
  }

  static Set<Circle> named(String[] texts) {
    var circles = EnumSet.noneOf(Circle.class);
    Arrays.stream(Circle.values())
        .filter(circle -> Arrays.asList(texts).contains(circle.text()))
        .forEach(circles::add);
    return circles;
  }
}
