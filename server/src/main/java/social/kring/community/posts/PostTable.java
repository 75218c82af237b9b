package social.kring.community.posts;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.url.FediUrl;

/** The table {@code post}, row by row. Lists of posts are in {@link PostLists}. */
final class PostTable {
  private static final String SELECT = "SELECT " + PostColumns.ALL + " FROM post AS p ";
  private static final String VISIBLE =
      "SELECT " + PostColumns.ALL + " FROM post_visible_to($1) AS p ";

  /** How many answers that came before their post are joined to it when it comes. */
  private static final int MOST_ORPHANS = 500;

  private final BulkStatements bulk = new BulkStatements();

  /**
   * @return whether it is new; a known one is left as it is
   */
  boolean insert(Transaction tx, PostRow post) {
    return tx.execute(
            """
            INSERT INTO post (id, uri, author_id, local, type, visibility, page, activity_uri,
                              content, source, spoiler, sensitive, language, in_reply_to_uri,
                              in_reply_to_id, in_reply_to_author_id, conversation, attachments,
                              emojis, poll, published_at, edited_at, written_with)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                    $18, $19, $20, $21, $22, $23)
            ON CONFLICT (uri) DO NOTHING
            """,
            PostColumns.values(post))
        > 0;
  }

  /**
   * @return the ids of those that are new; known ones are left as they are
   */
  Set<Long> insertAll(Transaction tx, List<PostRow> posts) {
    return bulk.insert(tx, posts);
  }

  /** The addresses of those that were answered before they came. */
  Set<String> answered(Queries queries, List<PostRow> posts) {
    return bulk.answered(queries, posts);
  }

  /** By its id, deleted ones included. */
  Optional<PostRow> byId(Queries queries, long id) {
    return queries.one(SELECT + "WHERE p.id = $1", Tuple.of(id), PostColumns::row);
  }

  /** The same, held until the transaction ends: events of one post keep their order. */
  Optional<PostRow> lock(Transaction tx, long id) {
    return tx.one(
        SELECT + "WHERE p.id = $1 FOR NO KEY UPDATE OF p", Tuple.of(id), PostColumns::row);
  }

  Optional<PostRow> byUri(Queries queries, FediUrl uri) {
    return queries.one(SELECT + "WHERE p.uri = $1", Tuple.of(uri.text()), PostColumns::row);
  }

  Optional<PostRow> lockByUri(Transaction tx, FediUrl uri) {
    return tx.one(
        SELECT + "WHERE p.uri = $1 FOR NO KEY UPDATE OF p", Tuple.of(uri.text()), PostColumns::row);
  }

  Optional<PostRow> byCreate(Queries queries, FediUrl activity) {
    return queries.one(
        SELECT + "WHERE p.activity_uri = $1", Tuple.of(activity.text()), PostColumns::row);
  }

  /** By the page where people read it. */
  Optional<PostRow> byPage(Queries queries, FediUrl page) {
    return queries.one(
        SELECT + "WHERE p.page = $1 LIMIT 1", Tuple.of(page.text()), PostColumns::row);
  }

  List<PostRow> byIds(Queries queries, Collection<Long> ids) {
    return queries.list(
        SELECT + "WHERE p.id = ANY ($1)",
        Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new)),
        PostColumns::row);
  }

  /** Those of these that may show a preview of what they link to. */
  List<PostRow> withLinks(Queries queries, Collection<Long> ids) {
    return queries.list(
        SELECT
            + """
            WHERE p.id = ANY ($1) AND p.deleted_at IS NULL AND p.visibility <> 'direct'
              AND p.attachments = '[]' AND p.content LIKE '%<a %'
            """,
        Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new)),
        PostColumns::row);
  }

  /** By its id, if this viewer may see it. */
  Optional<PostRow> visible(Queries queries, long viewer, long id) {
    return queries.one(VISIBLE + "WHERE p.id = $2", Tuple.of(viewer, id), PostColumns::row);
  }

  Optional<PostRow> visible(Queries queries, long viewer, FediUrl uri) {
    return queries.one(
        VISIBLE + "WHERE p.uri = $2", Tuple.of(viewer, uri.text()), PostColumns::row);
  }

  /** Replaces what it says and when it was edited. */
  void update(Transaction tx, PostRow post) {
    var text = post.body().text();
    tx.execute(
        """
        UPDATE post
           SET content = $2, source = $3, spoiler = $4, sensitive = $5, language = $6,
               attachments = $7, emojis = $8, poll = $9, edited_at = $10,
               type = $11
         WHERE id = $1
        """,
        Tuple.of(post.id(), text.html())
            .addString(text.source().orElse(null))
            .addString(text.spoiler())
            .addBoolean(text.sensitive())
            .addString(text.language().orElse(null))
            .addValue(PostJson.media(post.body().media()))
            .addValue(PostJson.emojis(post.body().emojis()))
            .addValue(PostColumns.poll(post.body()))
            .addOffsetDateTime(post.state().edited().map(PostColumns::time).orElse(null))
            .addString(post.kind().type().text()));
  }

  /** Leaves a tombstone: that it was there, and in which thread, but nothing of what it said. */
  void bury(Transaction tx, long id, Instant at) {
    tx.execute(
        """
        UPDATE post
           SET content = '', source = NULL, spoiler = '', attachments = '[]', emojis = '[]',
               poll = NULL, pinned_at = NULL, deleted_at = $2
         WHERE id = $1
        """,
        Tuple.of(id, PostColumns.time(at)));
  }

  /**
   * Joins answers to a post that came after them.
   *
   * @return how many of them everyone may see
   */
  long adopt(Transaction tx, PostRow parent) {
    return tx.one(
            """
            WITH orphan AS (
              SELECT id FROM post
               WHERE in_reply_to_uri = $1 AND in_reply_to_id IS NULL
               LIMIT $4
            ), adopted AS (
              UPDATE post
                 SET in_reply_to_id = $2, in_reply_to_author_id = $3
                FROM orphan
               WHERE post.id = orphan.id
              RETURNING visibility IN ('public', 'unlisted') AND deleted_at IS NULL AS open
            )
            SELECT count(*) FILTER (WHERE open) AS open FROM adopted
            """,
            Tuple.of(parent.uri().text(), parent.id(), parent.author(), MOST_ORPHANS),
            row -> row.getLong("open"))
        .orElse(0L);
  }

  void countReplies(Transaction tx, long id, long change) {
    tx.execute("UPDATE post SET replies = replies + $2 WHERE id = $1", Tuple.of(id, change));
  }

  void countFavourites(Transaction tx, long id, long change) {
    tx.execute("UPDATE post SET favourites = favourites + $2 WHERE id = $1", Tuple.of(id, change));
  }

  void countBoosts(Transaction tx, long id, long change) {
    tx.execute("UPDATE post SET boosts = boosts + $2 WHERE id = $1", Tuple.of(id, change));
  }

  /** How many an author shows off on the profile. */
  long pinned(Queries queries, long author) {
    return queries
        .one(
            "SELECT count(*) AS pinned FROM post WHERE author_id = $1 AND pinned_at IS NOT NULL",
            Tuple.of(author),
            row -> row.getLong("pinned"))
        .orElse(0L);
  }

  void pin(Transaction tx, long id, Instant at) {
    tx.execute(
        "UPDATE post SET pinned_at = coalesce(pinned_at, $2) WHERE id = $1",
        Tuple.of(id, PostColumns.time(at)));
  }

  void unpinAll(Transaction tx, long author) {
    tx.execute(
        "UPDATE post SET pinned_at = NULL WHERE author_id = $1 AND pinned_at IS NOT NULL",
        Tuple.of(author));
  }

  void unpin(Transaction tx, long id) {
    tx.execute("UPDATE post SET pinned_at = NULL WHERE id = $1", Tuple.of(id));
  }
}
