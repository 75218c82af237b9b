package social.kring.testing;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;

/**
 * A machine with many hosts on it, {@code a.localhost}, {@code b.localhost} …, that takes what is
 * delivered to their inboxes, or not: as a test wants.
 */
public final class InboxPeer implements AutoCloseable {
  private final HttpServer server;
  private final List<Parcel> parcels = new CopyOnWriteArrayList<>();
  private final Map<String, Manners> manners = new ConcurrentHashMap<>();

  /** What arrived, whatever was answered. */
  public record Parcel(String host, String path, Map<String, String> headers, Tree activity) {

    public String id() {
      return activity.string("id").orElseThrow();
    }
  }

  /** How a host answers. */
  @FunctionalInterface
  public interface Manners {
    void answer(HttpServerRequest request, Parcel parcel);
  }

  public InboxPeer(Vertx vertx) {
    server = vertx.createHttpServer().requestHandler(this::receive).listen(0, "127.0.0.1").await();
  }

  /** The authority of one of its hosts. */
  public String host(String name) {
    return name + ".localhost:" + server.actualPort();
  }

  public void behaves(String name, Manners manner) {
    manners.put(host(name), manner);
  }

  /** Answers everything with a status and no more. */
  public void answers(String name, int status) {
    behaves(name, (request, parcel) -> request.response().setStatusCode(status).end());
  }

  public void takesAll(String name) {
    answers(name, 202);
  }

  public List<Parcel> parcels() {
    return List.copyOf(parcels);
  }

  public List<Parcel> parcels(String name) {
    return parcels.stream().filter(parcel -> parcel.host().equals(host(name))).toList();
  }

  /** The ids of the activities that one of its hosts was brought, each time. */
  public List<String> ids(String name) {
    return parcels(name).stream().map(Parcel::id).toList();
  }

  private void receive(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              var parcel =
                  new Parcel(
                      request.getHeader("Host"),
                      request.path(),
                      headers(request),
                      StrictJson.parse(body.getBytes()));
              parcels.add(parcel);
              manners
                  .getOrDefault(parcel.host(), (r, p) -> r.response().setStatusCode(202).end())
                  .answer(request, parcel);
            });
  }

  private static Map<String, String> headers(HttpServerRequest request) {
    var headers = new ConcurrentHashMap<String, String>();
    request
        .headers()
        .forEach((name, value) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), value));
    return Map.copyOf(headers);
  }

  @Override
  public void close() {
    server.close().await();
  }
}
