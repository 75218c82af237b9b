package social.kring.platform.workers;

import java.time.Duration;

/** Does what waits, a round at a time. Tests call {@link #work} until there is no more. */
public interface Worker {

  /** By which it is woken; several workers may share one. */
  String name();

  /** How long it rests when it found nothing to do and nobody wakes it. */
  Duration pause();

  /**
   * One round. Runs on a virtual thread, so it may wait. Throwing lets it rest for a growing while.
   *
   * @return whether there may be more to do at once
   */
  boolean work();
}
