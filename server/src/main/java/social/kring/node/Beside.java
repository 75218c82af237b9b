package social.kring.node;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Something that is done on a thread of its own, while whoever needs it does something else. */
final class Beside<T> {
  private final CompletableFuture<T> result;

  private Beside(CompletableFuture<T> result) {
    this.result = result;
  }

  static <T> Beside<T> begin(String name, Supplier<T> work) {
    return new Beside<>(
        CompletableFuture.supplyAsync(
            work, task -> Thread.ofPlatform().daemon().name("kring-" + name).start(task)));
  }

  static <T> Beside<T> done(T result) {
    return new Beside<>(CompletableFuture.completedFuture(result));
  }

  /** Waits for it; what it throws is thrown here. */
  T await() {
    try {
      return result.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RuntimeException known) throw known;
      throw failure;
    }
  }
}
