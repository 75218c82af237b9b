package social.kring.platform.http;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import social.kring.protocol.Problem;
import social.kring.protocol.url.Origin;

/**
 * The one way out to peers. Connects to the very address that was checked, follows no redirect
 * (each hop is checked and signed anew by who asks), and gives nobody more time or memory than its
 * limits.
 */
public final class PeerClient {
  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);
  private static final int CONNECT_MILLIS = 5_000;
  private static final int LARGEST_HEAD = 16 << 10;

  /** Shorter than what common servers keep idle connections for, so that none closes under us. */
  private static final int KEEP_ALIVE_SECONDS = 4;

  private final Vertx vertx;
  private final HttpClient client;
  private final PeerAddresses addresses;
  private final HostPermits permits;
  private final PeerLimits limits;
  private final String userAgent;

  /**
   * @param userAgent as in {@code Kring/1.0 (+https://acme.example/)}
   */
  public PeerClient(
      Vertx vertx,
      NameLookup names,
      PrivatePeers privatePeers,
      PeerLimits limits,
      String userAgent) {
    this(vertx, names, privatePeers, limits, userAgent, Optional.empty());
  }

  /**
   * @param trusted instead of the authorities that Java trusts
   */
  PeerClient(
      Vertx vertx,
      NameLookup names,
      PrivatePeers privatePeers,
      PeerLimits limits,
      String userAgent,
      Optional<TrustOptions> trusted) {
    this.vertx = vertx;
    this.addresses = new PeerAddresses(names, privatePeers);
    this.permits = new HostPermits(limits.perHost(), limits.waitingPerHost());
    this.limits = limits;
    this.userAgent = userAgent;
    var options = options();
    trusted.ifPresent(options::setTrustOptions);
    this.client =
        vertx
            .httpClientBuilder()
            .with(options)
            .with(
                new PoolOptions()
                    .setHttp1MaxSize(limits.perHost())
                    .setMaxWaitQueueSize(limits.perHost()))
            .withConnectHandler(PeerClient::keepQuiet)
            .build();
  }

  /** What becomes of the body. */
  private interface Reading {
    Future<PeerResponse> of(HttpClientResponse response);
  }

  /** What goes wrong on a connection fails its request too, and is a peer's error, not ours. */
  private static void keepQuiet(HttpConnection connection) {
    connection.exceptionHandler(failure -> {});
  }

  private static HttpClientOptions options() {
    return new HttpClientOptions()
        .setVerifyHost(true)
        .setUseAlpn(false)
        .setDecompressionSupported(false)
        .setPipelining(false)
        .setMaxRedirects(0)
        .setMaxHeaderSize(LARGEST_HEAD)
        .setConnectTimeout(CONNECT_MILLIS)
        .setSslHandshakeTimeout(CONNECT_MILLIS)
        .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS);
  }

  /**
   * Sends a request and waits for the whole answer, whatever its status.
   *
   * @throws Problem FORBIDDEN where the peer may not be asked, UNAVAILABLE where it cannot be had
   *     now, UPSTREAM where its answer is not acceptable; each names the host
   */
  public PeerResponse send(PeerRequest request) {
    return send(request, deadline());
  }

  /** The usual time for an exchange, from now on: for who needs several requests for one thing. */
  public Deadline deadline() {
    return Deadline.in(limits.total());
  }

  /** As above, by a deadline that is already running. */
  public PeerResponse send(PeerRequest request, Deadline deadline) {
    return send(request, deadline, response -> read(request, response));
  }

  /**
   * The same, where the body goes into a file that does not exist yet, and is there if the status
   * is 200.
   *
   * @param largest bytes of the body
   */
  public PeerResponse download(PeerRequest request, Path file, long largest, Deadline deadline) {
    var host = request.url().host();
    return send(
        request, deadline, response -> AnswerInFile.read(vertx, response, host, file, largest));
  }

  private PeerResponse send(PeerRequest request, Deadline deadline, Reading reading) {
    var origin = request.url().origin();
    try {
      takePermit(origin, deadline);
      try {
        return exchange(request, deadline.await(addresses.of(origin)), deadline, reading);
      } finally {
        permits.release(origin);
      }
    } catch (Problem problem) {
      throw problem;
    } catch (Exception failure) {
      throw problemWith(origin, failure);
    }
  }

  private void takePermit(Origin origin, Deadline deadline) throws TimeoutException {
    var permit = permits.take(origin);
    try {
      deadline.await(permit.future());
    } catch (Exception givenUp) {
      permits.abandon(origin, permit);
      throw givenUp;
    }
  }

  private PeerResponse exchange(
      PeerRequest request, List<InetAddress> candidates, Deadline deadline, Reading reading)
      throws TimeoutException {
    var opened = open(request, candidates, deadline);
    try {
      var answer = opened.response().compose(reading::of);
      opened.end(Buffer.buffer(request.body()));
      return deadline.await(answer);
    } catch (Exception failure) {
      opened.reset();
      throw failure;
    }
  }

  /** Asked for before the request goes out, or a quick answer could be over before it is read. */
  private Future<PeerResponse> read(PeerRequest request, HttpClientResponse response) {
    return CappedAnswer.read(
        response, request.url().host(), limits.largestBody(), surplus(request));
  }

  private CappedAnswer.Surplus surplus(PeerRequest request) {
    return switch (request.method()) {
      case POST -> CappedAnswer.Surplus.IS_IGNORED;
      case GET ->
          switch (limits.excess()) {
            case REFUSED -> CappedAnswer.Surplus.FAILS;
            case CUT -> CappedAnswer.Surplus.IS_LEFT;
          };
    };
  }

  /** Tries one address after the other, since a host's IPv6 may lead nowhere. */
  private HttpClientRequest open(
      PeerRequest request, List<InetAddress> candidates, Deadline deadline)
      throws TimeoutException {
    for (var candidate : candidates.subList(0, candidates.size() - 1)) {
      try {
        return open(request, candidate, deadline);
      } catch (RuntimeException unreachable) {
        continue;
      }
    }
    return open(request, candidates.getLast(), deadline);
  }

  private HttpClientRequest open(PeerRequest request, InetAddress address, Deadline deadline)
      throws TimeoutException {
    Future<HttpClientRequest> opening = client.request(options(request, address, deadline));
    try {
      return deadline.await(opening);
    } catch (TimeoutException tooLate) {
      opening.onSuccess(HttpClientRequest::reset);
      throw tooLate;
    }
  }

  private RequestOptions options(PeerRequest request, InetAddress address, Deadline deadline) {
    var origin = request.url().origin();
    var headers = MultiMap.caseInsensitiveMultiMap().addAll(request.headers());
    headers.set("Host", origin.authority()).set("User-Agent", userAgent);
    return new RequestOptions()
        .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, origin.port())))
        .setHost(origin.host())
        .setPort(origin.port())
        .setSsl(origin.scheme().equals("https"))
        .setMethod(HttpMethod.valueOf(request.method().name()))
        .setURI(request.url().pathAndQuery())
        .setFollowRedirects(false)
        .setConnectTimeout(Math.max(1, deadline.remainingMillis()))
        .setHeaders(headers);
  }

  private Problem problemWith(Origin origin, Exception failure) {
    var host = origin.authority();
    var problem =
        switch (failure) {
          case SSLException untrusted -> Problem.upstream(host + " has no certificate to trust");
          case UnknownHostException unknown -> unavailable(host + " has no address");
          case TimeoutException late ->
              unavailable(host + " did not answer within " + limits.total().toMillis() + " ms");
          default -> unavailable(host + " cannot be reached");
        };
    problem.addSuppressed(failure);
    return problem;
  }

  private static Problem unavailable(String message) {
    return Problem.unavailable(message, TRY_AGAIN);
  }
}
