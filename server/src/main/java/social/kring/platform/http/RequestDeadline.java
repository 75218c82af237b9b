package social.kring.platform.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose request takes too long to arrive, however steadily it drips. A request
 * that arrives in one piece, as nearly all do, costs no timer.
 */
public final class RequestDeadline {
  private final Limits limits;
  private boolean receiving;
  private Duration limit;
  private Future<?> timer;

  /**
   * How long a request may take from its first byte to its last.
   *
   * @param upload for multipart forms, which carry files
   */
  public record Limits(Duration request, Duration upload) {
    public static final Limits USUAL = new Limits(Duration.ofSeconds(30), Duration.ofMinutes(10));
  }

  RequestDeadline(Limits limits) {
    this.limits = limits;
    this.limit = limits.request();
  }

  /** The first bytes of a request are here. */
  void started() {
    receiving = true;
  }

  void headRead(HttpRequest request) {
    var type = request.headers().get(HttpHeaderNames.CONTENT_TYPE, "").toLowerCase(Locale.ROOT);
    if (!type.startsWith("multipart/form-data")) return;
    limit = limits.upload();
    cancel();
  }

  /** The last byte of the request is here. */
  void finished() {
    receiving = false;
    limit = limits.request();
    cancel();
  }

  /** After each read: if the request is not complete, it has until its limit. */
  void watch(ChannelHandlerContext ctx) {
    if (!receiving || timer != null) return;
    Runnable close = ctx::close;
    timer = ctx.executor().schedule(close, limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void cancel() {
    if (timer != null) timer.cancel(false);
    timer = null;
  }
}
