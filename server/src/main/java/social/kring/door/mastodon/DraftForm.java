package social.kring.door.mastodon;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import social.kring.community.posts.Extras;
import social.kring.community.posts.PollDraft;
import social.kring.community.posts.QuotePolicy;
import social.kring.door.api.Ids;
import social.kring.door.api.Parameters;
import social.kring.protocol.Problem;

/** What an app sends along with the words of a post. */
final class DraftForm {
  private DraftForm() {}

  /**
   * @throws Problem INVALID naming what cannot be read
   */
  static Extras extras(Parameters parameters) {
    return new Extras(
        poll(parameters),
        parameters.text("quoted_status_id").filter(id -> !id.isBlank()).map(Ids::required),
        parameters
            .text("quote_approval_policy")
            .filter(text -> !text.isBlank())
            .map(QuotePolicy::chosen),
        Optional.empty());
  }

  private static Optional<PollDraft> poll(Parameters parameters) {
    var options = options(parameters);
    if (options.isEmpty()) return Optional.empty();
    var seconds =
        parameters
            .number("poll[expires_in]")
            .orElseThrow(
                () -> Problem.invalid("Validation failed: poll[expires_in] can't be blank"));
    return Optional.of(
        new PollDraft(
            options,
            Duration.ofSeconds(Math.clamp(seconds, 0, Integer.MAX_VALUE)),
            parameters.flag("poll[multiple]").orElse(false),
            parameters.flag("poll[hide_totals]").orElse(false)));
  }

  /** Apps send an empty choice for none. */
  private static List<String> options(Parameters parameters) {
    return parameters.list("poll[options]").stream().filter(text -> !text.isBlank()).toList();
  }
}
