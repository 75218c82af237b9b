package social.kring.community.house;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the node's keepers can say of it. */
public enum HouseSetting {
  TITLE(100),
  DESCRIPTION(1_000),
  EXTENDED_DESCRIPTION(50_000),
  PRIVACY_POLICY(100_000),
  TERMS_OF_SERVICE(100_000),
  CONTACT_EMAIL(254),
  /** The name of an account here. */
  CONTACT_ACCOUNT(100),
  /** Codes, with commas between them. */
  LANGUAGES(500),
  STATUS_URL(2_048),
  REGISTRATION_MESSAGE(5_000),
  /** Whether everyone may read which hosts this node knows: true or false. */
  SHOW_PEERS(5),
  /** Who may read which hosts this node blocks: all, users or none. */
  SHOW_DOMAIN_BLOCKS(5);

  private final int longest;

  HouseSetting(int longest) {
    this.longest = longest;
  }

  int longest() {
    return longest;
  }

  /** As it is written on the command line and stored. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<HouseSetting> named(String text) {
    return Stream.of(values()).filter(setting -> setting.text().equals(text)).findFirst();
  }
}
