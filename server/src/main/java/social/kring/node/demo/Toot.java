package social.kring.node.demo;

import io.vertx.core.Vertx;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An app of others, for the terminal, where it is installed (Debian has it as a package). It knows
 * nothing of Kring.
 */
final class Toot implements AutoCloseable {
  private static final String PROGRAM = "toot";
  private static final Pattern ADDRESS =
      Pattern.compile("^(http://\\S+/oauth/authorize\\S*)$", Pattern.MULTILINE);

  private final Vertx vertx;
  private final Path directory;
  private final Signpost signpost;

  /**
   * @param directory where it keeps what it knows
   */
  Toot(Vertx vertx, Path directory) {
    this.vertx = vertx;
    this.directory = directory;
    this.signpost = Signpost.on(vertx);
  }

  static boolean isInstalled() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
  }

  /** Signs somebody in, who opens the page that toot shows and copies the code back. */
  void signIn(Person person, String password) {
    var process = begin("login", "-i", person.where(), "--disable-https");
    var said = new StringBuilder();
    try (var in = process.getInputStream();
        var out = process.getOutputStream()) {
      var buffer = new byte[1024];
      var asked = false;
      for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        said.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
        var address = ADDRESS.matcher(said);
        if (asked || said.indexOf("[Y/n]") < 0 || !address.find()) continue;
        asked = true;
        var code = codeAt(URI.create(address.group(1)), person.name(), password);
        out.write(("n\n" + code + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    requireSuccess(process, said.toString());
  }

  private String codeAt(URI address, String name, String password) {
    var browser = new Browser(vertx);
    var signIn = browser.open(address);
    var consent = browser.submit(signIn, Map.of("login", name, "password", password));
    var shown = browser.submit(consent, Map.of("decision", "allow"));
    return shown
        .code()
        .orElseThrow(() -> new Unmet("expected a code to copy at " + shown.address()));
  }

  /**
   * @return what it shows
   */
  String shows(String... command) {
    var process = begin(command);
    try (var in = process.getInputStream()) {
      process.getOutputStream().close();
      var said = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      requireSuccess(process, said);
      return said;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Process begin(String... command) {
    var line = new ArrayList<>(List.of(PROGRAM));
    line.addAll(List.of(command));
    line.add("--no-color");
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("XDG_CONFIG_HOME", directory.toString());
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    builder.environment().put("PYTHONUNBUFFERED", "1");
    builder.environment().put("http_proxy", signpost.address());
    builder.environment().remove("no_proxy");
    try {
      return builder.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void requireSuccess(Process process, String said) {
    try {
      var status = process.waitFor();
      if (status != 0) throw new Unmet("toot ended with " + status + ": " + said.strip());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Unmet("interrupted");
    }
  }

  @Override
  public void close() {
    signpost.close();
  }
}
