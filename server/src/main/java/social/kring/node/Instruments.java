package social.kring.node;

import java.security.SecureRandom;
import java.time.Clock;
import social.kring.platform.storage.Ids;

/** Where time, ids and chance come from. */
public record Instruments(Clock clock, Ids ids, SecureRandom random) {

  static Instruments ofThisMachine() {
    var clock = Clock.systemUTC();
    var random = new SecureRandom();
    return new Instruments(clock, new Ids(clock, random), random);
  }
}
