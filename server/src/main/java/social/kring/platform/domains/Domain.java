package social.kring.platform.domains;

import social.kring.protocol.url.FediUrl;

/**
 * A domain that this node answers for.
 *
 * @param authority host, with the port where it is not the scheme's own, as in {@code Host} and in
 *     handles
 */
public record Domain(String scheme, String authority) {

  /** An address under this domain; {@code path} starts with a slash. */
  public FediUrl url(String path) {
    return FediUrl.parse(scheme + "://" + authority + path);
  }
}
