package social.kring.node.load;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import social.kring.protocol.json.Tree;
import social.kring.protocol.signature.PublicKeys;
import social.kring.protocol.signature.SigningKey;
import social.kring.protocol.url.FediUrl;

/**
 * Many hosts with people on them, all of them one server on this machine: what they publish, and an
 * inbox that only listens. They share a key pair, since making one takes longer than using it.
 */
final class Crowd {
  private static final String CONTEXT = "https://www.w3.org/ns/activitystreams";

  private final Map<String, Correspondent> people = new LinkedHashMap<>();
  private final KeyPair keys;
  private final int port;

  Crowd(int hosts, int people, KeyPair keys, int port) {
    this.keys = keys;
    this.port = port;
    for (var i = 0; i < people; i++) {
      var uri = FediUrl.parse("http://h%d.crowd.localhost:%d/u/p%d".formatted(i % hosts, port, i));
      var key = new SigningKey(FediUrl.parse(uri.text() + "#main-key"), keys.getPrivate());
      this.people.put(uri.text(), new Correspondent("p" + i, uri, key));
    }
  }

  List<Correspondent> people() {
    return new ArrayList<>(people.values());
  }

  /**
   * @param heard each activity that comes to an inbox, as it came: reading it takes longer than
   *     bringing it does
   */
  void listen(Vertx vertx, Consumer<byte[]> heard) {
    vertx
        .createHttpServer()
        .requestHandler(request -> answer(request, heard))
        .listen(port, "127.0.0.1")
        .await();
  }

  private void answer(HttpServerRequest request, Consumer<byte[]> heard) {
    if (request.path().endsWith("/inbox")) {
      request.bodyHandler(body -> hear(request.response(), body, heard));
    } else if (request.path().equals("/.well-known/webfinger")) {
      found(request.response(), "application/jrd+json", webFinger(request));
    } else if (request.path().startsWith("/u/")) {
      var uri = "http://" + request.authority() + request.path();
      found(request.response(), "application/activity+json", document(uri));
    } else {
      request.response().setStatusCode(404).end();
    }
  }

  private static void hear(HttpServerResponse response, Buffer body, Consumer<byte[]> heard) {
    response.setStatusCode(202).end();
    heard.accept(body.getBytes());
  }

  private static void found(HttpServerResponse response, String type, Tree document) {
    response.putHeader("Content-Type", type).end(Buffer.buffer(document.toBytes()));
  }

  private Tree webFinger(HttpServerRequest request) {
    var handle = request.getParam("resource").substring("acct:".length());
    var name = handle.substring(0, handle.indexOf('@'));
    var uri = "http://" + request.authority() + "/u/" + name;
    return Tree.of(
        Map.of(
            "subject",
            "acct:" + handle,
            "links",
            List.of(Map.of("rel", "self", "type", "application/activity+json", "href", uri))));
  }

  private Tree document(String uri) {
    var person = people.get(uri);
    return person == null
        ? Tree.of(
            Map.of("@context", CONTEXT, "id", uri, "type", "OrderedCollection", "totalItems", 0))
        : actor(person);
  }

  private Tree actor(Correspondent person) {
    var uri = person.uri().text();
    return Tree.builder()
        .put("@context", List.of(CONTEXT, "https://w3id.org/security/v1"))
        .put("id", uri)
        .put("type", "Person")
        .put("preferredUsername", person.name())
        .put("inbox", uri + "/inbox")
        .put("outbox", uri + "/outbox")
        .put("followers", person.followers())
        .put("endpoints", Map.of("sharedInbox", person.uri().origin().text() + "/inbox"))
        .put("publicKey", publicKey(person))
        .build();
  }

  private Map<String, String> publicKey(Correspondent person) {
    return Map.of(
        "id",
        person.key().id().text(),
        "owner",
        person.uri().text(),
        "publicKeyPem",
        PublicKeys.toPem(keys.getPublic()));
  }
}
