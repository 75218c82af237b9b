package social.kring.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Kills a node and has it start again. */
final class Killer {
  private final NodeProcess node;
  private final List<Duration> starts = new ArrayList<>();

  Killer(NodeProcess node) {
    this.node = node;
  }

  void kill() {
    node.kill();
    starts.add(node.start());
  }

  int kills() {
    return starts.size();
  }

  Duration longestStart() {
    return starts.stream().max(Duration::compareTo).orElse(Duration.ZERO);
  }
}
