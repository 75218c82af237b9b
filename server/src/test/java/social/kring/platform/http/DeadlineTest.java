package social.kring.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private static final Duration SHORT = Duration.ofMillis(20);

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  @Test
  void what_does_not_come_in_time_is_not_waited_for() {
    assertThatThrownBy(() -> Deadline.in(SHORT).await(Promise.promise().future()))
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void an_answer_that_comes_too_late_keeps_nobody_else_from_running() throws Exception {
    var verticle = new OneThing();
    vertx
        .deployVerticle(
            verticle, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .await();
    var late = Promise.<String>promise();

    var first = verticle.run(() -> orElse("too late", late.future()));
    assertThat(first.await(10, TimeUnit.SECONDS)).isEqualTo("too late");
    late.complete("here at last");

    var second = verticle.run(() -> orElse("never", Future.succeededFuture("still running")));
    assertThat(second.await(10, TimeUnit.SECONDS)).isEqualTo("still running");
  }

  private static String orElse(String otherwise, Future<String> step) {
    try {
      return Deadline.in(SHORT).await(step);
    } catch (TimeoutException late) {
      return otherwise;
    }
  }

  private static final class OneThing extends VerticleBase {

    @Override
    public Future<?> start() {
      return Future.succeededFuture();
    }

    Future<String> run(java.util.function.Supplier<String> work) {
      var result = Promise.<String>promise();
      context.runOnContext(now -> result.complete(work.get()));
      return result.future();
    }
  }
}
