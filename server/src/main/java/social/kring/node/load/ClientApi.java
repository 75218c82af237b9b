package social.kring.node.load;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

/** What a run asks of the client API, as one person who is signed in. */
final class ClientApi {
  private final HttpClient client;
  private final FediUrl node;
  private final String token;

  ClientApi(HttpClient client, FediUrl node, String token) {
    this.client = client;
    this.node = node;
    this.token = token;
  }

  JsonObject me() {
    return ask(HttpMethod.GET, "/api/v1/accounts/verify_credentials", new JsonObject());
  }

  /** The address of the person's actor. */
  FediUrl actor() {
    var handle = me().getString("username") + "@" + node.origin().authority();
    var found =
        ask(HttpMethod.GET, "/.well-known/webfinger?resource=acct:" + handle, new JsonObject());
    return found.getJsonArray("links").stream()
        .map(JsonObject.class::cast)
        .filter(link -> "self".equals(link.getString("rel")))
        .map(link -> FediUrl.parse(link.getString("href")))
        .findFirst()
        .orElseThrow(() -> Problem.notFound(handle + " has no actor"));
  }

  /** The id of an account elsewhere, which is looked up. */
  String resolve(String handle) {
    var query = URLEncoder.encode(handle, StandardCharsets.UTF_8);
    var found =
        ask(HttpMethod.GET, "/api/v2/search?resolve=true&q=" + query, new JsonObject())
            .getJsonArray("accounts");
    if (found.isEmpty()) throw Problem.notFound(handle + " is not found");
    return found.getJsonObject(0).getString("id");
  }

  void follow(String account) {
    ask(HttpMethod.POST, "/api/v1/accounts/" + account + "/follow", new JsonObject());
  }

  void post(String text) {
    ask(HttpMethod.POST, "/api/v1/statuses", new JsonObject().put("status", text));
  }

  /** How many posts of these accounts are visible here. */
  long visible(List<String> accounts) {
    return accounts.stream()
        .map(id -> ask(HttpMethod.GET, "/api/v1/accounts/" + id, new JsonObject()))
        .mapToLong(account -> account.getLong("statuses_count"))
        .sum();
  }

  private JsonObject ask(HttpMethod method, String path, JsonObject body) {
    var options = Place.request(method, FediUrl.parse(node.text() + path));
    options.putHeader("Authorization", "Bearer " + token);
    options.putHeader("Content-Type", "application/json");
    var answer =
        client
            .request(options)
            .compose(
                request ->
                    exchange(
                        request,
                        method == HttpMethod.GET ? Buffer.buffer() : Buffer.buffer(body.encode())))
            .await();
    if (answer.status() >= 400) {
      throw Problem.upstream(path + " was answered " + answer.status() + ": " + answer.body());
    }
    return (JsonObject) Json.decodeValue(answer.body());
  }

  /** Asked for before the request goes out, or a quick answer could be over before it is read. */
  private static Future<Answer> exchange(HttpClientRequest request, Buffer body) {
    var answer =
        request
            .response()
            .compose(
                response -> response.body().map(bytes -> new Answer(response.statusCode(), bytes)));
    request.end(body);
    return answer;
  }

  private record Answer(int status, Buffer body) {}
}
