package social.kring.community.posts;

import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import social.kring.community.posts.QuotePolicy.Circle;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code quote_rule}. */
final class QuoteRuleTable {

  void put(Transaction tx, long post, QuotePolicy policy) {
    tx.execute(
        """
        INSERT INTO quote_rule (post_id, automatic, manual)
        VALUES ($1, $2, $3)
        ON CONFLICT (post_id) DO UPDATE
          SET automatic = excluded.automatic, manual = excluded.manual
        """,
        Tuple.of(post)
            .addArrayOfString(texts(policy.automatic()))
            .addArrayOfString(texts(policy.manual())));
  }

  /** By post; where nothing was said the post is absent. */
  Map<Long, QuotePolicy> of(Queries queries, Collection<Long> posts) {
    return queries
        .list(
            "SELECT post_id, automatic, manual FROM quote_rule WHERE post_id = ANY ($1)",
            Tuple.tuple().addArrayOfLong(posts.toArray(Long[]::new)),
            row ->
                Map.entry(
                    row.getLong("post_id"),
                    new QuotePolicy(
                        QuotePolicy.named(row.getArrayOfStrings("automatic")),
                        QuotePolicy.named(row.getArrayOfStrings("manual")))))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String[] texts(Set<Circle> circles) {
    return QuotePolicy.texts(circles).toArray(String[]::new);
  }
}
