package social.kring.platform.objects;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import social.kring.protocol.Problem;

/** The objects of a bucket, by names of letters, digits and points. */
public final class ObjectStore {
  private static final Duration TRY_AGAIN = Duration.ofSeconds(10);
  private static final long SECONDS = 120;
  private static final int CONNECT_MILLIS = 5_000;

  /** SHA-256 of nothing. */
  private static final String NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private final Vertx vertx;
  private final HttpClient client;
  private final Bucket bucket;
  private final RequestSigner signer;
  private final Clock clock;

  public ObjectStore(Vertx vertx, Bucket bucket, Clock clock) {
    this.vertx = vertx;
    this.bucket = bucket;
    this.clock = clock;
    this.signer = new RequestSigner(bucket.access(), bucket.region());
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout((int) SECONDS)
                .setVerifyHost(true));
  }

  /**
   * Returns when the store has it for good.
   *
   * @param digest SHA-256 of the file, in hexadecimal
   * @throws Problem UNAVAILABLE where it does not take it now
   */
  public void put(String name, String mediaType, Path file, String digest) {
    var headers = Map.of("Content-Type", mediaType);
    await(
        open(file)
            .compose(
                content ->
                    request(HttpMethod.PUT, name, headers, digest)
                        .compose(request -> send(request, content))
                        .compose(response -> expect(response, 200, 201, 204))
                        // Not before the answer is read: its end would come while nobody listens.
                        .eventually(content::close)));
  }

  private Future<AsyncFile> open(Path file) {
    var reading = new OpenOptions().setRead(true).setWrite(false).setCreate(false);
    return vertx.fileSystem().open(file.toString(), reading);
  }

  private static Future<HttpClientResponse> send(HttpClientRequest request, AsyncFile content) {
    return content
        .size()
        .compose(size -> request.putHeader("Content-Length", Long.toString(size)).send(content));
  }

  /**
   * Writes an object into a file that does not exist yet.
   *
   * @return whether there is such an object
   * @throws Problem UNAVAILABLE where it cannot be had now
   */
  public boolean get(String name, Path file) {
    return await(
        request(HttpMethod.GET, name, Map.of(), NOTHING)
            .compose(HttpClientRequest::send)
            .compose(response -> write(response, file)));
  }

  private Future<Boolean> write(HttpClientResponse response, Path file) {
    if (response.statusCode() != 200) return expect(response, 404).map(false);
    response.pause();
    return vertx
        .fileSystem()
        .open(file.toString(), new OpenOptions().setCreateNew(true).setWrite(true))
        .compose((AsyncFile to) -> response.pipeTo(to))
        .map(true);
  }

  /** What is not there is deleted already. */
  public void delete(String name) {
    await(
        request(HttpMethod.DELETE, name, Map.of(), NOTHING)
            .compose(HttpClientRequest::send)
            .compose(response -> expect(response, 200, 204, 404)));
  }

  private Future<HttpClientRequest> request(
      HttpMethod method, String name, Map<String, String> headers, String digest) {
    var endpoint = bucket.endpoint();
    var path = bucket.path(name);
    var signed = new HashMap<>(headers);
    signed.put("Host", endpoint.authority());
    var all = signer.signed(method.name(), path, signed, digest, clock.instant());
    var options =
        new RequestOptions()
            .setMethod(method)
            .setHost(endpoint.host())
            .setPort(endpoint.port())
            .setSsl(endpoint.scheme().equals("https"))
            .setURI(path)
            .setFollowRedirects(false);
    all.forEach(options::putHeader);
    // RFC 6761 §6.3: names under localhost are never looked up.
    if (endpoint.isThisMachine()) {
      options.setServer(SocketAddress.inetSocketAddress(endpoint.port(), "127.0.0.1"));
    }
    return client.request(options);
  }

  /** The body says more than anybody needs to know; it is read, so that the connection is free. */
  private Future<Void> expect(HttpClientResponse response, int... statuses) {
    return response
        .body()
        .compose(
            body -> {
              for (var status : statuses) {
                if (response.statusCode() == status) return Future.succeededFuture();
              }
              return Future.failedFuture(
                  unavailable("The object store answered " + response.statusCode()));
            });
  }

  private static <T> T await(Future<T> exchange) {
    try {
      return exchange.timeout(SECONDS, TimeUnit.SECONDS).await();
    } catch (Problem problem) {
      throw problem;
    } catch (RuntimeException failure) {
      throw failed(failure);
    } catch (Exception failure) {
      throw failed(failure);
    }
  }

  private static Problem failed(Exception failure) {
    var problem = unavailable("The object store cannot be reached");
    problem.addSuppressed(failure);
    return problem;
  }

  private static Problem unavailable(String message) {
    return Problem.unavailable(message, TRY_AGAIN);
  }
}
