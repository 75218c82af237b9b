package social.kring.federation.receiving;

import java.util.ArrayList;
import java.util.List;
import social.kring.federation.receiving.Handling.Task;
import social.kring.federation.receiving.Preparation.Prepared;

/** Activities in their order, cut where another handler has to act. */
final class Runs {
  private Runs() {}

  static List<List<Task>> of(List<Task> tasks) {
    var runs = new ArrayList<List<Task>>();
    for (var task : tasks) {
      if (runs.isEmpty() || !areAlike(runs.getLast().getFirst(), task)) {
        runs.add(new ArrayList<>());
      }
      runs.getLast().add(task);
    }
    return runs;
  }

  private static boolean areAlike(Task one, Task other) {
    return one.prepared() instanceof Prepared.Ready(var handler, var received, var fetched)
        && other.prepared() instanceof Prepared.Ready(var its, var more, var needed)
        && handler == its;
  }
}
