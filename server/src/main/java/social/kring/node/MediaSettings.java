package social.kring.node;

import java.util.Optional;
import social.kring.platform.objects.Bucket;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;
import social.kring.protocol.url.Origin;

/** Reads where media are kept, and how much of others'. */
final class MediaSettings {
  private final SettingValues values;

  MediaSettings(SettingValues values) {
    this.values = values;
  }

  /**
   * @throws Problem INVALID, in one line that names the setting
   */
  Settings.Media read() {
    return new Settings.Media(
        values.read(Setting.MEDIA_CACHE_MIB, "1024", MediaSettings::positive),
        values.read(Setting.MEDIA_CACHE_DAYS, "7", MediaSettings::positive),
        bucket());
  }

  private Optional<Bucket> bucket() {
    return values
        .read(Setting.MEDIA_S3_ENDPOINT, MediaSettings::endpoint)
        .map(
            endpoint ->
                new Bucket(
                    endpoint,
                    values.read(Setting.MEDIA_S3_REGION, "us-east-1", MediaSettings::name),
                    needed(Setting.MEDIA_S3_BUCKET),
                    new Bucket.Access(
                        secret(Setting.MEDIA_S3_ACCESS_KEY), secret(Setting.MEDIA_S3_SECRET_KEY))));
  }

  private String needed(Setting setting) {
    return values.read(setting, MediaSettings::name).orElseThrow(() -> missing(setting));
  }

  private String secret(Setting setting) {
    return values.text(setting).orElseThrow(() -> missing(setting));
  }

  private static Problem missing(Setting setting) {
    return Problem.invalid("KRING_MEDIA_S3_ENDPOINT is set, but no " + setting.variable());
  }

  /** Uploads travel there, so nobody on the way shall read them. */
  private static Origin endpoint(String text) {
    var url =
        FediUrl.tryParse(text)
            .filter(any -> any.pathAndQuery().equals("/"))
            .orElseThrow(
                () -> Problem.invalid("\"" + text + "\" is no address like https://s3.example"));
    var origin = url.origin();
    if (origin.scheme().equals("http") && !origin.isThisMachine()) {
      throw Problem.invalid("http is only for a store on this machine, not for " + origin.host());
    }
    return origin;
  }

  private static String name(String text) {
    if (text.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,62}")) return text;
    throw Problem.invalid("\"" + text + "\" is not a name of letters, digits, points and hyphens");
  }

  private static int positive(String text) {
    if (text.matches("[1-9][0-9]{0,8}")) return Integer.parseInt(text);
    throw Problem.invalid("\"" + text + "\" is not a number from 1 to 999999999");
  }
}
