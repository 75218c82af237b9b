package social.kring.node.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "start",
    description = "Start a node of its own, again and again, until its first answer.",
    mixinStandardHelpOptions = true)
final class StartCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(names = "--times", defaultValue = "7", description = "${DEFAULT-VALUE}")
  private int times;

  @Override
  public void run() {
    NodeOptions.bounded(spec, "--times", times, 100);
    try (var stage = Stage.create();
        var node = new OwnNode(stage.path())) {
      System.out.printf("the first time, which makes the database: %s%n", seconds(node.start()));
      var took = IntStream.range(0, times).mapToObj(i -> again(node)).sorted().toList();
      System.out.printf(
          "again, %d times: %s at best, %s in the middle, %s at worst%n",
          times, seconds(took.getFirst()), seconds(took.get(times / 2)), seconds(took.getLast()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Duration again(OwnNode node) {
    try {
      node.stop();
      return node.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static String seconds(Duration time) {
    return "%.2f s".formatted(time.toMillis() / 1e3);
  }
}
