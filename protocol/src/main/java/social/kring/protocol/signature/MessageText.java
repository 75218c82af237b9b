package social.kring.protocol.signature;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import social.kring.protocol.Problem;
import social.kring.protocol.signature.StructuredField.BareItem;
import social.kring.protocol.signature.StructuredField.InnerList;
import social.kring.protocol.signature.StructuredField.Item;
import social.kring.protocol.url.FediUrl;

/**
 * The text that is signed: the signature base of RFC 9421 §2.5.
 *
 * @param method in capitals
 * @param headers their values by lower-case name
 */
record MessageText(String method, FediUrl target, Function<String, Optional<String>> headers) {

  byte[] of(InnerList input) {
    var text = new StringBuilder();
    var seen = new HashSet<String>();
    for (var component : input.items()) {
      var name = nameOf(component);
      if (!seen.add(name)) {
        throw Problem.unauthenticated("The signature covers " + Shown.of(name) + " twice");
      }
      text.append(component.text()).append(": ").append(valueOf(name)).append('\n');
    }
    text.append("\"@signature-params\": ").append(input.text());
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static InnerList input(List<String> names, Map<String, BareItem> parameters) {
    return new InnerList(
        names.stream().map(name -> new Item(new BareItem.Text(name), Map.of())).toList(),
        parameters);
  }

  /** Parameters of components read a part of a value, which no peer signs. */
  static String nameOf(Item component) {
    if (!(component.value() instanceof BareItem.Text(var name))) {
      throw Problem.unauthenticated(
          "The signature covers " + Shown.of(component.text()) + ", expected a name in quotes");
    }
    if (!component.parameters().isEmpty()) {
      throw Problem.unauthenticated(
          "The signature covers " + Shown.of(component.text()) + ", expected no parameters there");
    }
    return name;
  }

  private String valueOf(String name) {
    return switch (name) {
      case "@method" -> method;
      case "@target-uri" -> target.origin().text() + target.pathAndQuery();
      case "@authority" -> target.origin().authority();
      case "@scheme" -> target.scheme();
      case "@request-target" -> target.pathAndQuery();
      case "@path" -> target.pathAndQuery().substring(0, endOfPath());
      case "@query" -> endOfPath() < target.pathAndQuery().length() ? query() : "?";
      default -> headers.apply(name).orElseThrow(() -> absent(name));
    };
  }

  private String query() {
    return target.pathAndQuery().substring(endOfPath());
  }

  private int endOfPath() {
    var query = target.pathAndQuery().indexOf('?');
    return query < 0 ? target.pathAndQuery().length() : query;
  }

  private static Problem absent(String name) {
    return Problem.unauthenticated(
        "The signature covers " + Shown.of(name) + ", which the request does not have");
  }
}
