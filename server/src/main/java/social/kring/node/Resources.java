package social.kring.node;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.protocol.Problem;

/** What is open, closed in the reverse order; one that does not close keeps no other open. */
final class Resources implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Resources.class);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private boolean closed;

  /**
   * @throws Problem UNAVAILABLE where all was closed meanwhile, and then this one is, too
   */
  <T extends AutoCloseable> T add(T resource) {
    if (keep(resource)) return resource;
    close(resource);
    throw Problem.unavailable("The node is stopping", Duration.ofSeconds(5));
  }

  private synchronized boolean keep(AutoCloseable resource) {
    if (!closed) open.push(resource);
    return !closed;
  }

  @Override
  public void close() {
    for (var next = next(); next != null; next = next()) close(next);
  }

  private synchronized AutoCloseable next() {
    closed = true;
    return open.poll();
  }

  private static void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception failure) {
      log.atWarn().setCause(failure).log("something did not close");
    }
  }
}
