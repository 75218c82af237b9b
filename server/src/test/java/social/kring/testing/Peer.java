package social.kring.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import java.util.Map;
import social.kring.federation.actors.KeyPairs;
import social.kring.protocol.discovery.Handle;
import social.kring.protocol.discovery.WebFinger;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** Another node: serves its actors and whatever else a test has put there, and hears everything. */
public final class Peer implements AutoCloseable {
  private static final String ACTIVITY_JSON = "application/activity+json";

  private final WireMockServer server =
      new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort().jettyAcceptors(1));
  private final KeyPairs pairs = new ReusedKeyPairs();
  private final String name;

  /**
   * @param name of its host, under {@code .localhost}
   */
  public Peer(String name) {
    this.name = name;
    server.start();
    server.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(202)));
  }

  public String authority() {
    return name + ".localhost:" + server.port();
  }

  public FediUrl at(String path) {
    return FediUrl.parse("http://" + authority() + path);
  }

  /** New keys for who lives there; no two of the first few have the same. */
  KeyPairs pairs() {
    return pairs;
  }

  /** For what a test wants it to answer otherwise. */
  public WireMockServer server() {
    return server;
  }

  /** Somebody who lives there, with keys, a document, and a handle. */
  public PeerActor actor(String name) {
    var actor = PeerActor.at(this, name);
    serves(actor.document());
    answersFor(name, actor.uri());
    return actor;
  }

  /** Serves a document at its id. */
  public void serves(Tree document) {
    serves(document.id("id").orElseThrow(), document);
  }

  public void serves(FediUrl at, Tree document) {
    server.stubFor(
        get(urlEqualTo(at.pathAndQuery()))
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", ACTIVITY_JSON)
                    .withBody(document.toBytes())));
  }

  /** Says that a handle is that actor's. */
  public void answersFor(String name, FediUrl actor) {
    var handle = new Handle(name, authority());
    var answer =
        new WebFinger(
            handle, List.of(), actor, java.util.Optional.empty(), java.util.Optional.empty());
    server.stubFor(
        get(urlPathEqualTo("/.well-known/webfinger"))
            .withQueryParams(
                Map.of(
                    "resource",
                    com.github.tomakehurst.wiremock.client.WireMock.equalTo(
                        "acct:" + handle.acct())))
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", WebFinger.MEDIA_TYPE)
                    .withBody(answer.toTree().toBytes())));
  }

  /** Answers there with that status and nothing else. */
  public void answers(FediUrl at, int status) {
    server.stubFor(get(urlEqualTo(at.pathAndQuery())).willReturn(aResponse().withStatus(status)));
  }

  /** How often that address was asked for. */
  public int asked(FediUrl at) {
    return server
        .findAll(
            com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor(
                urlEqualTo(at.pathAndQuery())))
        .size();
  }

  /** Every request so far. */
  public List<LoggedRequest> heard() {
    return server.findAll(
        com.github.tomakehurst.wiremock.matching.RequestPatternBuilder.allRequests());
  }

  @Override
  public void close() {
    server.stop();
  }
}
