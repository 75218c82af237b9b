package social.kring.platform.workers;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The workers of this process. */
public final class Workers implements AutoCloseable {
  private final List<Shift> shifts = new CopyOnWriteArrayList<>();

  /** Lets a worker begin, on a thread of its own. */
  public void start(Worker worker) {
    var shift = new Shift(worker);
    shifts.add(shift);
    shift.begin();
  }

  /** Ends the rest of the workers of this name; those at work will look once more. */
  public void wake(String name) {
    shifts.stream().filter(shift -> shift.name().equals(name)).forEach(Shift::wake);
  }

  /** Begins no further round and waits for those that are running. */
  @Override
  public void close() {
    shifts.forEach(Shift::end);
    shifts.forEach(Shift::join);
    shifts.clear();
  }
}
