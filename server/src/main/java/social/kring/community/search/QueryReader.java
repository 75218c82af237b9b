package social.kring.community.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import social.kring.community.search.PostQuery.Author;
import social.kring.community.search.PostQuery.Scope;
import social.kring.community.search.PostQuery.Span;
import social.kring.platform.storage.Ids;

/**
 * Reads what people type into the operators that Mastodon knows: {@code from:}, {@code has:},
 * {@code is:}, {@code in:}, {@code language:}, {@code before:}, {@code after:}, {@code during:},
 * phrases in quotes, and a minus before what is not wanted. Days are those of UTC. What means
 * nothing is taken for words.
 */
final class QueryReader {
  private static final int MOST_PARTS = 50;

  private static final Pattern PART =
      Pattern.compile("([-+]?)(?:([a-zA-Z]+):(?:\"([^\"]+)\"|(\\S+))|\"([^\"]*)\"?|(\\S+))");

  private static final Map<String, String> HAS =
      Map.of(
          "media", Marks.MEDIA,
          "image", Marks.media("image/"),
          "video", Marks.media("video/"),
          "audio", Marks.media("audio/"),
          "poll", Marks.POLL,
          "link", Marks.LINK,
          "embed", Marks.CARD);

  private static final Map<String, String> IS =
      Map.of("reply", Marks.REPLY, "sensitive", Marks.SENSITIVE);

  private final List<String> words = new ArrayList<>();
  private final List<String> without = new ArrayList<>();
  private final List<Author> authors = new ArrayList<>();
  private final List<String> marks = new ArrayList<>();
  private Span span = Span.ALL;
  private Scope scope = Scope.ALL;

  private QueryReader() {}

  static PostQuery read(String text) {
    var reader = new QueryReader();
    var parts = PART.matcher(text);
    for (var count = 0; count < MOST_PARTS && parts.find(); count++) reader.take(parts);
    return new PostQuery(
        String.join(" ", reader.words),
        reader.without,
        reader.authors,
        reader.marks,
        reader.span,
        reader.scope);
  }

  private void take(Matcher part) {
    var excluded = part.group(1).equals("-");
    if (part.group(2) != null) {
      var value = part.group(3) == null ? part.group(4) : part.group(3);
      if (!operator(part.group(2).toLowerCase(Locale.ROOT), value, excluded)) {
        words(part.group(2) + " " + value, excluded);
      }
    } else {
      words(part.group(5) == null ? part.group(6) : part.group(5), excluded);
    }
  }

  /** Several words together are a phrase, as are the characters of scripts without spaces. */
  private void words(String text, boolean excluded) {
    var clean = Words.of(text);
    if (clean.isEmpty()) return;
    var quoted = clean.contains(" ") || clean.equals("or") ? "\"" + clean + "\"" : clean;
    (excluded ? without : words).add(quoted);
  }

  private boolean operator(String name, String value, boolean excluded) {
    return switch (name) {
      case "from" -> authors.add(new Author(value, excluded));
      case "has" -> mark(Optional.ofNullable(HAS.get(lower(value))), excluded);
      case "is" -> mark(Optional.ofNullable(IS.get(lower(value))), excluded);
      case "language" -> mark(Optional.of(Marks.language(value)), excluded);
      case "before", "after", "during" -> day(name, value);
      case "in" -> in(lower(value));
      default -> false;
    };
  }

  private static String lower(String value) {
    return value.toLowerCase(Locale.ROOT);
  }

  private boolean mark(Optional<String> mark, boolean excluded) {
    mark.ifPresent(known -> marks.add((excluded ? "!" : "") + "'" + known + "'"));
    return mark.isPresent();
  }

  private boolean in(String place) {
    switch (place) {
      case "library" -> scope = Scope.LIBRARY;
      case "public" -> scope = Scope.PUBLIC;
      case "all" -> scope = Scope.ALL;
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean day(String operator, String value) {
    try {
      var day = LocalDate.parse(value);
      var begins = first(day) - 1;
      var ends = first(day.plusDays(1));
      span =
          span.and(
              switch (operator) {
                case "before" -> new Span(0, begins + 1);
                case "after" -> new Span(ends - 1, Long.MAX_VALUE);
                default -> new Span(begins, ends);
              });
      return true;
    } catch (DateTimeException notADay) {
      return false;
    }
  }

  /** The least id that something of this day may have. */
  private static long first(LocalDate day) {
    var year = Math.clamp(day.getYear(), 1970, 2100);
    return Ids.least(day.withYear(year).atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
