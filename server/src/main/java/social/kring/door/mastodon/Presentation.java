package social.kring.door.mastodon;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.kring.community.house.Charter.Said;
import social.kring.community.house.Charter.Saying;
import social.kring.community.house.HouseSetting;
import social.kring.door.activitypub.NodeCard;
import social.kring.door.mastodon.entities.Account;
import social.kring.door.mastodon.entities.Rule;
import social.kring.platform.html.PlainText;

/**
 * How the node presents itself now.
 *
 * @param card what holds where nothing was said
 * @param contact whom to ask
 */
record Presentation(NodeCard card, Saying said, Optional<Account> contact, List<Rule> rules) {

  private static final String USUAL_LANGUAGE = "en";

  String title() {
    return text(HouseSetting.TITLE).orElse(card.name());
  }

  String description() {
    return text(HouseSetting.DESCRIPTION).orElse(card.description());
  }

  /** As HTML. */
  String extendedDescription() {
    return html(text(HouseSetting.EXTENDED_DESCRIPTION).orElse(description()));
  }

  String email() {
    return text(HouseSetting.CONTACT_EMAIL).orElse("");
  }

  List<String> languages() {
    return List.of(text(HouseSetting.LANGUAGES).orElse(USUAL_LANGUAGE).split("\\s*,\\s*"));
  }

  Optional<String> text(HouseSetting setting) {
    return said.text(setting);
  }

  Optional<Instant> at(HouseSetting setting) {
    return said.find(setting).map(Said::at);
  }

  static String html(String plain) {
    return PlainText.of(plain).toHtml();
  }
}
