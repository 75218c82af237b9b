package social.kring.door.pages;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import social.kring.door.Reading;

/**
 * The few files that pages need. Their names change with their content, so they are kept for good.
 */
final class Assets {
  private static final int TAG = 12;

  private final Buffer style;
  private final Buffer mark;
  private final Paths paths;

  /** Where they are. */
  record Paths(String style, String mark) {}

  private Assets(byte[] style, byte[] mark) {
    this.style = Buffer.buffer(style);
    this.mark = Buffer.buffer(mark);
    this.paths =
        new Paths("/pages/style." + tag(style) + ".css", "/pages/mark." + tag(mark) + ".svg");
  }

  /** Those that were built into this version. */
  static Assets bundled() {
    return new Assets(read("style.css"), read("mark.svg"));
  }

  Paths paths() {
    return paths;
  }

  void mount(Router router) {
    Reading.route(router, paths.style())
        .handler(context -> show(context, "text/css; charset=utf-8", style));
    Reading.route(router, paths.mark()).handler(context -> show(context, "image/svg+xml", mark));
  }

  private static void show(RoutingContext context, String type, Buffer content) {
    context
        .response()
        .putHeader("Content-Type", type)
        .putHeader("Cache-Control", "public, max-age=31536000, immutable")
        .end(content)
        .await();
  }

  private static byte[] read(String name) {
    try (var file = Assets.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String tag(byte[] content) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash).substring(0, TAG);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
