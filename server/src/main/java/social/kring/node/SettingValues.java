package social.kring.node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import social.kring.protocol.Problem;

/** What was set, and where, before it is checked. The environment wins over files. */
final class SettingValues {
  private final Map<Setting, Value> values = new HashMap<>();

  /**
   * @param place as an operator can find it again: {@code KRING_LISTEN}, {@code listen in
   *     kring.yaml}
   */
  private record Value(String text, String place) {}

  /**
   * An empty variable counts as absent: Compose files and units pass such.
   *
   * @return unknown {@code KRING_…} names, in their order
   */
  List<String> addEnvironment(Map<String, String> environment) {
    var unknown = new ArrayList<String>();
    environment.forEach(
        (name, text) -> {
          if (!name.startsWith(Setting.PREFIX)) return;
          Setting.byVariable(name)
              .ifPresentOrElse(
                  setting -> {
                    if (!text.isBlank()) values.put(setting, new Value(text.strip(), name));
                  },
                  () -> unknown.add(name));
        });
    return unknown.stream().sorted().toList();
  }

  /** Adds what is not set yet. */
  void addFile(Path file, Map<Setting, String> read) {
    read.forEach(
        (setting, text) ->
            values.putIfAbsent(setting, new Value(text.strip(), setting.key() + " in " + file)));
  }

  Optional<String> text(Setting setting) {
    return Optional.ofNullable(values.get(setting)).map(Value::text);
  }

  /**
   * Reads a setting.
   *
   * @throws Problem INVALID, naming the setting and its place
   */
  <T> T read(Setting setting, String otherwise, Function<String, T> parse) {
    return read(setting, parse).orElseGet(() -> parse.apply(otherwise));
  }

  /** As above; empty where it is not set. */
  <T> Optional<T> read(Setting setting, Function<String, T> parse) {
    return Optional.ofNullable(values.get(setting)).map(value -> read(value, parse));
  }

  private static <T> T read(Value value, Function<String, T> parse) {
    try {
      return parse.apply(value.text());
    } catch (Problem problem) {
      throw Problem.invalid(value.place() + ": " + problem.getMessage());
    }
  }
}
