package social.kring.door.accounts;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page with one form.
 *
 * @param lines what to know before filling it in
 * @param action the path that it is sent to
 * @param button what sending it does
 * @param hidden fields that are sent along, {@code csrf} among them
 * @param problem what was wrong with it as a whole
 */
public record FormPage(
    String node,
    String heading,
    List<String> lines,
    String action,
    String button,
    Map<String, String> hidden,
    List<Field> fields,
    Optional<String> problem,
    List<PageLink> links) {

  public FormPage {
    lines = List.copyOf(lines);
    hidden = Map.copyOf(hidden);
    fields = List.copyOf(fields);
    links = List.copyOf(links);
  }

  /**
   * A field.
   *
   * @param type {@code text}, {@code email}, {@code password}, {@code date}, {@code checkbox} or
   *     {@code lines}
   * @param complete what browsers may fill in (HTML §4.10.18.7)
   * @param hint shown below
   * @param problem what was wrong with what was sent
   */
  public record Field(
      String name,
      String label,
      String type,
      String complete,
      boolean required,
      String value,
      Optional<String> hint,
      Optional<String> problem) {

    public static Field of(String name, String label, String type, String complete) {
      return new Field(name, label, type, complete, true, "", Optional.empty(), Optional.empty());
    }

    public Field voluntary() {
      return new Field(name, label, type, complete, false, value, hint, problem);
    }

    public Field hinting(String said) {
      return new Field(name, label, type, complete, required, value, Optional.of(said), problem);
    }

    /** As it was sent before, with what was wrong. Passwords are never shown again. */
    public Field again(Optional<String> sent, Optional<String> wrong) {
      var shown = type.equals("password") ? "" : sent.orElse("");
      return new Field(name, label, type, complete, required, shown, hint, wrong);
    }

    /** Names of what describes it, for those who hear the page. */
    public String described() {
      var ids = hint.map(said -> name + "-hint ").orElse("");
      return (ids + problem.map(said -> name + "-problem").orElse("")).strip();
    }
  }
}
