package social.kring.federation.sending;

import java.time.Duration;
import java.util.Optional;

/** How a delivery went. */
sealed interface Outcome {

  /**
   * The peer has it.
   *
   * @param promptly whether it took no more time than usual
   */
  record Arrived(boolean promptly) implements Outcome {}

  /** The inbox is gone for good, and all that was for it with it. */
  record InboxGone() implements Outcome {}

  /** The peer will not take this one, today or later. */
  record Refused(String why) implements Outcome {}

  /** This node does not send there. */
  record NotAllowed(String why) implements Outcome {}

  /**
   * The host takes nothing now.
   *
   * @param retryAfter what the host asked for
   */
  record HostDown(String why, Optional<Duration> retryAfter) implements Outcome {}

  /**
   * The peer does not take this one now, but others.
   *
   * @param mostTries after which it is taken as refused
   */
  record Delayed(String why, int mostTries) implements Outcome {

    /** A peer that cannot fetch the sender's key just now answers like one that doubts it. */
    static Delayed doubted(int status) {
      return new Delayed("answered " + status, 5);
    }

    static Delayed stuck(String why) {
      return new Delayed(why, Integer.MAX_VALUE);
    }

    boolean isOver(int tries) {
      return tries >= mostTries;
    }
  }

  /** This node cannot send it; nothing is wrong with the host. */
  record NotSent(String why) implements Outcome {}

  /** Too much is going on here; nothing is wrong with anybody. */
  record Busy() implements Outcome {}

  /** Whether the next delivery in the lane may go. */
  default boolean letsNextGo() {
    return switch (this) {
      case Arrived arrived -> true;
      case InboxGone gone -> false;
      case Refused refused -> true;
      case NotAllowed notAllowed -> true;
      case HostDown down -> false;
      case Delayed delayed -> false;
      case NotSent notSent -> false;
      case Busy busy -> false;
    };
  }
}
