package social.kring.node.load;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Instant;
import social.kring.protocol.json.Tree;
import social.kring.protocol.signature.CavageSigner;
import social.kring.protocol.url.FediUrl;

/** A signed request, ready to go out: signing while measuring would measure the signing. */
record Post(RequestOptions options, Buffer body) {

  static Post signed(Correspondent sender, FediUrl inbox, Tree activity, Instant now) {
    var body = activity.toBytes();
    var options = Place.request(HttpMethod.POST, inbox);
    options.putHeader("Content-Type", "application/activity+json");
    CavageSigner.sign("POST", inbox, body, sender.key(), now).forEach(options::putHeader);
    return new Post(options, Buffer.buffer(body));
  }

  /** The status of the answer. */
  Future<Integer> send(HttpClient client) {
    return client.request(options).compose(this::exchange);
  }

  /** Asked for before the request goes out, or a quick answer could be over before it is read. */
  private Future<Integer> exchange(HttpClientRequest request) {
    var answer = request.response().compose(response -> response.end().map(response.statusCode()));
    request.end(body);
    return answer;
  }
}
