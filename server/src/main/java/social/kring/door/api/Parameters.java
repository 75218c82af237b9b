package social.kring.door.api;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import social.kring.protocol.Problem;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;

/**
 * What an app sent, whether as query, form, multipart or JSON. Nested JSON is named as forms name
 * it: {@code poll[options]}, {@code fields_attributes[0][name]}; {@code id[]} and {@code id} are
 * one.
 */
public final class Parameters {
  private static final int MOST = 1_000;

  private final Map<String, List<String>> values;
  private final Set<String> sent;

  private Parameters(Map<String, List<String>> values, Set<String> sent) {
    this.values = values;
    this.sent = sent;
  }

  /**
   * @throws Problem MALFORMED for broken JSON, INVALID naming a field that holds what text cannot
   */
  public static Parameters of(RoutingContext context) {
    var values = new LinkedHashMap<String, List<String>>();
    context.queryParams().forEach(entry -> add(values, entry.getKey(), entry.getValue()));
    context.request().formAttributes().forEach(e -> add(values, e.getKey(), e.getValue()));
    if (isJson(context) && context.body().length() > 0) {
      var body = StrictJson.parse(context.body().buffer().getBytes());
      flatten(values, "", body);
      return new Parameters(values, body.names());
    }
    return new Parameters(values, Set.of());
  }

  public Optional<String> text(String name) {
    return list(name).stream().findFirst();
  }

  /** All values of a name, in the order sent. */
  public List<String> list(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** Of everything that was sent. */
  public Set<String> names() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /** Whether there is a value. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** Whether it was sent, if only as an empty list. */
  public boolean mentions(String name) {
    return has(name) || sent.contains(name);
  }

  /** True for what Rails takes as true, false for what it takes as false. */
  public Optional<Boolean> flag(String name) {
    return text(name).flatMap(Parameters::truth);
  }

  /** The same of a value; empty for no text. */
  public static Optional<Boolean> truth(String text) {
    return Optional.of(text)
        .filter(value -> !value.isEmpty())
        .map(
            value ->
                switch (value.toLowerCase(java.util.Locale.ROOT)) {
                  case "0", "f", "false", "off" -> false;
                  default -> true;
                });
  }

  /**
   * @throws Problem INVALID where it is not a number
   */
  public Optional<Long> number(String name) {
    return text(name).filter(value -> !value.isBlank()).map(value -> number(name, value));
  }

  private static Long number(String name, String value) {
    try {
      return Long.valueOf(value.strip());
    } catch (NumberFormatException notANumber) {
      throw Problem.invalid(name + " is \"" + value + "\", expected a number");
    }
  }

  private static boolean isJson(RoutingContext context) {
    var type = context.request().getHeader("Content-Type");
    return type != null
        && type.strip().toLowerCase(java.util.Locale.ROOT).startsWith("application/json");
  }

  private static void flatten(Map<String, List<String>> values, String prefix, Tree tree) {
    for (var name : tree.names()) {
      var key = prefix.isEmpty() ? name : prefix + "[" + name + "]";
      var children = tree.objects(name);
      var nested = tree.tree(name);
      if (nested.isPresent()) {
        flatten(values, key, nested.get());
      } else if (!children.isEmpty()) {
        for (var i = 0; i < children.size(); i++) {
          flatten(values, key + "[" + i + "]", children.get(i));
        }
      } else {
        tree.scalars(name).forEach(value -> add(values, key, value));
      }
    }
  }

  private static void add(Map<String, List<String>> values, String name, String value) {
    var key = name.endsWith("[]") ? name.substring(0, name.length() - 2) : name;
    if (values.size() >= MOST) throw Problem.malformed("More than " + MOST + " parameters");
    refuseWhatIsNotText(key, value);
    values.computeIfAbsent(key, unused -> new ArrayList<>()).add(value);
  }

  /** PostgreSQL stores neither U+0000 nor half a surrogate pair. */
  private static void refuseWhatIsNotText(String name, String value) {
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      if (c == 0) throw Problem.invalid(name + " contains U+0000");
      if (!Character.isSurrogate(c)) continue;
      var paired =
          Character.isHighSurrogate(c)
              && i + 1 < value.length()
              && Character.isLowSurrogate(value.charAt(i + 1));
      if (!paired) throw Problem.invalid(name + " contains half a surrogate pair");
      i++;
    }
  }
}
