package social.kring.protocol.json;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many Creates of a note a core brings onto our context in a second, by either way. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 1, timeUnit = TimeUnit.SECONDS)
@Measurement(iterations = 3, time = 1, timeUnit = TimeUnit.SECONDS)
public class CompactBenchmark {
  private static final String CREATE = "/social/kring/protocol/activitystreams/create.json";

  private Tree tree;

  @Setup
  public void document() throws IOException {
    try (var resource = CompactBenchmark.class.getResourceAsStream(CREATE)) {
      tree = StrictJson.parse(resource.readAllBytes());
    }
    if (JsonLd.compact(tree) != tree) throw new IllegalStateException("Its names are plain");
  }

  @Benchmark
  public Tree plain() {
    return JsonLd.compact(tree);
  }

  @Benchmark
  public Tree shortened() {
    return JsonLd.shorten(tree);
  }
}
