package social.kring.community.house;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.community.Foundation;
import social.kring.community.emoji.CustomEmoji;
import social.kring.community.emoji.UsedEmojis;
import social.kring.community.house.Announcement.Reaction;
import social.kring.community.house.Announcement.Span;
import social.kring.platform.html.PlainText;
import social.kring.platform.storage.Queries;
import social.kring.protocol.Problem;

/** What is told to everybody here. The tables {@code announcement} and those that begin with it. */
public final class Announcements {
  private static final int MOST = 50;
  private static final int LONGEST = 10_000;
  private static final int MOST_REACTIONS = 8;
  private static final int LONGEST_REACTION = 64;

  private final UsedEmojis emojis = new UsedEmojis();
  private final Foundation base;

  Announcements(Foundation base) {
    this.base = base;
  }

  /** Those that are told now, the newest first: two queries, three with custom emoji. */
  public List<Announcement> current(Queries queries, long reader) {
    return withReactions(
        queries,
        reader,
        queries.list(
            """
            SELECT a.id, a.content, a.all_day, a.starts_at, a.ends_at, a.published_at,
                   a.updated_at,
                   EXISTS (SELECT FROM announcement_read AS r
                            WHERE r.announcement_id = a.id AND r.actor_id = $1) AS read
              FROM announcement AS a
             WHERE a.published_at <= $2 AND (a.ends_at IS NULL OR a.ends_at > $2)
             ORDER BY a.id DESC
             LIMIT %d
            """
                .formatted(MOST),
            Tuple.of(reader, now()),
            Announcements::from));
  }

  /**
   * @param text plain
   * @throws Problem INVALID for one that says nothing or too much, or ends before it starts
   */
  public long add(Queries queries, String text, Span span) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw Problem.invalid("an announcement has 1 to " + LONGEST + " characters");
    }
    if (span.endsAt().isPresent()
        && span.endsAt().get().isBefore(span.startsAt().orElse(span.publishedAt()))) {
      throw Problem.invalid("an announcement cannot end before it starts");
    }
    var id = base.ids().next();
    queries.execute(
        """
        INSERT INTO announcement
          (id, content, all_day, published_at, updated_at, starts_at, ends_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """,
        Tuple.of(id, PlainText.of(text.strip()).toHtml(), span.allDay(), utc(span.publishedAt()))
            .addOffsetDateTime(now())
            .addOffsetDateTime(span.startsAt().map(Announcements::utc).orElse(null))
            .addOffsetDateTime(span.endsAt().map(Announcements::utc).orElse(null)));
    return id;
  }

  /**
   * @throws Problem NOT_FOUND where there is none
   */
  public void remove(Queries queries, long id) {
    if (queries.execute("DELETE FROM announcement WHERE id = $1", Tuple.of(id)) == 0) {
      throw Problem.notFound("there is no announcement " + id);
    }
  }

  /**
   * Its reader has seen enough of it.
   *
   * @throws Problem NOT_FOUND where there is none
   */
  public void dismiss(Queries queries, long reader, long id) {
    require(queries, id);
    queries.execute(
        """
        INSERT INTO announcement_read (announcement_id, actor_id)
        VALUES ($1, $2)
        ON CONFLICT DO NOTHING
        """,
        Tuple.of(id, reader));
  }

  /**
   * @param name an emoji, or the shortcode of a custom one
   * @throws Problem NOT_FOUND where there is no such announcement, INVALID for what is no emoji and
   *     for one kind too many
   */
  public void react(Queries queries, long reader, long id, String name) {
    require(queries, id);
    checkName(queries, name);
    var others =
        queries.list(
            "SELECT DISTINCT name FROM announcement_reaction WHERE announcement_id = $1",
            Tuple.of(id),
            row -> row.getString("name"));
    if (!others.contains(name) && others.size() >= MOST_REACTIONS) {
      throw Problem.invalid("name is one kind of reaction more than " + MOST_REACTIONS);
    }
    queries.execute(
        """
        INSERT INTO announcement_reaction (announcement_id, name, actor_id, reacted_at)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING
        """,
        Tuple.of(id, name, reader, now()));
  }

  /**
   * @throws Problem NOT_FOUND where there is no such announcement
   */
  public void unreact(Queries queries, long reader, long id, String name) {
    require(queries, id);
    queries.execute(
        """
        DELETE FROM announcement_reaction
         WHERE announcement_id = $1 AND name = $2 AND actor_id = $3
        """,
        Tuple.of(id, name, reader));
  }

  private void checkName(Queries queries, String name) {
    var isEmoji =
        !name.isEmpty()
            && name.length() <= LONGEST_REACTION
            && name.codePoints().anyMatch(c -> Character.isEmoji(c) && c > 0xff)
            && name.codePoints().noneMatch(c -> Character.isLetter(c) || Character.isWhitespace(c));
    if (!isEmoji && emojis.in(queries, ":" + name + ":").isEmpty()) {
      throw Problem.invalid("name is \"" + name + "\", expected an emoji");
    }
  }

  private void require(Queries queries, long id) {
    var there =
        queries.exists(
            "SELECT FROM announcement WHERE id = $1 AND published_at <= $2", Tuple.of(id, now()));
    if (!there) throw Problem.notFound("Record not found");
  }

  private List<Announcement> withReactions(Queries queries, long reader, List<Announcement> found) {
    var counted = counted(queries, reader, found.stream().map(Announcement::id).toList());
    var custom = custom(queries, counted.values().stream().flatMap(List::stream));
    return found.stream()
        .map(
            each ->
                new Announcement(
                    each.id(),
                    each.content(),
                    each.span(),
                    each.updatedAt(),
                    each.read(),
                    counted.getOrDefault(each.id(), List.of()).stream()
                        .map(reaction -> pictured(reaction, custom))
                        .toList()))
        .toList();
  }

  private static Reaction pictured(Reaction reaction, Map<String, CustomEmoji> custom) {
    return new Reaction(
        reaction.name(),
        reaction.count(),
        reaction.mine(),
        Optional.ofNullable(custom.get(reaction.name())).map(CustomEmoji::url));
  }

  private Map<String, CustomEmoji> custom(Queries queries, Stream<Reaction> reactions) {
    var names = reactions.map(each -> ":" + each.name() + ":").distinct().toArray(String[]::new);
    return emojis.in(queries, names).stream()
        .collect(Collectors.toMap(CustomEmoji::shortcode, Function.identity()));
  }

  private static Map<Long, List<Reaction>> counted(Queries queries, long reader, List<Long> ids) {
    if (ids.isEmpty()) return Map.of();
    return queries
        .list(
            """
            SELECT announcement_id, name, count(*) AS count, bool_or(actor_id = $2) AS mine
              FROM announcement_reaction
             WHERE announcement_id = ANY ($1)
             GROUP BY announcement_id, name
             ORDER BY min(reacted_at)
            """,
            Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new)).addLong(reader),
            row ->
                Map.entry(
                    row.getLong("announcement_id"),
                    new Reaction(
                        row.getString("name"),
                        row.getLong("count"),
                        row.getBoolean("mine"),
                        Optional.empty())))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static Announcement from(Row row) {
    return new Announcement(
        row.getLong("id"),
        row.getString("content"),
        new Span(
            instant(row, "starts_at"),
            instant(row, "ends_at"),
            row.getBoolean("all_day"),
            row.getOffsetDateTime("published_at").toInstant()),
        row.getOffsetDateTime("updated_at").toInstant(),
        row.getBoolean("read"),
        List.of());
  }

  private static Optional<Instant> instant(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }

  private OffsetDateTime now() {
    return utc(base.clock().instant());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
