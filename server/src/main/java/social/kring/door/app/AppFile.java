package social.kring.door.app;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * A file of the application, ready to be sent.
 *
 * @param tag changes with the content (RFC 9110 §8.8.3)
 * @param lasting whether its name changes with its content
 */
record AppFile(String type, String tag, boolean lasting, Buffer plain, Buffer compressed) {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "woff2", "font/woff2",
          "json", "application/json",
          "webmanifest", "application/manifest+json");

  static AppFile of(String name, byte[] plain, byte[] compressed) {
    return new AppFile(
        TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream"),
        tag(plain),
        name.startsWith("assets/"),
        Buffer.buffer(plain),
        Buffer.buffer(compressed));
  }

  private static String tag(byte[] content) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(content);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
