package social.kring.node.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A browser without scripts: keeps cookies, fills in forms, goes where it is sent. */
final class Browser {
  private static final String LOOPBACK = "127.0.0.1";
  private static final long MILLISECONDS = 20_000;
  private static final int MOST_HOPS = 6;

  private final HttpClient http;
  private final Map<String, String> cookies = new HashMap<>();

  Browser(Vertx vertx) {
    this.http = vertx.createHttpClient();
  }

  private record Answer(List<String> cookies, Optional<String> location, String text) {}

  Page open(URI address) {
    return arrive(address, send(HttpMethod.GET, address, Buffer.buffer()));
  }

  /** Fills in the form of a page, and sends it. */
  Page submit(Page page, Map<String, String> filledIn) {
    var fields = new HashMap<>(page.hidden());
    fields.putAll(filledIn);
    var body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return arrive(page.action(), send(HttpMethod.POST, page.action(), Buffer.buffer(body)));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private Page arrive(URI address, Answer answer) {
    for (var hops = 0; hops < MOST_HOPS; hops++) {
      answer.cookies().forEach(this::keep);
      if (answer.location().isEmpty()) return new Page(address, answer.text());
      address = address.resolve(answer.location().get());
      answer = send(HttpMethod.GET, address, Buffer.buffer());
    }
    throw new Unmet("expected a page at " + address + " after " + MOST_HOPS + " redirects");
  }

  private void keep(String cookie) {
    var pair = cookie.split(";", 2)[0].split("=", 2);
    cookies.put(pair[0], pair[1]);
  }

  private Answer send(HttpMethod method, URI address, Buffer form) {
    var options =
        new RequestOptions()
            .setMethod(method)
            .setServer(SocketAddress.inetSocketAddress(address.getPort(), LOOPBACK))
            .setHost(address.getHost())
            .setPort(address.getPort())
            .setURI(pathAndQuery(address))
            .setTimeout(MILLISECONDS)
            .putHeader("Accept", "text/html")
            .putHeader("Cookie", kept());
    if (method == HttpMethod.POST) {
      options
          .putHeader("Content-Type", "application/x-www-form-urlencoded")
          .putHeader("Origin", "http://" + address.getAuthority());
    }
    return http.request(options).compose(request -> exchange(request, form)).await();
  }

  private static Future<Answer> exchange(HttpClientRequest request, Buffer body) {
    var answer =
        request
            .response()
            .compose(
                response ->
                    response
                        .body()
                        .map(
                            text ->
                                new Answer(
                                    response.cookies(),
                                    Optional.ofNullable(response.getHeader(HttpHeaders.LOCATION)),
                                    text.toString())));
    request.end(body);
    return answer;
  }

  private String kept() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private static String pathAndQuery(URI address) {
    var query = address.getRawQuery();
    return query == null ? address.getRawPath() : address.getRawPath() + "?" + query;
  }
}
