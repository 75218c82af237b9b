package social.kring.faults;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** The way to a node on this machine, which may be dead. */
final class Line {
  private static final int MILLISECONDS = 60_000;

  /** Also for one of our own to be free; a dead node refuses at once. */
  private static final int CONNECTING = 30_000;

  private static final Duration LEAST_PATIENCE = Duration.ofMillis(200);
  private static final Duration MOST_PATIENCE = Duration.ofSeconds(5);

  private final HttpClient http;

  Line(Vertx vertx) {
    http =
        vertx
            .httpClientBuilder()
            .with(new HttpClientOptions().setKeepAlive(true).setTcpNoDelay(true))
            .with(new PoolOptions().setHttp1MaxSize(256).setMaxWaitQueueSize(-1))
            .build();
  }

  /**
   * @param status 0 where there was no answer
   */
  record Answer(int status, Optional<String> retryAfter, String body) {
    static final Answer NONE = new Answer(0, Optional.empty(), "");

    /** What a client waits before it tries again, if it does as it is told. */
    Duration patience() {
      return retryAfter
          .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
          .filter(told -> told.compareTo(MOST_PATIENCE) < 0)
          .orElse(status == 503 ? MOST_PATIENCE : LEAST_PATIENCE);
    }

    boolean isGood() {
      return status >= 200 && status < 300;
    }

    Tree document() {
      return StrictJson.parse(body);
    }

    List<Tree> list() {
      return StrictJson.parse("{\"list\":" + body + "}").objects("list");
    }
  }

  Answer ask(String method, FediUrl url, Map<String, String> headers, byte[] body) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(method))
            .setServer(SocketAddress.inetSocketAddress(url.port(), "127.0.0.1"))
            .setHost(url.host())
            .setPort(url.port())
            .setURI(url.pathAndQuery())
            .setConnectTimeout(CONNECTING)
            .setTimeout(MILLISECONDS);
    headers.forEach(options::putHeader);
    options.putHeader("Host", url.origin().authority());
    try {
      return http.request(options)
          .compose(request -> exchange(request, Buffer.buffer(body)))
          .await();
    } catch (Exception noAnswer) {
      return Answer.NONE;
    }
  }

  /**
   * Asked for before the request goes out: an answer that is over before anybody asks for its body
   * never comes, nor does its timeout.
   */
  private static Future<Answer> exchange(HttpClientRequest request, Buffer body) {
    var answer = request.response().compose(head -> head.body().map(bytes -> answer(head, bytes)));
    request.end(body);
    return answer;
  }

  private static Answer answer(HttpClientResponse answer, Buffer body) {
    return new Answer(
        answer.statusCode(), Optional.ofNullable(answer.getHeader("Retry-After")), body.toString());
  }
}
