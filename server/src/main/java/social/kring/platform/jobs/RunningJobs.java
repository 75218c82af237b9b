package social.kring.platform.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What this process runs just now: whose leases are renewed, and which kinds have to wait. */
final class RunningJobs {
  private final int mostOfAKind;
  private final int mostAsking;
  private final Set<String> asking;
  private final Map<Long, String> kinds = new ConcurrentHashMap<>();
  private final Lock taking = new ReentrantLock();

  /**
   * @param mostOfAKind so that many slow jobs of one kind leave room for others
   * @param mostAsking of all kinds together that wait for other hosts
   * @param asking those kinds
   */
  RunningJobs(int mostOfAKind, int mostAsking, Set<String> asking) {
    this.mostOfAKind = mostOfAKind;
    this.mostAsking = mostAsking;
    this.asking = Set.copyOf(asking);
  }

  /**
   * Takes a job, one taker at a time, or all would see the same room.
   *
   * @param all kinds
   * @param claim takes a job of the kinds that have room
   */
  Optional<Job> take(Set<String> all, Function<Set<String>, Optional<Job>> claim) {
    taking.lock();
    try {
      var room = withRoom(all);
      var job = room.isEmpty() ? Optional.<Job>empty() : claim.apply(room);
      job.ifPresent(taken -> kinds.put(taken.id(), taken.kind()));
      return job;
    } finally {
      taking.unlock();
    }
  }

  void end(Job job) {
    kinds.remove(job.id());
  }

  List<Long> ids() {
    return List.copyOf(kinds.keySet());
  }

  private Set<String> withRoom(Set<String> all) {
    var running =
        kinds.values().stream()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    var isRoomToAsk = kinds.values().stream().filter(asking::contains).count() < mostAsking;
    return all.stream()
        .filter(kind -> running.getOrDefault(kind, 0L) < mostOfAKind)
        .filter(kind -> isRoomToAsk || !asking.contains(kind))
        .collect(Collectors.toUnmodifiableSet());
  }
}
