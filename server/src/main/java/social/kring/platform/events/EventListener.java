package social.kring.platform.events;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;

/**
 * Hears, on a connection of its own, what relays of other processes tell. Without it, consumers
 * look every few seconds.
 */
public final class EventListener implements AutoCloseable {
  private static final long RECONNECT_MILLIS = 1_000;

  private final PgSubscriber subscriber;

  private EventListener(PgSubscriber subscriber) {
    this.subscriber = subscriber;
  }

  /** Listens until closed; a lost connection is made again. */
  public static EventListener open(Vertx vertx, PgConnectOptions address, EventDispatch dispatch) {
    return open(vertx, address, dispatch.notices());
  }

  static EventListener open(Vertx vertx, PgConnectOptions address, EventNotices notices) {
    var subscriber =
        PgSubscriber.subscriber(vertx, address).reconnectPolicy(retries -> RECONNECT_MILLIS);
    subscriber
        .channel(EventNotices.CHANNEL)
        .subscribeHandler(subscribed -> notices.mayHaveMissed())
        .handler(notices::heard);
    subscriber.connect().await();
    return new EventListener(subscriber);
  }

  @Override
  public void close() {
    subscriber.close().await();
  }
}
