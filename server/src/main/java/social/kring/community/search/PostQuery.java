package social.kring.community.search;

import java.util.List;

/**
 * What somebody looks for in posts, understood.
 *
 * @param words cleaned, phrases in quotes; empty: any
 * @param without words and phrases, none of which may be there
 * @param authors whose it has to be or must not be
 * @param marks conditions on {@link Marks}, each as PostgreSQL reads it
 */
record PostQuery(
    String words,
    List<String> without,
    List<Author> authors,
    List<String> marks,
    Span span,
    Scope scope) {

  /** Ids strictly between these. */
  record Span(long after, long before) {
    static final Span ALL = new Span(0, Long.MAX_VALUE);

    Span and(Span other) {
      return new Span(Math.max(after, other.after), Math.min(before, other.before));
    }
  }

  /** Somebody as they were written. */
  record Author(String name, boolean excluded) {}

  /** Where to look. */
  enum Scope {
    ALL,
    LIBRARY,
    PUBLIC
  }

  PostQuery {
    without = List.copyOf(without);
    authors = List.copyOf(authors);
    marks = List.copyOf(marks);
  }

  /** Whether it says anything at all. */
  boolean isEmpty() {
    return words.isEmpty()
        && without.isEmpty()
        && authors.isEmpty()
        && marks.isEmpty()
        && span.equals(Span.ALL)
        && scope == Scope.ALL;
  }
}
