package social.kring.testing;

import io.vertx.core.Vertx;
import java.util.Queue;
import social.kring.platform.storage.Database;

/**
 * A database that others have had before and will have again: emptied, which takes a tenth of the
 * time and of the disk that a new one does.
 */
final class LentDatabase implements AutoCloseable {

  /** In the template, and so in every copy: what a database has without anybody's doing. */
  private static final String PREPARATION =
      """
      DO $$
      DECLARE
        name text;
        filled boolean;
      BEGIN
        CREATE SCHEMA seed;
        FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
          EXECUTE format('SELECT EXISTS (SELECT FROM public.%I)', name) INTO filled;
          IF filled AND name <> 'flyway_schema_history' THEN
            EXECUTE format('CREATE TABLE seed.%I AS TABLE public.%I', name, name);
          END IF;
        END LOOP;
      END
      $$
      """;

  private static final String EMPTYING =
      """
      DO $$
      DECLARE
        name text;
      BEGIN
        SET LOCAL session_replication_role = replica;
        FOR name IN SELECT tablename FROM pg_tables
                     WHERE schemaname = 'public' AND tablename <> 'flyway_schema_history' LOOP
          EXECUTE format('DELETE FROM public.%I', name);
        END LOOP;
        FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'seed' LOOP
          EXECUTE format('INSERT INTO public.%I SELECT * FROM seed.%I', name, name);
        END LOOP;
      END
      $$
      """;

  private final String name;
  private final Database database;
  private final Queue<String> returned;

  private LentDatabase(String name, Database database, Queue<String> returned) {
    this.name = name;
    this.database = database;
    this.returned = returned;
  }

  /** Makes a template one whose copies can be lent. */
  static void prepare(Database template) {
    template.execute(PREPARATION);
  }

  static LentDatabase fresh(TestPostgres server, String name, Vertx vertx, Queue<String> returned) {
    return new LentDatabase(name, server.open(name, vertx), returned);
  }

  static LentDatabase again(TestPostgres server, String name, Vertx vertx, Queue<String> returned) {
    var database = server.open(name, vertx);
    database.execute(EMPTYING);
    return new LentDatabase(name, database, returned);
  }

  Database database() {
    return database;
  }

  @Override
  public void close() {
    database.close();
    returned.add(name);
  }
}
