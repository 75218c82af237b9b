package social.kring.node;

import social.kring.federation.actors.ActorMaker;
import social.kring.federation.actors.Actors;
import social.kring.federation.actors.KeyMaker;
import social.kring.federation.actors.Minting;
import social.kring.federation.peers.Peers;

/** How this node talks with others. */
public record FederationLayer(Actors actors, Minting minting, Peers peers) {

  static FederationLayer on(PlatformLayer platform) {
    var instruments = platform.instruments();
    var minting = new Minting(instruments.random());
    var keys = new KeyMaker(platform.cpu());
    return new FederationLayer(
        new Actors(new ActorMaker(instruments.ids(), instruments.clock(), keys, minting)),
        minting,
        new Peers(platform.database(), instruments.clock(), instruments.random()));
  }
}
