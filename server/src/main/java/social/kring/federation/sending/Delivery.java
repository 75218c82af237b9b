package social.kring.federation.sending;

import social.kring.protocol.url.FediUrl;

/**
 * An activity for one inbox.
 *
 * @param tries so far
 */
record Delivery(long id, Lane lane, FediUrl inbox, int tries, byte[] body) {

  /** Never the body. */
  @Override
  public String toString() {
    return id + " to " + inbox;
  }
}
