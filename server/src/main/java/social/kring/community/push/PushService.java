package social.kring.community.push;

import social.kring.platform.http.PeerRequest;
import social.kring.platform.http.PeerResponse;

/** The way to push services. */
@FunctionalInterface
public interface PushService {

  /**
   * @throws social.kring.protocol.Problem FORBIDDEN where it may not be asked, UNAVAILABLE where it
   *     cannot be had now, UPSTREAM where its answer is none
   */
  PeerResponse send(PeerRequest request);
}
