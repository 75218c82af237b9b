package social.kring.protocol.activitystreams;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;

/** How many Creates of a note a core reads in a second. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 1, timeUnit = TimeUnit.SECONDS)
@Measurement(iterations = 3, time = 1, timeUnit = TimeUnit.SECONDS)
public class ParseBenchmark {
  private byte[] bytes;
  private Tree tree;

  @Setup
  public void document() throws IOException {
    try (var resource = ParseBenchmark.class.getResourceAsStream("create.json")) {
      bytes = resource.readAllBytes();
    }
    tree = StrictJson.parse(bytes);
  }

  @Benchmark
  public Tree json() {
    return StrictJson.parse(bytes);
  }

  @Benchmark
  public Activity activity() {
    return Activity.parse(tree);
  }
}
