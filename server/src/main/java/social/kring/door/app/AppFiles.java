package social.kring.door.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All files of the application. They are few, so they are read once and kept. */
public final class AppFiles {
  private static final String FOLDER = "/webroot/app/";
  private static final String LIST = "contents.txt";
  private static final String PAGE = "index.html";

  private final Map<String, AppFile> byName;

  private AppFiles(Map<String, AppFile> byName) {
    this.byName = Map.copyOf(byName);
  }

  /** Those that were built into this version. */
  public static AppFiles bundled() {
    var names = new String(read(LIST)).lines().toList();
    return new AppFiles(
        names.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    name -> AppFile.of(name, read(name), read(name + ".gz")))));
  }

  Optional<AppFile> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The one page that all views of the application live on. */
  AppFile page() {
    return named(PAGE).orElseThrow();
  }

  private static byte[] read(String name) {
    try (var file = AppFiles.class.getResourceAsStream(FOLDER + name)) {
      if (file == null) {
        throw new IllegalStateException(
            "this build lacks the web application's " + name + "; build web-ui");
      }
      return file.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
