package social.kring.community.push;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import social.kring.platform.storage.Database;
import social.kring.protocol.push.VapidKey;

/**
 * The node's key towards push services, in the table {@code push_key}: made once and kept, since
 * every subscription is bound to it.
 */
final class PushKeys {
  private final AtomicReference<VapidKey> known = new AtomicReference<>();
  private final Database database;
  private final SecureRandom random;
  private final Clock clock;

  PushKeys(Database database, SecureRandom random, Clock clock) {
    this.database = database;
    this.random = random;
    this.clock = clock;
  }

  VapidKey key() {
    var key = known.get();
    if (key == null) {
      key = stored().orElseGet(this::make);
      known.set(key);
    }
    return key;
  }

  private Optional<VapidKey> stored() {
    return database.one(
        "SELECT point, scalar FROM push_key",
        row -> new VapidKey(row.getBuffer("point").getBytes(), row.getBuffer("scalar").getBytes()));
  }

  /** Of several processes that make one, the first makes it for all. */
  private VapidKey make() {
    var made = VapidKey.generate(random);
    database.execute(
        """
        INSERT INTO push_key (point, scalar, made_at)
        VALUES ($1, $2, $3)
        ON CONFLICT DO NOTHING
        """,
        Tuple.of(
            Buffer.buffer(made.point()),
            Buffer.buffer(made.scalar()),
            clock.instant().atOffset(ZoneOffset.UTC)));
    return stored().orElseThrow();
  }
}
