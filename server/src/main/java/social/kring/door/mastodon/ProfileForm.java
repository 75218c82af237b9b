package social.kring.door.mastodon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import social.kring.community.people.Profile;
import social.kring.door.api.Parameters;
import social.kring.federation.actors.ActorStanding.Choices;
import social.kring.protocol.Problem;

/** What somebody changes of her profile; what is not said stays as it is. */
final class ProfileForm {
  private static final int MOST_FIELDS = 100;
  private static final Pattern FIELD =
      Pattern.compile("fields_attributes\\[([0-9]{0,9})]\\[(name|value)]");

  private final Parameters parameters;

  private ProfileForm(Parameters parameters) {
    this.parameters = parameters;
  }

  static ProfileForm of(Parameters parameters) {
    return new ProfileForm(parameters);
  }

  Profile fill(Profile before) {
    return before
        .withDisplayName(parameters.text("display_name").orElse(before.displayName()))
        .withBio(parameters.text("note").orElse(before.bio()))
        .withBot(parameters.flag("bot").orElse(before.bot()))
        .withChoices(choices(before.choices()))
        .withFields(fields().orElse(before.fields()))
        .withAttributionDomains(
            parameters.mentions("attribution_domains")
                ? filled(parameters.list("attribution_domains"))
                : before.attributionDomains());
  }

  private Choices choices(Choices before) {
    return new Choices(
        parameters.flag("locked").orElse(before.locked()),
        parameters.flag("discoverable").orElse(before.discoverable()),
        parameters.flag("indexable").orElse(before.indexable()),
        parameters.flag("hide_collections").orElse(before.hidesCollections()));
  }

  private static List<String> filled(List<String> texts) {
    return texts.stream().filter(text -> !text.isBlank()).toList();
  }

  /** All fields at once, by the numbers that the app gave them. */
  private Optional<List<Profile.Field>> fields() {
    var parts = new TreeMap<Long, FieldParts>();
    for (var key : parameters.names()) {
      var named = FIELD.matcher(key);
      if (named.matches()) collect(parts, named.group(1), named.group(2), parameters.list(key));
    }
    return Optional.of(parts.values().stream().map(FieldParts::field).toList())
        .filter(fields -> !fields.isEmpty() || parameters.mentions("fields_attributes"));
  }

  /** Without numbers, names and values come in the same order. */
  private static void collect(
      TreeMap<Long, FieldParts> parts, String number, String part, List<String> values) {
    if (values.size() > MOST_FIELDS) throw Problem.invalid("fields_attributes has too many fields");
    for (var i = 0; i < values.size(); i++) {
      var place = number.isEmpty() ? i : Long.parseLong(number);
      parts.computeIfAbsent(place, unused -> new FieldParts()).set(part, values.get(i));
    }
  }

  private static final class FieldParts {
    private final List<String> both = new ArrayList<>(List.of("", ""));

    void set(String part, String value) {
      both.set(part.equals("name") ? 0 : 1, value);
    }

    Profile.Field field() {
      return new Profile.Field(both.getFirst().strip(), both.getLast().strip());
    }
  }
}
