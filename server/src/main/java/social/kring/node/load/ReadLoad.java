package social.kring.node.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;

/**
 * Reads on some connections at once; of several requests, each connection has its own. One thread
 * and one buffer serve all of them: the less a run takes of the machine, the more it says of the
 * node.
 */
final class ReadLoad {
  private static final int BUFFER = 256 << 10;

  /** For answers that are still awaited when the time is over. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final InetSocketAddress place;
  private final List<byte[]> requests;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);

  ReadLoad(InetSocketAddress place, List<byte[]> requests) {
    this.place = place;
    this.requests = List.copyOf(requests);
  }

  Figures run(int connections, Duration time) {
    var figures = new Figures();
    var end = System.nanoTime() + time.toNanos();
    try (var selector = Selector.open()) {
      for (var i = 0; i < connections; i++) open(selector, requests.get(i % requests.size()));
      while (isAnyOpen(selector) && System.nanoTime() < end + GRACE.toNanos()) {
        selector.select(key -> read(key, figures, end), GRACE.toMillis());
      }
      for (var key : selector.keys()) close(key, figures);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return figures;
  }

  private static boolean isAnyOpen(Selector selector) {
    return selector.keys().stream().anyMatch(SelectionKey::isValid);
  }

  private void open(Selector selector, byte[] request) throws IOException {
    var channel = SocketChannel.open(place);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    var reader = new Reader(channel, request);
    channel.register(selector, SelectionKey.OP_READ, reader);
    reader.ask();
  }

  private void read(SelectionKey key, Figures figures, long end) {
    var reader = (Reader) key.attachment();
    try {
      var status = reader.read(buffer);
      if (status == 0) return;
      figures.answered(status, reader.took());
      if (System.nanoTime() < end) reader.ask();
      else key.channel().close();
    } catch (IOException | RuntimeException hungUp) {
      close(key, figures);
    }
  }

  /** Of a connection that still owes an answer. */
  private static void close(SelectionKey key, Figures figures) {
    if (!key.isValid()) return;
    figures.failed();
    try {
      key.channel().close();
    } catch (IOException alreadyClosed) {
      key.cancel();
    }
  }
}
