package social.kring.community.posts;

import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import social.kring.community.PageRequest;
import social.kring.platform.storage.Queries;

/** Reads who quotes a post, and how a viewer stands to authors who care who quotes them. */
public final class QuoteReader {
  private final QuoteTable quotes;

  QuoteReader(QuoteTable quotes) {
    this.quotes = quotes;
  }

  public List<PostEntry> quoting(Queries queries, long viewer, long post, PageRequest page) {
    return quotes.quoting(queries, viewer, post, page);
  }

  /** By author. */
  public Map<Long, QuoteStanding> standings(
      Queries queries, long viewer, Collection<Long> authors) {
    if (authors.isEmpty()) return Map.of();
    return queries
        .list(
            """
            SELECT asked.id,
                   EXISTS (SELECT FROM follow_accepted AS f
                            WHERE f.follower_id = $1 AND f.followed_id = asked.id) AS follows,
                   EXISTS (SELECT FROM follow_accepted AS f
                            WHERE f.follower_id = asked.id AND f.followed_id = $1) AS followed
              FROM unnest($2::bigint[]) AS asked (id)
            """,
            Tuple.of(viewer).addArrayOfLong(authors.stream().distinct().toArray(Long[]::new)),
            row ->
                Map.entry(
                    row.getLong("id"),
                    new QuoteStanding(
                        viewer == row.getLong("id"),
                        row.getBoolean("follows"),
                        row.getBoolean("followed"))))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
