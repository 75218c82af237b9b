package social.kring.node;

import java.security.SecureRandom;
import java.time.Clock;
import social.kring.platform.http.NameLookup;
import social.kring.platform.storage.Ids;

/** Where time, ids, chance and the addresses of names come from. */
public record Instruments(Clock clock, Ids ids, SecureRandom random, NameLookup names) {

  static Instruments ofThisMachine(NameLookup names) {
    var clock = Clock.systemUTC();
    var random = new SecureRandom();
    return new Instruments(clock, new Ids(clock, random), random, names);
  }
}
