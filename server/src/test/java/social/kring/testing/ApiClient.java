package social.kring.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An app, with somebody's token or none. */
public final class ApiClient {
  private final String address;
  private final Optional<String> token;
  private final HttpClient http = HttpClient.newHttpClient();

  public ApiClient(String address, Optional<String> token) {
    this.address = address;
    this.token = token;
  }

  public ApiAnswer get(String path) {
    return send("GET", path, Optional.empty(), BodyPublishers.noBody());
  }

  /** With a form: names and values by turns. */
  public ApiAnswer post(String path, String... form) {
    return form("POST", path, form);
  }

  public ApiAnswer put(String path, String... form) {
    return form("PUT", path, form);
  }

  public ApiAnswer patch(String path, String... form) {
    return form("PATCH", path, form);
  }

  public ApiAnswer delete(String path, String... form) {
    return form("DELETE", path, form);
  }

  public ApiAnswer json(String method, String path, String body) {
    return send(method, path, Optional.of("application/json"), BodyPublishers.ofString(body));
  }

  public ApiAnswer raw(String method, String path, String contentType, byte[] body) {
    return send(method, path, Optional.of(contentType), BodyPublishers.ofByteArray(body));
  }

  public ApiAnswer multipart(String method, String path, String... fields) {
    var boundary = "----kring";
    var body = new StringBuilder();
    for (var i = 0; i < fields.length; i += 2) {
      body.append(
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
              .formatted(boundary, fields[i], fields[i + 1]));
    }
    body.append("--" + boundary + "--\r\n");
    return send(
        method,
        path,
        Optional.of("multipart/form-data; boundary=" + boundary),
        BodyPublishers.ofString(body.toString()));
  }

  /** One file in a form with fields: names and values by turns. */
  public ApiAnswer upload(String method, String path, String name, byte[] file, String... fields) {
    var body = new ByteArrayOutputStream();
    for (var i = 0; i < fields.length; i += 2) {
      body.writeBytes(part("name=\"" + fields[i] + "\"", fields[i + 1].getBytes(UTF_8)));
    }
    body.writeBytes(part("name=\"" + name + "\"; filename=\"a.bin\"", file));
    body.writeBytes("--kring--\r\n".getBytes(UTF_8));
    return raw(method, path, "multipart/form-data; boundary=kring", body.toByteArray());
  }

  private static byte[] part(String disposition, byte[] content) {
    var part = new ByteArrayOutputStream();
    part.writeBytes(
        ("--kring\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n").getBytes(UTF_8));
    part.writeBytes(content);
    part.writeBytes("\r\n".getBytes(UTF_8));
    return part.toByteArray();
  }

  public ApiAnswer keyed(String key, String path, String... form) {
    return send(
        request("POST", path, Optional.of(FORM), BodyPublishers.ofString(encoded(form)))
            .header("Idempotency-Key", key)
            .build());
  }

  private static final String FORM = "application/x-www-form-urlencoded";

  private ApiAnswer form(String method, String path, String... form) {
    return send(method, path, Optional.of(FORM), BodyPublishers.ofString(encoded(form)));
  }

  private static String encoded(String... form) {
    var pairs = new ArrayList<String>();
    for (var i = 0; i < form.length; i += 2) {
      pairs.add(encoded(form[i]) + "=" + encoded(form[i + 1]));
    }
    return String.join("&", pairs);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private ApiAnswer send(
      String method, String path, Optional<String> type, HttpRequest.BodyPublisher body) {
    return send(request(method, path, type, body).build());
  }

  private HttpRequest.Builder request(
      String method, String path, Optional<String> type, HttpRequest.BodyPublisher body) {
    var target = path.startsWith("http") ? path : address + path;
    var request = HttpRequest.newBuilder(URI.create(target)).method(method, body);
    type.ifPresent(contentType -> request.header("Content-Type", contentType));
    token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
    return request;
  }

  private ApiAnswer send(HttpRequest request) {
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return new ApiAnswer(response.statusCode(), response);
    } catch (IOException failure) {
      throw new AssertionError(request.uri() + " was not answered", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  /** The address behind a {@code rel} of the {@code Link} header. */
  public static Optional<String> link(ApiAnswer answer, String rel) {
    return answer.header("Link").stream()
        .flatMap(header -> List.of(header.split(", ")).stream())
        .filter(link -> link.endsWith("rel=\"" + rel + "\""))
        .map(link -> link.substring(1, link.indexOf('>')))
        .findFirst();
  }
}
