package social.kring.platform.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/**
 * Decodes requests and refuses ambiguous ones. Netty joins folded lines and drops a Content-Length
 * that contradicts chunks, so both must be seen here, as they arrive.
 *
 * <p>One a connection, on its event loop.
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {
  private final RequestDeadline deadline;
  private final HeadBytes head = new HeadBytes();
  private boolean inHead = true;

  StrictRequestDecoder(HttpServerOptions options, RequestDeadline.Limits limits) {
    super(options);
    this.deadline = new RequestDeadline(limits);
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf bytes, List<Object> out)
      throws Exception {
    if (inHead && head.isHandshake(bytes)) {
      bytes.skipBytes(bytes.readableBytes());
      ctx.close();
      return;
    }
    if (inHead && bytes.isReadable()) {
      deadline.started();
      head.inspect(bytes);
    }
    super.decode(ctx, bytes, out);
    for (var i = 0; i < out.size(); i++) note(out.get(i));
  }

  /** The request line is complete. */
  @Override
  protected HttpMessage createMessage(String[] initialLine) {
    head.requestLineRead();
    RequestRules.checkVersion(initialLine[2]);
    return super.createMessage(initialLine);
  }

  /**
   * Netty asks this once the head is complete and before it decides how the body is framed; an
   * exception makes the message invalid and all further bytes ignored.
   */
  @Override
  protected boolean isContentAlwaysEmpty(HttpMessage message) {
    if (message instanceof HttpRequest request) {
      head.check();
      RequestRules.check(request);
    }
    return super.isContentAlwaysEmpty(message);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
    deadline.watch(ctx);
    super.channelReadComplete(ctx);
  }

  @Override
  protected void handlerRemoved0(ChannelHandlerContext ctx) throws Exception {
    deadline.finished();
    super.handlerRemoved0(ctx);
  }

  private void note(Object decoded) {
    if (decoded instanceof HttpRequest request) {
      inHead = false;
      deadline.headRead(request);
    }
    if (decoded instanceof LastHttpContent) {
      inHead = true;
      head.reset();
      deadline.finished();
    }
  }
}
