package social.kring.community.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import social.kring.protocol.Problem;
import social.kring.protocol.Problem.Fault;

/** Gathers what is wrong with a form, so that all of it is told at once. */
final class Faults {
  private final Map<String, List<Fault>> found = new LinkedHashMap<>();

  Faults add(String field, String code, String description) {
    found.computeIfAbsent(field, unused -> new ArrayList<>()).add(new Fault(code, description));
    return this;
  }

  /**
   * @throws Problem INVALID naming all that was found, if anything was
   */
  void refuse() {
    if (found.isEmpty()) return;
    var said =
        found.entrySet().stream()
            .flatMap(
                each ->
                    each.getValue().stream()
                        .map(fault -> words(each.getKey()) + " " + fault.description()))
            .collect(Collectors.joining(", "));
    throw Problem.invalid("Validation failed: " + said, found);
  }

  private static String words(String field) {
    var words = field.replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
