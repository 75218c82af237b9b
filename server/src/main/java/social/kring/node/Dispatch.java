package social.kring.node;

import java.util.List;
import social.kring.community.Capability;
import social.kring.federation.sending.Sending;
import social.kring.federation.sending.SendingLimits;
import social.kring.platform.http.PeerLimits;

/** Puts together what brings activities to other nodes. */
final class Dispatch {
  private Dispatch() {}

  static Sending of(
      Settings settings,
      PlatformLayer platform,
      FederationLayer federation,
      List<Capability> capabilities) {
    var means =
        new Sending.Means(
            FederationLayer.client(settings, platform, PeerLimits.DELIVERING),
            federation.signing().requests()::sign,
            federation.peers(),
            SendingLimits.USUAL,
            platform.storage().directory().processName());
    return new Sending(
        means,
        capabilities.stream().flatMap(each -> each.audiences().stream()).toList(),
        platform.database(),
        platform.instruments().clock(),
        platform.happenings().workers());
  }
}
