package social.kring.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An app that listens by server-sent events. */
public final class EventReader implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpResponse<java.io.InputStream> response;
  private final BufferedReader lines;

  /** An event as it comes. */
  public record Told(String event, String data) {}

  public EventReader(String address, String pathAndQuery, Optional<String> token) {
    var request = HttpRequest.newBuilder(URI.create(address + pathAndQuery));
    token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
    try {
      response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  public int status() {
    return response.statusCode();
  }

  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** What is told next; empty where the other side has ended it. */
  public Optional<Told> next() {
    try {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          return Optional.of(new Told(line.substring(7), lines.readLine().substring(6)));
        }
      }
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
