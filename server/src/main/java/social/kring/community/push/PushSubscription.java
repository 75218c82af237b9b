package social.kring.community.push;

import java.util.Optional;
import social.kring.protocol.push.PushRecipient;
import social.kring.protocol.url.FediUrl;

/**
 * An app that wants to be told while it is not running.
 *
 * @param token id of the access token by which it subscribed, with which it ends
 * @param owner whose notifications it gets
 */
public record PushSubscription(long id, long token, long owner, Route route, PushWishes wishes) {

  /**
   * The way to it.
   *
   * @param endpoint of its push service
   * @param standard whether it reads RFC 8291, not only the draft before
   * @param sealedToken its access token as only this node can read it, so that the app knows for
   *     which of its accounts a message is
   */
  public record Route(
      FediUrl endpoint, PushRecipient recipient, boolean standard, Optional<byte[]> sealedToken) {}
}
