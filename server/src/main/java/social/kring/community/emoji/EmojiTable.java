package social.kring.community.emoji;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import social.kring.platform.storage.Queries;

/** The table {@code custom_emoji}. */
final class EmojiTable {
  static final int MOST = 2_000;

  /**
   * @return whether the shortcode was free
   */
  boolean insert(Queries queries, CustomEmoji emoji, Instant at) {
    return queries.execute(
            """
            INSERT INTO custom_emoji (shortcode, url, category, added_at)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT DO NOTHING
            """,
            Tuple.of(emoji.shortcode(), emoji.url())
                .addString(emoji.category().orElse(null))
                .addOffsetDateTime(at.atOffset(ZoneOffset.UTC)))
        > 0;
  }

  Optional<CustomEmoji> delete(Queries queries, String shortcode) {
    return queries.one(
        "DELETE FROM custom_emoji WHERE shortcode = $1 RETURNING shortcode, url, category",
        Tuple.of(shortcode),
        EmojiTable::from);
  }

  List<CustomEmoji> all(Queries queries) {
    return queries.list(
        "SELECT shortcode, url, category FROM custom_emoji ORDER BY shortcode LIMIT " + MOST,
        EmojiTable::from);
  }

  List<CustomEmoji> named(Queries queries, Collection<String> shortcodes) {
    return queries.list(
        """
        SELECT shortcode, url, category
          FROM custom_emoji
         WHERE shortcode = ANY ($1)
         ORDER BY shortcode
        """,
        Tuple.tuple().addArrayOfString(shortcodes.toArray(String[]::new)),
        EmojiTable::from);
  }

  private static CustomEmoji from(Row row) {
    return new CustomEmoji(
        row.getString("shortcode"),
        row.getString("url"),
        Optional.ofNullable(row.getString("category")));
  }
}
