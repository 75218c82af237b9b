package social.kring.federation.actors;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.url.FediUrl;

/** The table {@code actor_key}. */
final class KeyTable {
  private static final int MOST = 20;

  void insert(Transaction tx, long actor, List<StoredKey> keys) {
    tx.batch(
        """
        INSERT INTO actor_key (id, actor_id, kind, public_key, private_key)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (id) DO UPDATE
          SET public_key = excluded.public_key, kind = excluded.kind
        WHERE actor_key.actor_id = excluded.actor_id AND actor_key.private_key IS NULL
        """,
        keys.stream()
            .map(
                key ->
                    Tuple.of(key.id().text(), actor, key.kind().text())
                        .addBuffer(Buffer.buffer(key.publicKey()))
                        .addBuffer(key.privateKey().map(Buffer::buffer).orElse(null)))
            .toList());
  }

  void deleteAll(Transaction tx, long actor) {
    tx.execute("DELETE FROM actor_key WHERE actor_id = $1", Tuple.of(actor));
  }

  /** Keys that an actor from elsewhere no longer names are no longer its keys. */
  void deleteOthers(Transaction tx, long actor, List<StoredKey> kept) {
    tx.execute(
        """
        DELETE FROM actor_key
         WHERE actor_id = $1 AND private_key IS NULL AND NOT id = ANY($2)
        """,
        Tuple.of(actor)
            .addArrayOfString(kept.stream().map(key -> key.id().text()).toArray(String[]::new)));
  }

  Optional<StoredKey> byId(Queries queries, FediUrl id) {
    return queries.one(
        "SELECT id, actor_id, kind, public_key, private_key FROM actor_key WHERE id = $1",
        Tuple.of(id.text()),
        KeyTable::from);
  }

  List<StoredKey> ofActor(Queries queries, long actor) {
    return queries.list(
        """
        SELECT id, actor_id, kind, public_key, private_key
          FROM actor_key
         WHERE actor_id = $1
         ORDER BY added_at, id
         LIMIT $2
        """,
        Tuple.of(actor, MOST),
        KeyTable::from);
  }

  /** With whose it is, and how that actor stands now. */
  Optional<OwnedKey> owned(Queries queries, FediUrl id) {
    return queries.one(
        """
        SELECT k.id, k.actor_id, k.kind, k.public_key, NULL::bytea AS private_key,
               a.uri, a.local, a.suspended_at, a.deleted_at, a.fetched_at
          FROM actor_key k
          JOIN actor a ON a.id = k.actor_id
         WHERE k.id = $1
        """,
        Tuple.of(id.text()),
        KeyTable::owned);
  }

  /** The same for several, by their ids. */
  Map<FediUrl, OwnedKey> owned(Queries queries, Collection<FediUrl> ids) {
    return queries
        .list(
            """
            SELECT k.id, k.actor_id, k.kind, k.public_key, NULL::bytea AS private_key,
                   a.uri, a.local, a.suspended_at, a.deleted_at, a.fetched_at
              FROM actor_key k
              JOIN actor a ON a.id = k.actor_id
             WHERE k.id = ANY ($1)
            """,
            Tuple.tuple().addArrayOfString(ids.stream().map(FediUrl::text).toArray(String[]::new)),
            KeyTable::owned)
        .stream()
        .collect(Collectors.toUnmodifiableMap(key -> key.key().id(), Function.identity()));
  }

  private static OwnedKey owned(Row row) {
    return new OwnedKey(
        from(row),
        FediUrl.parse(row.getString("uri")),
        new OwnedKey.Standing(
            row.getBoolean("local"),
            row.getOffsetDateTime("suspended_at") != null,
            row.getOffsetDateTime("deleted_at") != null,
            Optional.ofNullable(row.getOffsetDateTime("fetched_at"))
                .map(OffsetDateTime::toInstant)));
  }

  /** The key of this kind that the node holds for one of its own actors. */
  Optional<StoredKey> ofKind(Queries queries, long actor, StoredKey.Kind kind) {
    return queries.one(
        """
        SELECT id, actor_id, kind, public_key, private_key
          FROM actor_key
         WHERE actor_id = $1 AND kind = $2 AND private_key IS NOT NULL
         ORDER BY added_at DESC, id
         LIMIT 1
        """,
        Tuple.of(actor, kind.text()),
        KeyTable::from);
  }

  /**
   * Takes a key's id from whoever claimed it before, now that its own document says whose it is.
   */
  void reclaim(Transaction tx, FediUrl id, long owner) {
    tx.execute(
        "DELETE FROM actor_key WHERE id = $1 AND actor_id <> $2 AND private_key IS NULL",
        Tuple.of(id.text(), owner));
  }

  private static StoredKey from(Row row) {
    return new StoredKey(
        FediUrl.parse(row.getString("id")),
        row.getLong("actor_id"),
        StoredKey.Kind.of(row.getString("kind")),
        row.getBuffer("public_key").getBytes(),
        Optional.ofNullable(row.getBuffer("private_key")).map(Buffer::getBytes));
  }
}
