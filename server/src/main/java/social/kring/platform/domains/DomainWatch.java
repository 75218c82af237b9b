package social.kring.platform.domains;

import java.time.Duration;
import social.kring.platform.storage.Database;
import social.kring.platform.workers.Worker;

/** Notices the domains that another process, as a command is one, adds or removes. */
public final class DomainWatch implements Worker {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Domains domains;
  private final Database database;

  public DomainWatch(Domains domains, Database database) {
    this.domains = domains;
    this.database = database;
  }

  @Override
  public String name() {
    return "domains.watch";
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public boolean work() {
    domains.reload(database);
    return false;
  }
}
