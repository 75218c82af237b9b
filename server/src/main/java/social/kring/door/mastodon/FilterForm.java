package social.kring.door.mastodon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import social.kring.community.filters.FilterAction;
import social.kring.community.filters.FilterContext;
import social.kring.community.filters.FilterTerms;
import social.kring.community.filters.KeywordChange;
import social.kring.door.api.Ids;
import social.kring.door.api.Parameters;
import social.kring.protocol.Problem;

/** What somebody says of a filter; what is not said stays as it is. */
final class FilterForm {
  private static final long LONGEST_SECONDS = Duration.ofDays(36_500).toSeconds();
  private static final Pattern KEYWORD =
      Pattern.compile("keywords_attributes\\[([0-9]{0,9})]\\[(id|keyword|whole_word|_destroy)]");

  private final Parameters parameters;
  private final Clock clock;

  FilterForm(Parameters parameters, Clock clock) {
    this.parameters = parameters;
    this.clock = clock;
  }

  FilterTerms terms() {
    return new FilterTerms(
        parameters.text("title").orElse(""),
        contexts(List.of()),
        action(FilterAction.WARN),
        expiry(Optional.empty()));
  }

  FilterTerms terms(FilterTerms before) {
    return new FilterTerms(
        parameters.text("title").orElse(before.title()),
        contexts(before.contexts()),
        action(before.action()),
        expiry(before.expiresAt()));
  }

  List<FilterContext> contexts(List<FilterContext> before) {
    return parameters.mentions("context")
        ? parameters.list("context").stream()
            .filter(text -> !text.isBlank())
            .map(FilterContext::named)
            .toList()
        : before;
  }

  private FilterAction action(FilterAction before) {
    return parameters
        .text("filter_action")
        .filter(text -> !text.isBlank())
        .map(FilterAction::named)
        .orElse(before);
  }

  /** Nothing instead of a number takes an end away. */
  Optional<Instant> expiry(Optional<Instant> before) {
    if (!parameters.mentions("expires_in")) return before;
    return parameters
        .number("expires_in")
        .map(seconds -> Math.clamp(seconds, 0, LONGEST_SECONDS))
        .map(seconds -> clock.instant().plusSeconds(seconds));
  }

  /** By the numbers that the app gave them; without numbers, in the same order. */
  List<KeywordChange> keywords() {
    var changes = new TreeMap<Long, Map<String, String>>();
    for (var name : parameters.names()) {
      var named = KEYWORD.matcher(name);
      if (named.matches()) collect(changes, named.group(1), named.group(2), parameters.list(name));
    }
    return new ArrayList<>(changes.values()).stream().map(FilterForm::change).toList();
  }

  private static void collect(
      TreeMap<Long, Map<String, String>> changes, String number, String part, List<String> values) {
    for (var i = 0; i < values.size(); i++) {
      var place = number.isEmpty() ? i : Long.parseLong(number);
      changes.computeIfAbsent(place, unused -> new HashMap<>()).put(part, values.get(i));
    }
  }

  private static KeywordChange change(Map<String, String> parts) {
    var id = Optional.ofNullable(parts.get("id")).filter(text -> !text.isBlank());
    return new KeywordChange(
        id.map(Ids::required),
        Optional.ofNullable(parts.get("keyword")),
        Optional.ofNullable(parts.get("whole_word")).flatMap(Parameters::truth),
        Optional.ofNullable(parts.get("_destroy")).flatMap(Parameters::truth).orElse(false));
  }

  /** One keyword, as its own route takes it. */
  KeywordChange keyword() {
    return new KeywordChange(
        Optional.empty(), parameters.text("keyword"), parameters.flag("whole_word"), false);
  }

  /**
   * @throws Problem INVALID where it is missing
   */
  String phrase() {
    return parameters
        .text("phrase")
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> Problem.invalid("Validation failed: Phrase can't be blank"));
  }
}
