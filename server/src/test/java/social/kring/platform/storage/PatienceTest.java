package social.kring.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private final Vertx vertx = Vertx.vertx();
  private final Patience patience = new Patience(Duration.ofMillis(50));

  @AfterEach
  void end() {
    patience.close();
    vertx.close().await();
  }

  @Test
  void an_answer_that_comes_in_time_is_passed_on() {
    var answer = Promise.<String>promise();
    var limited = patience.limit(answer.future());

    answer.complete("here");

    assertThat(limited.await()).isEqualTo("here");
  }

  @Test
  void a_refusal_is_passed_on() {
    var limited = patience.limit(Future.failedFuture(new IllegalStateException("no")));

    assertThatThrownBy(limited::await).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_late_answer_stops_nothing_else_on_its_verticle() throws Exception {
    var context = ((VertxInternal) vertx).createContext(ThreadingModel.VIRTUAL_THREAD);
    var answer = Promise.<String>promise();

    var waited = on(context, () -> patience.limit(answer.future()).await());
    assertThatThrownBy(() -> waited.await(30, TimeUnit.SECONDS))
        .isInstanceOf(TimeoutException.class)
        .hasMessageContaining("database");
    answer.complete("late");

    var next = on(context, () -> "still running");
    assertThat(next.await(30, TimeUnit.SECONDS)).isEqualTo("still running");
  }

  private static Future<String> on(
      ContextInternal context, java.util.function.Supplier<String> work) {
    var done = Promise.<String>promise();
    context.runOnContext(
        nothing -> {
          try {
            done.complete(work.get());
          } catch (Throwable failure) {
            done.fail(failure);
          }
        });
    return done.future();
  }
}
