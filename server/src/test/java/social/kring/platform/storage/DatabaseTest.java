package social.kring.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.kring.testing.TestPostgres;

class DatabaseTest {
  private final Vertx vertx = Vertx.vertx();
  private final Database database = TestPostgres.shared().database(vertx);
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void table() {
    database.execute("CREATE TABLE thing (name text PRIMARY KEY)");
  }

  @AfterEach
  void close() {
    database.close();
    vertx.close().await();
  }

  private void insert(Transaction tx, String name) {
    tx.execute("INSERT INTO thing (name) VALUES ($1)", Tuple.of(name));
    tx.afterCommit(() -> told.add(name));
  }

  private List<String> things() {
    return database.list("SELECT name FROM thing ORDER BY name", row -> row.getString("name"));
  }

  private Void attempt(Transaction tx, String... names) {
    try {
      return tx.attempt(
          () -> {
            for (var name : names) insert(tx, name);
            return null;
          });
    } catch (PgException taken) {
      return null;
    }
  }

  @Test
  void all_of_it_happens() {
    database.transaction(
        tx -> {
          insert(tx, "a");
          insert(tx, "b");
          return null;
        });
    assertThat(things()).containsExactly("a", "b");
    assertThat(told).containsExactly("a", "b");
  }

  @Test
  void or_nothing() {
    assertThatThrownBy(
            () ->
                database.transaction(
                    tx -> {
                      insert(tx, "a");
                      throw new IllegalArgumentException("no");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(things()).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void an_attempt_that_the_database_refuses_is_undone_and_the_rest_goes_on() {
    database.transaction(
        tx -> {
          insert(tx, "a");
          attempt(tx, "b", "a");
          attempt(tx, "c");
          return null;
        });
    assertThat(things()).containsExactly("a", "c");
    assertThat(told).containsExactly("a", "c");
  }

  @Test
  void a_refusal_that_is_kept_quiet_commits_nothing() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                database.transaction(
                    tx -> {
                      insert(tx, "a");
                      try {
                        insert(tx, "a");
                      } catch (PgException taken) {
                        told.add("quiet");
                      }
                      return null;
                    }));
    assertThat(things()).isEmpty();
  }
}
