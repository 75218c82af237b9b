package social.kring.community.hashtags;

import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Queries;

/** Reads how much hashtags were used of late. */
final class TagUseReader {
  private static final int DAYS = 7;

  private final Clock clock;

  TagUseReader(Clock clock) {
    this.clock = clock;
  }

  private record NamedUse(String name, TagUse use) {}

  /** By name, seven days each, today first. Of those that are used much only the newest count. */
  Map<String, List<TagUse>> of(Queries queries, Collection<String> names) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var found =
        used(queries, names, today.minusDays(DAYS - 1)).stream()
            .collect(
                Collectors.groupingBy(
                    NamedUse::name, Collectors.toMap(named -> named.use().day(), NamedUse::use)));
    return names.stream()
        .distinct()
        .collect(
            Collectors.toUnmodifiableMap(
                name -> name, name -> week(today, found.getOrDefault(name, Map.of()))));
  }

  private static List<TagUse> week(LocalDate today, Map<LocalDate, TagUse> found) {
    return IntStream.range(0, DAYS)
        .mapToObj(today::minusDays)
        .map(day -> found.getOrDefault(day, new TagUse(day, 0, 0)))
        .toList();
  }

  private static List<NamedUse> used(Queries queries, Collection<String> names, LocalDate first) {
    return queries.list(
        """
        SELECT n.name, used.day, count(*) AS uses, count(DISTINCT used.author_id) AS accounts
          FROM unnest($1::text[]) AS n (name)
         CROSS JOIN LATERAL (
               SELECT p.author_id, (p.published_at AT TIME ZONE 'UTC')::date AS day
                 FROM post_tagged AS t
                 JOIN post_visible_to(0) AS p ON p.id = t.post_id
                WHERE t.name = n.name
                  AND t.post_id >= $3
                  AND p.visibility = 'public'
                  AND p.published_at >= $2
                ORDER BY t.post_id DESC
                LIMIT 500) AS used
         GROUP BY n.name, used.day
        """,
        Tuple.tuple()
            .addArrayOfString(names.stream().distinct().toArray(String[]::new))
            .addOffsetDateTime(first.atStartOfDay().atOffset(ZoneOffset.UTC))
            .addLong(Ids.least(first.atStartOfDay().toInstant(ZoneOffset.UTC))),
        row ->
            new NamedUse(
                row.getString("name"),
                new TagUse(row.getLocalDate("day"), row.getLong("uses"), row.getLong("accounts"))));
  }
}
