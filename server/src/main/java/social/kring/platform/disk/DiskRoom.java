package social.kring.platform.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.platform.alarms.Alarms;
import social.kring.platform.workers.Worker;
import social.kring.protocol.Problem;

/** Looks each second how much room is left where the node keeps what must survive. */
public final class DiskRoom implements Worker {
  private static final Logger log = LoggerFactory.getLogger(DiskRoom.class);
  private static final String ALARM = "disk";

  /** PostgreSQL's log grows by files of 16 MiB, and what was taken in is yet to be handled. */
  private static final long LEAST = 48L << 20;

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

  private final Path directory;
  private final Alarms alarms;
  private volatile boolean scarce;

  public DiskRoom(Path directory, Alarms alarms) {
    this.directory = directory;
    this.alarms = alarms;
  }

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public boolean work() {
    try {
      judge(Files.getFileStore(directory).getUsableSpace());
    } catch (IOException unknown) {
      log.atDebug().setCause(unknown).log("the room on the disk cannot be told");
    }
    return false;
  }

  private void judge(long free) {
    scarce = free < LEAST;
    if (scarce) {
      alarms.raise(
          ALARM,
          "the disk of %s is full but for %d MiB: nothing is taken in until %d MiB are free"
              .formatted(directory, free >> 20, LEAST >> 20));
    } else {
      alarms.clear(ALARM);
    }
  }

  /**
   * For whoever is about to take something in.
   *
   * @throws Problem UNAVAILABLE where the disk is nearly full
   */
  public void require() {
    if (scarce) throw full(null);
  }

  /** Whether that is why something could not be written. */
  public static boolean isWhy(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException && saysSo(String.valueOf(cause.getMessage()))) return true;
    }
    return false;
  }

  private static boolean saysSo(String message) {
    return message.contains("No space left on device") || message.contains("Disk quota exceeded");
  }

  public static Problem full(Throwable cause) {
    var problem = Problem.unavailable("The disk of this node is full", TRY_AGAIN);
    if (cause != null) problem.addSuppressed(cause);
    return problem;
  }
}
