package social.kring.node;

import com.github.benmanes.caffeine.cache.Ticker;
import social.kring.federation.actors.ActorMaker;
import social.kring.federation.actors.ActorSigner;
import social.kring.federation.actors.Actors;
import social.kring.federation.actors.ActorsElsewhere;
import social.kring.federation.actors.InstanceActor;
import social.kring.federation.actors.KeyMaker;
import social.kring.federation.actors.Minting;
import social.kring.federation.actors.PostProver;
import social.kring.federation.actors.SigningKeys;
import social.kring.federation.peers.Peers;
import social.kring.federation.remote.Handles;
import social.kring.federation.remote.RemoteDocuments;
import social.kring.federation.remote.RemoteFiles;
import social.kring.federation.remote.WebPages;
import social.kring.platform.http.PeerClient;
import social.kring.platform.http.PeerLimits;
import social.kring.platform.release.Release;
import social.kring.protocol.json.JsonLd;

/** How this node talks with others. */
public record FederationLayer(
    Actors actors,
    Minting minting,
    Peers peers,
    Signing signing,
    RemoteDocuments documents,
    WebPages pages,
    RemoteFiles files,
    ActorsElsewhere elsewhere) {

  /** How local actors put their names to requests and to documents. */
  public record Signing(ActorSigner requests, PostProver documents) {}

  static FederationLayer on(Settings settings, PlatformLayer platform) {
    return new Wiring(settings, platform).layer();
  }

  /** A client for peers, within limits of its own. */
  static PeerClient client(Settings settings, PlatformLayer platform, PeerLimits limits) {
    var userAgent =
        "Kring/%s (+%s)".formatted(Release.version(), settings.domain().url("/").text());
    return new PeerClient(
        platform.vertx(),
        platform.instruments().names(),
        settings.privatePeers(),
        limits,
        userAgent);
  }

  private record Wiring(Settings settings, PlatformLayer platform) {

    FederationLayer layer() {
      var minting = new Minting(platform.instruments().random());
      var actors = actors(minting);
      var peers =
          new Peers(
              platform.database(), platform.instruments().clock(), platform.instruments().random());
      var signing = signing(actors);
      var client = client(settings, platform, PeerLimits.FETCHING);
      var documents = documents(client, peers, signing.requests());
      var elsewhere = elsewhere(actors, documents, handles(client, peers), peers);
      return new FederationLayer(
          actors, minting, peers, signing, documents, pages(peers), files(peers), elsewhere);
    }

    private Actors actors(Minting minting) {
      var instruments = platform.instruments();
      var keys = new KeyMaker(platform.cpu());
      return new Actors(new ActorMaker(instruments.ids(), instruments.clock(), keys, minting));
    }

    private Signing signing(Actors actors) {
      var instance = InstanceActor.open(platform.database(), actors, settings.domain());
      var keys = new SigningKeys(platform.storage().aside(), Ticker.systemTicker());
      var clock = platform.instruments().clock();
      return new Signing(
          new ActorSigner(keys, instance.id(), platform.cpu(), clock), new PostProver(keys, clock));
    }

    private RemoteDocuments documents(PeerClient client, Peers peers, ActorSigner signer) {
      return new RemoteDocuments(
          client,
          peers,
          signer,
          JsonLd::compact,
          Ticker.systemTicker(),
          platform.instruments().random());
    }

    private WebPages pages(Peers peers) {
      return new WebPages(client(settings, platform, PeerLimits.SKIMMING), peers);
    }

    private RemoteFiles files(Peers peers) {
      return new RemoteFiles(
          client(settings, platform, PeerLimits.DOWNLOADING),
          peers,
          Ticker.systemTicker(),
          platform.instruments().random());
    }

    private Handles handles(PeerClient client, Peers peers) {
      return new Handles(client, peers, Ticker.systemTicker(), platform.instruments().random());
    }

    private ActorsElsewhere elsewhere(
        Actors actors, RemoteDocuments documents, Handles handles, Peers peers) {
      var happenings = platform.happenings();
      var home =
          new ActorsElsewhere.Home(
              platform.database(),
              actors,
              happenings.events(),
              happenings.jobs(),
              platform.instruments().ids());
      var ways = new ActorsElsewhere.Ways(documents, handles, peers, platform.domains());
      return ActorsElsewhere.on(home, ways, platform.instruments().clock(), Ticker.systemTicker());
    }
  }
}
