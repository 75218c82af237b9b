package social.kring.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import social.kring.community.access.Accounts;
import social.kring.community.access.Usage;
import social.kring.community.posts.ProfileReader;
import social.kring.platform.storage.Queries;

/** How much the node is used, counted once in some minutes however often it is asked. */
public final class Census {
  private static final Duration LASTS = Duration.ofMinutes(5);

  private final Accounts accounts;
  private final ProfileReader profiles;
  private final Queries queries;
  private final Clock clock;
  private final AtomicReference<Counts> last = new AtomicReference<>();

  /**
   * @param posts posts and boosts of people here that everyone may see
   */
  public record Counts(Usage people, long posts, Instant at) {}

  public Census(Accounts accounts, ProfileReader profiles, Queries queries, Clock clock) {
    this.accounts = accounts;
    this.profiles = profiles;
    this.queries = queries;
    this.clock = clock;
  }

  public Counts counts() {
    var known = last.get();
    return known != null && known.at().plus(LASTS).isAfter(clock.instant()) ? known : count();
  }

  private Counts count() {
    var counts = new Counts(accounts.usage(queries), profiles.published(queries), clock.instant());
    last.set(counts);
    return counts;
  }
}
