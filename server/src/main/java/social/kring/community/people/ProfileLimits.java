package social.kring.community.people;

import java.util.List;
import java.util.regex.Pattern;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

/** How long the parts of a profile may be, counted in characters as people count them. */
public final class ProfileLimits {
  public static final int DISPLAY_NAME = 100;
  public static final int BIO = 2_000;
  public static final int FIELDS = 10;
  public static final int FIELD_NAME = 255;
  public static final int FIELD_VALUE = 2_000;

  private static final int ATTRIBUTION_DOMAINS = 100;
  private static final int ALIASES = 100;
  private static final Pattern DID = Pattern.compile("did:[a-z0-9]{1,32}:[A-Za-z0-9._:%-]{1,500}");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}");

  private ProfileLimits() {}

  /**
   * @throws Problem INVALID naming the part that is too long
   */
  static void check(Profile profile) {
    atMost("display_name", profile.displayName(), DISPLAY_NAME);
    atMost("note", profile.bio(), BIO);
    if (profile.fields().size() > FIELDS) {
      throw Problem.invalid(
          "fields_attributes has %d fields, expected at most %d"
              .formatted(profile.fields().size(), FIELDS));
    }
    for (var field : profile.fields()) {
      atMost("the name of a field", field.name(), FIELD_NAME);
      atMost("the value of a field", field.value(), FIELD_VALUE);
    }
    check(profile.attributionDomains());
  }

  /**
   * @throws Problem INVALID naming the alias that is none
   */
  static void checkAliases(List<String> aliases) {
    if (aliases.size() > ALIASES) {
      throw Problem.invalid("alsoKnownAs has more than %d entries".formatted(ALIASES));
    }
    for (var alias : aliases) {
      if (FediUrl.tryParse(alias).isEmpty() && !DID.matcher(alias).matches()) {
        throw Problem.invalid("alsoKnownAs has \"" + alias + "\", expected an address or a DID");
      }
    }
  }

  private static void check(List<String> domains) {
    if (domains.size() > ATTRIBUTION_DOMAINS) {
      throw Problem.invalid(
          "attribution_domains has more than %d entries".formatted(ATTRIBUTION_DOMAINS));
    }
    for (var domain : domains) {
      if (!HOST.matcher(domain).matches()) {
        throw Problem.invalid("attribution_domains has \"" + domain + "\", expected a host");
      }
    }
  }

  private static void atMost(String name, String text, int most) {
    var length = text.codePointCount(0, text.length());
    if (length > most) {
      throw Problem.invalid(
          "%s has %d characters, expected at most %d".formatted(name, length, most));
    }
  }
}
