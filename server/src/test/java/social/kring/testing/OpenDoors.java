package social.kring.testing;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import social.kring.community.access.Access;
import social.kring.community.access.SignUps;
import social.kring.door.Census;
import social.kring.door.FrontDoor;
import social.kring.door.activitypub.DiscoveryDoor;
import social.kring.door.activitypub.DocumentsDoor;
import social.kring.door.activitypub.HotAnswers;
import social.kring.door.activitypub.NodeCard;
import social.kring.door.activitypub.Readers;
import social.kring.door.activitypub.Signers;
import social.kring.door.pages.Failing;
import social.kring.door.pages.HotPages;
import social.kring.door.pages.PageSources;
import social.kring.door.pages.PagesDoor;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.peers.PeerPolicy;
import social.kring.protocol.signature.CavageSigner;
import social.kring.protocol.signature.RequestSignature;
import social.kring.protocol.signature.SigningKey;
import social.kring.protocol.url.FediUrl;

/** The doors for peers and strangers on a port of their own, asked under any served name. */
public final class OpenDoors implements AutoCloseable {
  public static final String ACTIVITY = "application/activity+json";
  public static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  private final Square square = new Square();
  private final Access access;
  private final Set<String> suspendedHosts = new HashSet<>();
  private final Map<FediUrl, Signer> signers = new HashMap<>();
  private final AtomicInteger fetched = new AtomicInteger();
  private final Vertx vertx = Vertx.vertx();
  private final int port;

  private record Signer(ActorRow actor, PublicKey key) {}

  /** Somebody elsewhere who signs requests. */
  public record Peer(ActorRow actor, SigningKey key) {}

  public OpenDoors() {
    var town = square.town();
    access =
        new Access(
            town.foundation(),
            town.people(),
            town.domains(),
            town.cpu(),
            new SecureRandom(),
            new Access.Rules(SignUps.Policy.OPEN, true));
    port = serve(front());
  }

  public Square square() {
    return square;
  }

  public Access access() {
    return access;
  }

  /** Nobody here deals with this host any more. */
  public void suspends(String host) {
    suspendedHosts.add(host);
  }

  private FrontDoor front() {
    var town = square.town();
    var base = town.foundation();
    var hot = new HotAnswers();
    var hotPages = new HotPages();
    town.tells(hot::hear);
    town.tells(hotPages::hear);
    var census =
        new Census(
            access.accounts(), square.posts().reading().profiles(), base.database(), base.clock());
    var card = new NodeCard("Town", "A town of tests", "1.2.3", true);
    var discovery =
        new DiscoveryDoor(base.actors(), town.domains(), base.database(), hot, card, census);
    var sources =
        new PageSources(
            base.database(),
            base.actors(),
            town.domains(),
            square.relationships().reader(),
            square.posts().reading(),
            square.timelines(),
            square.media().links());
    var pages = new PagesDoor(sources, card, census, hotPages);
    var readers =
        new Readers(
            new KeysOfPeers(),
            host -> suspendedHosts.contains(host) ? PeerPolicy.SUSPENDED : PeerPolicy.NONE,
            base.clock());
    var capabilities = List.of(square.relationships().capability(), square.posts().capability());
    var documents =
        DocumentsDoor.on(base, town.people(), square.relationships(), capabilities, hot, readers);
    return new FrontDoor(
        town.domains(), router -> {}, List.of(discovery, pages, documents), new Failing(card));
  }

  /** All that were met are known, but those that have to be asked for. */
  private final class KeysOfPeers implements Signers {
    @Override
    public Optional<ActorRow> known(RequestSignature signature) {
      return Optional.ofNullable(signers.get(signature.keyId()))
          .filter(signer -> signature.verifies(signer.key()))
          .map(Signer::actor);
    }

    @Override
    public Optional<ActorRow> of(RequestSignature signature) {
      fetched.incrementAndGet();
      return known(signature);
    }
  }

  /** How often somebody's key was asked for. */
  public int keysFetched() {
    return fetched.get();
  }

  private int serve(FrontDoor front) {
    var bound = new AtomicInteger();
    var verticle =
        new VerticleBase() {
          @Override
          public Future<?> start() {
            return vertx
                .createHttpServer()
                .requestHandler(front.router(vertx))
                .listen(0, "localhost")
                .onSuccess(server -> bound.set(server.actualPort()));
          }
        };
    vertx
        .deployVerticle(
            verticle, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .await();
    return bound.get();
  }

  /** An actor elsewhere with a key that is known here. */
  public Peer peer(String name, String host) {
    var stranger = square.town().stranger(name, host);
    var pair = rsa();
    var key = FediUrl.parse(stranger.uri().text() + "#main-key");
    signers.put(key, new Signer(stranger, pair.getPublic()));
    return new Peer(stranger, new SigningKey(key, pair.getPrivate()));
  }

  public Answer get(FediUrl url, String accept) {
    return send(HttpMethod.GET, url, Map.of("Accept", accept));
  }

  public Answer get(FediUrl url) {
    return get(url, ACTIVITY);
  }

  public Answer get(String url) {
    return get(FediUrl.parse(url));
  }

  /** A fetch as a peer signs it. */
  public Answer get(FediUrl url, Peer peer) {
    var headers =
        new HashMap<>(
            CavageSigner.sign(
                "GET", url, new byte[0], peer.key(), square.town().clock().instant()));
    headers.remove("Host");
    headers.put("Accept", ACTIVITY);
    return send(HttpMethod.GET, url, headers);
  }

  /** Over a connection of its own, since the name asked for is none that this machine has. */
  public Answer send(HttpMethod method, FediUrl url, Map<String, String> headers) {
    var request = new StringBuilder(method + " " + url.pathAndQuery() + " HTTP/1.1\r\n");
    request.append("Host: " + url.origin().authority() + "\r\nConnection: close\r\n");
    headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    try (var socket = new Socket("localhost", port)) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
      return Answer.parse(
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static KeyPair rsa() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  @Override
  public void close() {
    vertx.close().await();
    square.close();
  }
}
