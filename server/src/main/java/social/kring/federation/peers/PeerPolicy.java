package social.kring.federation.peers;

import java.util.Locale;

/** What the operators of this node decided about a host, from mild to strict. */
public enum PeerPolicy {
  NONE,
  /** Its people are shown to their followers only. */
  LIMITED,
  /** Nothing is taken from it or sent to it. */
  SUSPENDED;

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  static PeerPolicy of(String column) {
    return valueOf(column.toUpperCase(Locale.ROOT));
  }

  PeerPolicy orStricter(PeerPolicy other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
