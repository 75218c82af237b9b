package social.kring.door.media;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import social.kring.community.media.PictureFile;
import social.kring.protocol.Problem;

/** Sends files, or the part of one that is asked for, as players do. RFC 9110 §14. */
final class FileAnswers {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

  private FileAnswers() {}

  /** From one byte to another, both included. */
  private record Part(long first, long last) {
    long length() {
      return last - first + 1;
    }
  }

  static void send(RoutingContext context, PictureFile file, String caching) {
    var size = size(file);
    context
        .response()
        .putHeader("Content-Type", file.mediaType())
        .putHeader("Cache-Control", caching)
        .putHeader("Accept-Ranges", "bytes")
        .putHeader("Content-Security-Policy", "default-src 'none'; sandbox")
        .putHeader("Access-Control-Allow-Origin", "*");
    var range = context.request().getHeader("Range");
    var asked = range == null ? null : RANGE.matcher(range);
    if (asked == null || !asked.matches() || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
      sendPart(context, file, new Part(0, size - 1));
      return;
    }
    var part = part(asked.group(1), asked.group(2), size);
    if (part.first() >= size || part.first() > part.last()) {
      context.response().setStatusCode(416).putHeader("Content-Range", "bytes */" + size).end();
      return;
    }
    context
        .response()
        .setStatusCode(206)
        .putHeader("Content-Range", "bytes %d-%d/%d".formatted(part.first(), part.last(), size));
    sendPart(context, file, part);
  }

  /** Without a first, the last so many. */
  private static Part part(String first, String last, long size) {
    if (first.isEmpty()) return new Part(Math.max(0, size - Long.parseLong(last)), size - 1);
    var end = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
    return new Part(Long.parseLong(first), end);
  }

  private static void sendPart(RoutingContext context, PictureFile file, Part part) {
    context.response().sendFile(file.path().toString(), part.first(), part.length()).await();
  }

  private static long size(PictureFile file) {
    try {
      return Files.size(file.path());
    } catch (IOException gone) {
      throw Problem.notFound("There is no such picture");
    }
  }
}
