package social.kring.node.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Asks for the same over and over on one connection, each time when the answer has come. */
final class Reader {
  private final SocketChannel channel;
  private final ByteBuffer request;
  private final Answers answers = new Answers();
  private long asked;

  Reader(SocketChannel channel, byte[] request) {
    this.channel = channel;
    this.request = ByteBuffer.allocateDirect(request.length).put(request);
  }

  /** A request is shorter than any socket's buffer, so it is written at once. */
  void ask() throws IOException {
    asked = System.nanoTime();
    channel.write(request.flip());
    if (request.hasRemaining()) throw new IOException("the node takes no more");
  }

  /**
   * @param buffer to read into
   * @return the status of the answer that is whole now; 0: there is more to come
   */
  int read(ByteBuffer buffer) throws IOException {
    if (channel.read(buffer.clear()) < 0) throw new EOFException("the node hung up");
    return answers.take(buffer.flip());
  }

  /** How long the last answer took. */
  long took() {
    return System.nanoTime() - asked;
  }
}
