package social.kring.federation.actors;

import java.util.List;
import java.util.Set;
import social.kring.protocol.url.Origin;

/** The part of a host's name that somebody had to register: what new hosts are counted by. */
final class RegistrableDomain {
  /** Under these, below a country, names are registered at the third level. */
  private static final Set<String> SECOND_LEVELS =
      Set.of(
          "ac", "co", "com", "edu", "go", "gob", "gov", "gouv", "ltd", "me", "net", "ne", "nom",
          "or", "org", "plc", "sch");

  private RegistrableDomain() {}

  /** On this machine each host and port is its own. */
  static String of(Origin origin) {
    if (origin.isThisMachine() || origin.literal().isPresent()) return origin.authority();
    var labels = origin.host().split("\\.");
    var taken = Math.min(labels.length, isBelowCountry(labels) ? 3 : 2);
    return String.join(".", List.of(labels).subList(labels.length - taken, labels.length));
  }

  private static boolean isBelowCountry(String[] labels) {
    return labels.length > 2
        && labels[labels.length - 1].length() == 2
        && SECOND_LEVELS.contains(labels[labels.length - 2]);
  }
}
