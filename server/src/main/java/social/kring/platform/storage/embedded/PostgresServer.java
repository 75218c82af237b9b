package social.kring.platform.storage.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process {@code postgres}, and the thread that made it, reads its log and sees it end. */
final class PostgresServer {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
  private static final String READY = "database system is ready to accept connections";
  private static final int MOST_SAID = 20;

  private final CompletableFuture<Process> process = new CompletableFuture<>();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CompletableFuture<Integer> ended = new CompletableFuture<>();

  /**
   * Starts it. One thread lives exactly as long as the process, since {@code PR_SET_PDEATHSIG},
   * which ends the server when the node is killed, follows the thread and not the process.
   */
  static PostgresServer start(List<String> command) {
    var server = new PostgresServer();
    Thread.ofPlatform().name("kring-postgres").daemon().start(() -> server.run(command));
    return server;
  }

  private void run(List<String> command) {
    try {
      var started = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.complete(started);
      var lastWords = follow(started);
      ready.completeExceptionally(new IOException(lastWords));
      ended.complete(started.waitFor());
    } catch (IOException | InterruptedException failure) {
      process.completeExceptionally(failure);
      ready.completeExceptionally(failure);
      ended.complete(-1);
    }
  }

  /** Passes its log on to ours, and returns the end of it. */
  private String follow(Process started) throws IOException {
    var last = new ArrayDeque<String>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains(READY)) ready.complete(null);
        if (last.size() == MOST_SAID) last.removeFirst();
        last.addLast(line);
        pass(line);
      }
    } catch (UncheckedIOException closed) {
      throw closed.getCause();
    }
    return String.join("; ", last);
  }

  private static void pass(String line) {
    var serious =
        line.contains("PANIC: ") || line.contains("FATAL: ") || line.contains("WARNING: ");
    (serious ? LOG.atWarn() : LOG.atDebug()).addKeyValue("line", line).log("postgres said");
  }

  /**
   * @throws IOException with its last words where it ended instead
   */
  void awaitReady(long seconds) throws IOException {
    if (!isDone(ready, seconds)) throw new IOException("postgres stays silent");
  }

  boolean awaitEnd(long seconds) throws IOException {
    return isDone(ended, seconds);
  }

  /**
   * @param told its exit status, when it ends
   */
  void onEnd(IntConsumer told) {
    ended.thenAccept(told::accept);
  }

  void kill() {
    process.thenAccept(Process::destroyForcibly);
  }

  private static boolean isDone(CompletableFuture<?> future, long seconds) throws IOException {
    try {
      future.get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException late) {
      return false;
    } catch (ExecutionException failure) {
      throw new IOException(failure.getCause().getMessage(), failure.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }
}
