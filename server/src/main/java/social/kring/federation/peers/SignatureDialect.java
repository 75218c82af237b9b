package social.kring.federation.peers;

import java.util.Locale;

/** Which HTTP signatures a host has shown that it understands. */
public enum SignatureDialect {
  /** draft-cavage-http-signatures-12: everybody. */
  CAVAGE,
  /** RFC 9421. */
  RFC9421;

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As the table {@code peer} and the view {@code peer_standing} name it. */
  public static SignatureDialect of(String column) {
    return valueOf(column.toUpperCase(Locale.ROOT));
  }
}
