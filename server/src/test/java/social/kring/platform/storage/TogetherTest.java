package social.kring.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.kring.protocol.Problem;

@Timeout(60)
class TogetherTest {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ConcurrentLinkedQueue<List<Integer>> rounds = new ConcurrentLinkedQueue<>();
  private final CountDownLatch first = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final Together<Integer, Integer> together = new Together<>(4, 3, this::doubled);

  @AfterEach
  void end() {
    released.countDown();
    threads.close();
  }

  /** The first round lasts until it is let go. */
  private List<Integer> doubled(List<Integer> wishes) {
    rounds.add(wishes);
    first.countDown();
    try {
      released.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    if (wishes.contains(13)) throw new IllegalArgumentException("13");
    return wishes.stream().map(wish -> 2 * wish).toList();
  }

  private Future<Integer> asks(int wish) {
    return threads.submit((Callable<Integer>) () -> together.get(wish));
  }

  @Test
  void who_comes_while_a_round_goes_on_is_in_the_next_one() throws Exception {
    var alone = asks(1);
    first.await();
    var others = IntStream.range(2, 5).mapToObj(this::asks).toList();
    released.countDown();

    assertThat(alone.get(30, TimeUnit.SECONDS)).isEqualTo(2);
    for (var i = 0; i < 3; i++) {
      assertThat(others.get(i).get(30, TimeUnit.SECONDS)).isEqualTo(2 * (i + 2));
    }
    assertThat(rounds).hasSizeBetween(2, 4);
    assertThat(rounds.peek()).containsExactly(1);
  }

  @Test
  void what_fails_fails_for_all_of_its_round_and_for_nobody_else() throws Exception {
    released.countDown();

    assertThatThrownBy(() -> together.get(13)).isInstanceOf(IllegalArgumentException.class);
    assertThat(together.get(4)).isEqualTo(8);
  }

  @Test
  void nobody_waits_where_too_many_do() throws Exception {
    asks(1);
    first.await();
    var refused =
        IntStream.range(2, 30)
            .mapToObj(this::asks)
            .filter(TogetherTest::isRefused)
            .limit(1)
            .findFirst();

    assertThat(refused).isPresent();
    assertThatExceptionOfType(java.util.concurrent.ExecutionException.class)
        .isThrownBy(() -> refused.get().get(30, TimeUnit.SECONDS))
        .withCauseInstanceOf(Problem.class);
  }

  private static boolean isRefused(Future<Integer> asked) {
    try {
      asked.get(200, TimeUnit.MILLISECONDS);
      return false;
    } catch (java.util.concurrent.TimeoutException waits) {
      return false;
    } catch (java.util.concurrent.ExecutionException refused) {
      return true;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
