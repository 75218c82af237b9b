package social.kring.federation.sending;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import social.kring.platform.events.Publication.Recipients;

/** All audiences that can be named, and how they become one query. */
final class Audiences {
  private static final String ACTOR = "actor";

  private final Map<String, String> queries;

  Audiences(Collection<Audience> audiences) {
    this.queries =
        audiences.stream().collect(Collectors.toUnmodifiableMap(Audience::name, Audience::sql));
  }

  /** Whether these are single actors only, who then are told at their own inboxes. */
  static boolean arePersonal(List<Recipients> recipients) {
    return recipients.stream().allMatch(Audiences::isActor);
  }

  /**
   * A query for all actors in any of these audiences.
   *
   * @param parameters gets what the query needs behind what it has already
   */
  String union(List<Recipients> recipients, Tuple parameters) {
    var parts = new ArrayList<String>();
    parameters.addArrayOfLong(
        recipients.stream().filter(Audiences::isActor).map(Recipients::of).toArray(Long[]::new));
    parts.add("SELECT unnest($%d::bigint[]) AS actor_id".formatted(parameters.size()));
    for (var group : recipients.stream().filter(each -> !isActor(each)).toList()) {
      parameters.addLong(group.of());
      parts.add("(" + sql(group.audience(), parameters.size()) + ")");
    }
    return String.join("\nUNION\n", parts);
  }

  private static boolean isActor(Recipients recipients) {
    return recipients.audience().equals(ACTOR);
  }

  private String sql(String audience, int parameter) {
    var sql = queries.get(audience);
    if (sql == null) throw new IllegalStateException("nobody contributed the audience " + audience);
    return sql.replaceAll("\\$1\\b", "\\$" + parameter + "::bigint");
  }
}
