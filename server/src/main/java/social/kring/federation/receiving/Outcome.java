package social.kring.federation.receiving;

import java.time.Duration;

/** How handling an activity ended. What throws is tried again, then parked as broken. */
public sealed interface Outcome {

  /** Its effect is there, or was there already. */
  record Done() implements Outcome {}

  /** It asks for something that its sender may not have, or that makes no sense here. */
  record Refused(String why) implements Outcome {}

  /** Something it needs is not there yet. */
  record NotYet(Duration retryAfter, String why) implements Outcome {}

  static Outcome done() {
    return new Done();
  }

  static Outcome refused(String why) {
    return new Refused(why);
  }
}
