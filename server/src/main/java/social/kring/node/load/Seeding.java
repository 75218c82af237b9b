package social.kring.node.load;

import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import social.kring.door.cli.OpenNode;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.discovery.Handle;

/**
 * Fills a node by statements that make their rows themselves, a batch a transaction. Counts, homes
 * and search are what they would be had all of it come in.
 */
final class Seeding {
  private static final int BATCH = 10_000;

  private final OpenNode node;
  private final SeedPlan plan;
  private final Consumer<String> out;
  private final Instant begun = Instant.now();

  Seeding(OpenNode node, SeedPlan plan, Consumer<String> out) {
    this.node = node;
    this.plan = plan;
    this.out = out;
  }

  void run() {
    var reader = reader();
    checkIsNotFilled();
    people(reader);
    posts(reader);
    reactions(reader);
    counts(reader);
    out.accept("done in %d s".formatted(Duration.between(begun, Instant.now()).toSeconds()));
  }

  private ActorRow reader() {
    var handle = new Handle(plan.reader(), node.domains().primary().authority());
    return node.actors()
        .byHandle(database(), handle)
        .filter(ActorRow::local)
        .orElseThrow(() -> Problem.notFound("nobody here is called " + handle.acct()));
  }

  private void checkIsNotFilled() {
    if (database().exists("SELECT FROM actor WHERE authority = 'h0.seed.localhost'", none())) {
      throw Problem.conflict("this node was filled before");
    }
  }

  private void people(ActorRow reader) {
    for (var from = 0; from < plan.accounts(); from += BATCH) {
      var end = Math.min(plan.accounts(), from + BATCH);
      step(SeedSql.ACTORS, Tuple.of(from, end - 1));
    }
    step(SeedSql.FOLLOWS, Tuple.of(reader.id(), plan.follows()));
    step(SeedSql.FOLLOWERS, Tuple.of(reader.id(), plan.follows()));
    out.accept("%,d people".formatted(plan.accounts()));
  }

  private void posts(ActorRow reader) {
    for (var from = 0; from < plan.posts(); from += BATCH) {
      var end = Math.min(plan.posts(), from + BATCH);
      batch(SeedSql.NEW_POSTS, Tuple.of(from, end - 1, plan.posts(), plan.accounts()));
      if (end % (10 * BATCH) == 0) out.accept("%,d posts".formatted(end));
    }
    batch(
        SeedSql.OWN_POSTS,
        Tuple.of(0, plan.own() - 1, plan.own(), reader.id(), reader.uri().text()));
  }

  /** Each post with all that belongs to it. */
  private void batch(String rows, Tuple parameters) {
    database()
        .transaction(
            tx -> {
              tx.execute("SET LOCAL transaction_timeout = 0");
              tx.execute("CREATE TEMP TABLE seeded " + SeedSql.COLUMNS + " ON COMMIT DROP");
              tx.execute("INSERT INTO seeded " + rows, parameters);
              SeedSql.OF_POSTS.forEach(tx::execute);
              return true;
            });
  }

  private void reactions(ActorRow reader) {
    step(SeedSql.FAVOURITES, Tuple.of(reader.id(), plan.accounts()));
    step(SeedSql.FAVOURITES_OF_READER, Tuple.of(reader.id(), plan.accounts()));
    step(SeedSql.MENTIONS, Tuple.of(reader.id()));
    SeedSql.notifications().forEach(sql -> step(sql, Tuple.of(reader.id())));
    step(SeedSql.LIBRARY, Tuple.of(reader.id()));
    out.accept("likes, mentions, notifications");
  }

  private void counts(ActorRow reader) {
    step(SeedSql.HOME, Tuple.of(reader.id()));
    SeedSql.COUNTS.forEach(sql -> step(sql, none()));
    SeedSql.TABLES.forEach(table -> step("ANALYZE " + table, none()));
  }

  /** A statement of its own takes longer than a node lets one take. */
  private void step(String sql, Tuple parameters) {
    database().transaction(tx -> unlimited(tx, sql, parameters));
  }

  private static int unlimited(Transaction tx, String sql, Tuple parameters) {
    tx.execute("SET LOCAL transaction_timeout = 0");
    return tx.execute(sql, parameters);
  }

  private Database database() {
    return node.database();
  }

  private static Tuple none() {
    return Tuple.tuple();
  }
}
