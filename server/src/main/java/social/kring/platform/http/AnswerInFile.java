package social.kring.platform.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClientResponse;
import java.nio.file.Path;
import social.kring.protocol.Problem;

/**
 * Writes the body of an answer into a file as it streams in, no faster than the disk takes it, and
 * hangs up on whoever sends too much.
 */
final class AnswerInFile {
  private static final byte[] NOTHING = {};

  private final HttpClientResponse response;
  private final String host;
  private final long largest;
  private final Promise<PeerResponse> whole = Promise.promise();
  private long bytes;
  private boolean closed;

  private AnswerInFile(HttpClientResponse response, String host, long largest) {
    this.response = response;
    this.host = host;
    this.largest = largest;
  }

  /**
   * @param file does not exist yet; what is in it is whole only where this succeeds with 200
   * @param largest bytes of the body
   * @return without a body, whose status tells whether there is a file; fails with UPSTREAM where
   *     the body is encoded or too large
   */
  static Future<PeerResponse> read(
      Vertx vertx, HttpClientResponse response, String host, Path file, long largest) {
    return new AnswerInFile(response, host, largest).read(vertx, file);
  }

  private Future<PeerResponse> read(Vertx vertx, Path path) {
    response.exceptionHandler(whole::tryFail);
    if (response.statusCode() != 200) {
      hangUpWith(answer());
    } else if (isEncoded()) {
      hangUp(host + " answered in an encoding that was not asked for");
    } else if (claimed() > largest) {
      hangUp(tooMuch());
    } else {
      response.pause();
      vertx
          .fileSystem()
          .open(path.toString(), new OpenOptions().setCreateNew(true).setWrite(true))
          .onSuccess(this::take)
          .onFailure(this::giveUp);
    }
    return whole.future();
  }

  private void take(AsyncFile file) {
    whole.future().onFailure(failure -> close(file));
    response.exceptionHandler(this::giveUp);
    response.handler(chunk -> write(file, chunk));
    response.endHandler(
        ended ->
            close(file).onSuccess(closed -> whole.tryComplete(answer())).onFailure(this::giveUp));
    response.resume();
  }

  /** Once: a closed file cannot be closed. */
  private Future<Void> close(AsyncFile file) {
    if (closed) return Future.succeededFuture();
    closed = true;
    return file.close();
  }

  private void write(AsyncFile file, Buffer chunk) {
    if (closed) return;
    bytes += chunk.length();
    if (bytes > largest) {
      hangUp(tooMuch());
      return;
    }
    file.write(chunk).onFailure(this::giveUp);
    if (file.writeQueueFull()) {
      response.pause();
      file.drainHandler(drained -> response.resume());
    }
  }

  private boolean isEncoded() {
    var encoding = response.getHeader("Content-Encoding");
    return encoding != null && !encoding.equalsIgnoreCase("identity");
  }

  private long claimed() {
    var length = response.getHeader("Content-Length");
    return length != null && length.matches("[0-9]{1,15}") ? Long.parseLong(length) : 0;
  }

  private String tooMuch() {
    return host + " answered with more than " + largest + " bytes";
  }

  private void giveUp(Throwable failure) {
    if (whole.tryFail(failure)) response.request().reset();
  }

  private void hangUp(String why) {
    giveUp(Problem.upstream(why));
  }

  private void hangUpWith(PeerResponse answer) {
    if (whole.tryComplete(answer)) response.request().reset();
  }

  private PeerResponse answer() {
    return new PeerResponse(response.statusCode(), CappedAnswer.headers(response), NOTHING);
  }
}
