package social.kring.federation.actors;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** The table {@code actor}. */
final class ActorTable {
  private static final int MOST = 1_000;

  private static final String COLUMNS =
      """
      id, uri, type, local, name, authority, inbox, shared_inbox, outbox, followers, following,
      featured, page, display_name, summary, source, avatar, header, fields, emojis, published,
      locked, discoverable, indexable, hides_collections, also_known_as, moved_to, suspended_at,
      deleted_at, fetched_at
      """;

  Optional<ActorRow> byId(Queries queries, long id) {
    return queries.one(
        "SELECT " + COLUMNS + " FROM actor WHERE id = $1", Tuple.of(id), ActorColumns::row);
  }

  Optional<ActorRow> byUri(Queries queries, FediUrl uri) {
    return queries.one(
        "SELECT " + COLUMNS + " FROM actor WHERE uri = $1",
        Tuple.of(uri.text()),
        ActorColumns::row);
  }

  Optional<ActorRow> byHandle(Queries queries, String name, String authority) {
    return queries.one(
        "SELECT "
            + COLUMNS
            + """
               FROM actor
              WHERE authority = $1 AND lower(name) = lower($2)
              ORDER BY id DESC
              LIMIT 1
              """,
        Tuple.of(authority, name),
        ActorColumns::row);
  }

  List<ActorRow> byIds(Queries queries, Collection<Long> ids) {
    return queries.list(
        "SELECT " + COLUMNS + " FROM actor WHERE id = ANY($1) LIMIT " + MOST,
        Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new)),
        ActorColumns::row);
  }

  List<ActorRow> byUris(Queries queries, Collection<FediUrl> uris) {
    return queries.list(
        "SELECT " + COLUMNS + " FROM actor WHERE uri = ANY($1) LIMIT " + MOST,
        Tuple.tuple().addArrayOfString(uris.stream().map(FediUrl::text).toArray(String[]::new)),
        ActorColumns::row);
  }

  boolean localOn(Queries queries, String authority) {
    return queries.exists(
        "SELECT 1 FROM actor WHERE authority = $1 AND local LIMIT 1", Tuple.of(authority));
  }

  /** By the beginning of the name or the display name; people here first. */
  List<ActorRow> beginning(Queries queries, String prefix, int limit) {
    return queries.list(
        "SELECT "
            + COLUMNS
            + """
               FROM actor
              WHERE id IN (
                    (SELECT id FROM actor
                      WHERE lower(name) ~>=~ $1 AND lower(name) ~<~ ($1 || U&'\\+10FFFF')
                        AND suspended_at IS NULL AND deleted_at IS NULL
                      ORDER BY lower(name) USING ~<~, id
                      LIMIT $2)
                    UNION
                    (SELECT id FROM actor
                      WHERE lower(display_name) ~>=~ $1
                        AND lower(display_name) ~<~ ($1 || U&'\\+10FFFF')
                        AND suspended_at IS NULL AND deleted_at IS NULL
                      ORDER BY lower(display_name) USING ~<~, id
                      LIMIT $2))
              ORDER BY local DESC, lower(name), id
              LIMIT $2
              """,
        Tuple.of(prefix, limit),
        ActorColumns::row);
  }

  List<ActorRow> remoteAfter(Queries queries, long id, int limit) {
    return queries.list(
        "SELECT " + COLUMNS + " FROM actor WHERE id > $1 AND NOT local ORDER BY id LIMIT $2",
        Tuple.of(id, limit),
        ActorColumns::row);
  }

  List<ActorRow> remoteOn(Queries queries, String authority, long id, int limit) {
    return queries.list(
        "SELECT "
            + COLUMNS
            + " FROM actor WHERE authority = $1 AND id > $2 AND NOT local ORDER BY id LIMIT $3",
        Tuple.of(authority, id, limit),
        ActorColumns::row);
  }

  /** Each host takes one look into the index, however many live there. */
  List<String> hosts(Queries queries, String after, int limit) {
    return queries.list(
        """
        WITH RECURSIVE host (authority) AS (
          (SELECT authority FROM actor WHERE authority > $1 ORDER BY authority LIMIT 1)
          UNION ALL
          SELECT (SELECT a.authority FROM actor AS a
                   WHERE a.authority > host.authority ORDER BY a.authority LIMIT 1)
            FROM host
           WHERE host.authority IS NOT NULL)
        SELECT authority FROM host WHERE authority IS NOT NULL LIMIT $2
        """,
        Tuple.of(after, limit),
        row -> row.getString("authority"));
  }

  Optional<ActorRow> byFollowers(Queries queries, FediUrl followers) {
    return queries.one(
        "SELECT " + COLUMNS + " FROM actor WHERE followers = $1 LIMIT 1",
        Tuple.of(followers.text()),
        ActorColumns::row);
  }

  /** A local actor by one of its stored addresses; {@code column} is one of ours, never input. */
  Optional<ActorRow> localBy(Queries queries, String column, FediUrl url) {
    return queries.one(
        "SELECT " + COLUMNS + " FROM actor WHERE local AND " + column + " = $1 LIMIT 1",
        Tuple.of(url.text()),
        ActorColumns::row);
  }

  Optional<ActorRow> instance(Queries queries) {
    return queries.one(
        "SELECT " + COLUMNS + " FROM actor WHERE local AND type = 'Application' LIMIT 1",
        ActorColumns::row);
  }

  /** Three lookups in an index, of which at most one finds anything. */
  Optional<ActorRow> localByAddress(Queries queries, FediUrl address) {
    return queries.one(
        "SELECT "
            + COLUMNS
            + """
               FROM actor
              WHERE local
                AND id IN (SELECT id FROM actor WHERE uri = $1
                           UNION ALL
                           SELECT id FROM actor WHERE local AND page = $1
                           UNION ALL
                           SELECT actor_id FROM actor_key WHERE id = $1)
              LIMIT 1
              """,
        Tuple.of(address.text()),
        ActorColumns::row);
  }

  void insert(Transaction tx, ActorRow actor) {
    tx.execute(
        """
        INSERT INTO actor (id, uri, type, local, name, authority, inbox, shared_inbox, outbox,
                           followers, following, featured, page, display_name, published, locked,
                           discoverable, indexable)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
        """,
        Tuple.of(actor.id(), actor.uri().text(), actor.kind().type().text(), actor.local())
            .addString(actor.handle().name())
            .addString(actor.handle().authority())
            .addString(actor.addresses().inbox().text())
            .addString(text(actor.addresses().sharedInbox()))
            .addString(text(actor.addresses().outbox()))
            .addString(text(actor.addresses().followers()))
            .addString(text(actor.addresses().following()))
            .addString(text(actor.addresses().featured()))
            .addString(actor.addresses().page().text())
            .addString(actor.profile().displayName())
            .addOffsetDateTime(actor.profile().published().atOffset(ZoneOffset.UTC))
            .addBoolean(actor.standing().choices().locked())
            .addBoolean(actor.standing().choices().discoverable())
            .addBoolean(actor.standing().choices().indexable()));
  }

  /**
   * Keeps what an actor from elsewhere says of itself now. Suspension and deletion are ours and
   * stay.
   *
   * @return the row's id, which is the old one where the actor was known
   */
  long upsertRemote(Transaction tx, ActorRow actor, Tree document) {
    return tx.one(
            """
            INSERT INTO actor (id, uri, type, local, name, authority, inbox, shared_inbox, outbox,
                               followers, following, featured, page, display_name, summary, avatar,
                               header, fields, emojis, published, locked, discoverable, indexable,
                               also_known_as, moved_to, fetched_at, document)
            VALUES ($1, $2, $3, false, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
                    $17, $18, $19, $20, $21, $22, $23, $24, $25, $26)
            ON CONFLICT (uri) DO UPDATE
              SET type = excluded.type, name = excluded.name, authority = excluded.authority,
                  inbox = excluded.inbox, shared_inbox = excluded.shared_inbox,
                  outbox = excluded.outbox, followers = excluded.followers,
                  following = excluded.following, featured = excluded.featured,
                  page = excluded.page, display_name = excluded.display_name,
                  summary = excluded.summary, avatar = excluded.avatar, header = excluded.header,
                  fields = excluded.fields, emojis = excluded.emojis, locked = excluded.locked,
                  discoverable = excluded.discoverable, indexable = excluded.indexable,
                  also_known_as = excluded.also_known_as, moved_to = excluded.moved_to,
                  fetched_at = excluded.fetched_at, document = excluded.document
            WHERE NOT actor.local AND actor.deleted_at IS NULL
            RETURNING id
            """,
            remoteValues(actor, document),
            row -> row.getLong("id"))
        .orElseGet(() -> byUri(tx, actor.uri()).map(ActorRow::id).orElseThrow());
  }

  private static Tuple remoteValues(ActorRow actor, Tree document) {
    var addresses = actor.addresses();
    var profile = actor.profile();
    var choices = actor.standing().choices();
    return Tuple.of(actor.id(), actor.uri().text(), actor.kind().type().text())
        .addString(actor.handle().name())
        .addString(actor.handle().authority())
        .addString(addresses.inbox().text())
        .addString(text(addresses.sharedInbox()))
        .addString(text(addresses.outbox()))
        .addString(text(addresses.followers()))
        .addString(text(addresses.following()))
        .addString(text(addresses.featured()))
        .addString(addresses.page().text())
        .addString(profile.displayName())
        .addString(profile.summary())
        .addString(profile.images().avatar().orElse(null))
        .addString(profile.images().header().orElse(null))
        .addValue(ActorColumns.fields(profile.fields()))
        .addValue(ActorColumns.emojis(profile.emojis()))
        .addOffsetDateTime(profile.published().atOffset(ZoneOffset.UTC))
        .addBoolean(choices.locked())
        .addBoolean(choices.discoverable())
        .addBoolean(choices.indexable())
        .addArrayOfString(actor.standing().alsoKnownAs().toArray(String[]::new))
        .addString(text(actor.standing().movedTo()))
        .addOffsetDateTime(
            actor.standing().fetchedAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
        .addValue(new JsonObject(document.toString()));
  }

  void updateProfile(Transaction tx, long id, ActorProfile profile, ActorStanding.Choices choices) {
    tx.execute(
        """
        UPDATE actor
           SET display_name = $2, summary = $3, source = $4, avatar = $5, header = $6, fields = $7,
               emojis = $8, locked = $9, discoverable = $10, indexable = $11,
               hides_collections = $12
         WHERE id = $1
        """,
        Tuple.of(id, profile.displayName(), profile.summary(), profile.source())
            .addString(profile.images().avatar().orElse(null))
            .addString(profile.images().header().orElse(null))
            .addValue(ActorColumns.fields(profile.fields()))
            .addValue(ActorColumns.emojis(profile.emojis()))
            .addBoolean(choices.locked())
            .addBoolean(choices.discoverable())
            .addBoolean(choices.indexable())
            .addBoolean(choices.hidesCollections()));
  }

  /** Whatever else changes meanwhile stays. */
  void proveLinks(Transaction tx, long id, List<String> links, Instant at) {
    tx.execute(
        """
        UPDATE actor
           SET fields = (SELECT jsonb_agg(
                                CASE WHEN f.field ->> 'source' = ANY ($2)
                                          AND f.field ->> 'verifiedAt' IS NULL
                                     THEN f.field || jsonb_build_object('verifiedAt', $3::text)
                                     ELSE f.field
                                END
                                ORDER BY f.place)
                           FROM jsonb_array_elements(fields)
                                WITH ORDINALITY AS f (field, place))
         WHERE id = $1 AND fields <> '[]'
        """,
        Tuple.of(id)
            .addArrayOfString(links.toArray(String[]::new))
            .addString(at.truncatedTo(ChronoUnit.SECONDS).toString()));
  }

  void updateType(Transaction tx, long id, ActorKind.Type type) {
    tx.execute("UPDATE actor SET type = $2 WHERE id = $1", Tuple.of(id, type.text()));
  }

  void updateAliases(Transaction tx, long id, List<String> aliases) {
    tx.execute(
        "UPDATE actor SET also_known_as = $2 WHERE id = $1",
        Tuple.of(id).addArrayOfString(aliases.toArray(String[]::new)));
  }

  void updateMovedTo(Transaction tx, long id, FediUrl target) {
    tx.execute("UPDATE actor SET moved_to = $2 WHERE id = $1", Tuple.of(id, target.text()));
  }

  void suspend(Transaction tx, long id) {
    tx.execute(
        "UPDATE actor SET suspended_at = coalesce(suspended_at, now()) WHERE id = $1",
        Tuple.of(id));
  }

  void unsuspend(Transaction tx, long id) {
    tx.execute("UPDATE actor SET suspended_at = NULL WHERE id = $1", Tuple.of(id));
  }

  void forget(Transaction tx, long id) {
    tx.execute("DELETE FROM actor WHERE id = $1 AND local", Tuple.of(id));
  }

  void delete(Transaction tx, long id) {
    tx.execute(
        """
        UPDATE actor
           SET deleted_at = coalesce(deleted_at, now()), display_name = '', summary = '',
               source = '', avatar = NULL, header = NULL, fields = '[]', emojis = '[]',
               also_known_as = '{}', document = NULL
         WHERE id = $1
        """,
        Tuple.of(id));
  }

  private static String text(Optional<FediUrl> url) {
    return url.map(FediUrl::text).orElse(null);
  }
}
