package social.kring.community.house;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Queries;
import social.kring.protocol.Problem;
import social.kring.protocol.json.StrictJson;

/** What people here keep to. The table {@code house_rule}. */
public final class Rules {
  private static final int MOST = 100;
  private static final int LONGEST = 1_000;

  private final Ids ids;
  private final Clock clock;

  Rules(Ids ids, Clock clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /** In the order in which they were made. */
  public List<HouseRule> all(Queries queries) {
    return queries.list(
        """
        SELECT id, text, hint, translations
          FROM house_rule
         WHERE withdrawn_at IS NULL
         ORDER BY id
         LIMIT %d
        """
            .formatted(MOST),
        Rules::from);
  }

  /** Those that were taken back included. */
  public List<HouseRule> byIds(Queries queries, Collection<Long> wanted) {
    if (wanted.isEmpty()) return List.of();
    return queries.list(
        "SELECT id, text, hint, translations FROM house_rule WHERE id = ANY ($1) ORDER BY id",
        Tuple.tuple().addArrayOfLong(wanted.toArray(Long[]::new)),
        Rules::from);
  }

  /**
   * @throws Problem INVALID for one that says nothing or too much, CONFLICT for one too many
   */
  public HouseRule add(Queries queries, String text, String hint) {
    if (text.isBlank() || text.length() > LONGEST || hint.length() > LONGEST) {
      throw Problem.invalid("a rule has 1 to " + LONGEST + " characters, its hint at most as many");
    }
    if (all(queries).size() >= MOST) throw Problem.conflict("there are " + MOST + " rules already");
    var id = ids.next();
    queries.execute(
        "INSERT INTO house_rule (id, text, hint) VALUES ($1, $2, $3)",
        Tuple.of(id, text.strip(), hint.strip()));
    return byIds(queries, List.of(id)).getFirst();
  }

  /**
   * Says it in another language, too.
   *
   * @throws Problem NOT_FOUND where there is no such rule
   */
  public void translate(Queries queries, long id, String language, String text, String hint) {
    var said = new JsonObject().put(language, new JsonObject().put("text", text).put("hint", hint));
    var changed =
        queries.execute(
            "UPDATE house_rule SET translations = translations || $2::jsonb WHERE id = $1",
            Tuple.of(id).addValue(said));
    if (changed == 0) throw Problem.notFound("there is no rule " + id);
  }

  /**
   * Takes it back.
   *
   * @throws Problem NOT_FOUND where it does not hold
   */
  public void withdraw(Queries queries, long id) {
    var changed =
        queries.execute(
            "UPDATE house_rule SET withdrawn_at = $2 WHERE id = $1 AND withdrawn_at IS NULL",
            Tuple.of(id, clock.instant().atOffset(ZoneOffset.UTC)));
    if (changed == 0) throw Problem.notFound("there is no rule " + id);
  }

  private static HouseRule from(Row row) {
    var translations = row.getJsonObject("translations").encode();
    return new HouseRule(
        row.getLong("id"),
        row.getString("text"),
        row.getString("hint"),
        StrictJson.parse(translations.getBytes(StandardCharsets.UTF_8)));
  }
}
