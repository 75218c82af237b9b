package social.kring.node;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process in good order when it is told to, which is no failure whatever status the JVM
 * would give it. What does not end in time is cut off: all that matters is in the database.
 */
final class Stopping implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Stopping.class);

  /** Whoever asked waits ten seconds. */
  private static final Duration WITHIN = Duration.ofSeconds(9);

  private final Resources resources = new Resources();
  private final Thread hook = Thread.ofPlatform().name("kring-stop").unstarted(this::stop);

  private Stopping() {}

  /** Begun before anything is opened, so that no signal is missed. */
  static Stopping onSignal() {
    var stopping = new Stopping();
    Runtime.getRuntime().addShutdownHook(stopping.hook);
    return stopping;
  }

  /** What a signal closes. */
  Resources resources() {
    return resources;
  }

  /** Closes them without a signal: something failed, and its own status shall be seen. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException aSignalCame) {
      log.atDebug().log("a signal came while the node was stopping");
    }
    resources.close();
  }

  private void stop() {
    log.atInfo().log("the node stops");
    Thread.ofPlatform().daemon().start(Stopping::cutOff);
    resources.close();
    Runtime.getRuntime().halt(0);
  }

  private static void cutOff() {
    try {
      Thread.sleep(WITHIN);
      log.atWarn().log("something does not stop in time, and is cut off");
      Runtime.getRuntime().halt(0);
    } catch (InterruptedException never) {
      Thread.currentThread().interrupt();
    }
  }
}
