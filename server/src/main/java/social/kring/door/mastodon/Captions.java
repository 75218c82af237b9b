package social.kring.door.mastodon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import social.kring.community.media.Caption;
import social.kring.community.media.Shown;
import social.kring.community.media.Uploads;
import social.kring.door.api.Ids;
import social.kring.door.api.Parameters;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Attachment.Focus;

/** What apps say of files. */
final class Captions {
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{0,3}(\\.[0-9]{0,20})?");

  private Captions() {}

  static Caption of(Parameters parameters, String description, String focus) {
    return new Caption(
        parameters.text(description),
        parameters.text(focus).filter(text -> !text.isBlank()).map(Captions::focus));
  }

  /** Which files a post is to show; empty where nothing is said of that. */
  static Optional<List<Shown>> shown(Parameters parameters) {
    if (!parameters.mentions("media_ids")) return Optional.empty();
    var ids = parameters.list("media_ids").stream().filter(id -> !id.isBlank()).distinct().toList();
    if (ids.size() > Uploads.MOST_SHOWN) {
      throw Problem.invalid(
          "Validation failed: media_ids has more than " + Uploads.MOST_SHOWN + " attachments");
    }
    return Optional.of(described(parameters, ids.stream().map(Captions::id).toList()));
  }

  private static long id(String text) {
    return Ids.parse(text)
        .orElseThrow(
            () -> Problem.invalid("Validation failed: media_ids has \"" + text + "\", not an id"));
  }

  /** Those with what is said of them in {@code media_attributes}. */
  static List<Shown> described(Parameters parameters, List<Long> ids) {
    var said = attributes(parameters);
    return ids.stream()
        .map(
            id ->
                said.stream()
                    .filter(each -> each.id() == id)
                    .findFirst()
                    .orElseGet(() -> Shown.asItIs(id)))
        .toList();
  }

  private static List<Shown> attributes(Parameters parameters) {
    var said = new ArrayList<Shown>();
    for (var i = 0; i < Uploads.MOST_SHOWN; i++) {
      var prefix = "media_attributes[" + i + "]";
      var caption = of(parameters, prefix + "[description]", prefix + "[focus]");
      parameters
          .text(prefix + "[id]")
          .ifPresent(id -> said.add(new Shown(attributeId(id), caption)));
    }
    said.addAll(listed(parameters));
    return said;
  }

  private static long attributeId(String text) {
    return Ids.parse(text)
        .orElseThrow(
            () ->
                Problem.invalid(
                    "Validation failed: media_attributes has \"" + text + "\", not an id"));
  }

  /** Forms without numbers say the same fields of each, in one order. */
  private static List<Shown> listed(Parameters parameters) {
    var ids = parameters.list("media_attributes[][id]");
    var descriptions = parameters.list("media_attributes[][description]");
    var focuses = parameters.list("media_attributes[][focus]");
    var said = new ArrayList<Shown>();
    for (var i = 0; i < ids.size(); i++) {
      said.add(
          new Shown(
              attributeId(ids.get(i)),
              new Caption(
                  at(descriptions, i, ids.size()),
                  at(focuses, i, ids.size())
                      .filter(text -> !text.isBlank())
                      .map(Captions::focus))));
    }
    return said;
  }

  private static Optional<String> at(List<String> values, int index, int expected) {
    return values.size() == expected ? Optional.of(values.get(index)) : Optional.empty();
  }

  private static Focus focus(String text) {
    var parts = text.split(",", -1);
    if (parts.length != 2) throw notAFocus(text);
    return new Focus(coordinate(parts[0], text), coordinate(parts[1], text));
  }

  private static double coordinate(String part, String whole) {
    var number = part.strip();
    if (!NUMBER.matcher(number).matches() || number.chars().noneMatch(Character::isDigit)) {
      throw notAFocus(whole);
    }
    return Math.clamp(Double.parseDouble(number), -1.0, 1.0);
  }

  private static Problem notAFocus(String text) {
    return Problem.invalid(
        "Validation failed: focus is \"" + text + "\", expected two numbers such as 0.5,-0.25");
  }
}
