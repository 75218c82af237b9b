package social.kring.node;

import io.vertx.pgclient.PgConnectOptions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import social.kring.community.access.Access;
import social.kring.community.access.SignUps;
import social.kring.platform.domains.Domain;
import social.kring.platform.http.PrivatePeers;
import social.kring.protocol.Problem;
import social.kring.protocol.url.Cidr;
import social.kring.protocol.url.FediUrl;
import social.kring.protocol.url.Origin;

/**
 * Reads the settings: from the environment, then from {@code kring.yaml} in the data directory,
 * then from one in the working directory.
 */
public final class SettingsReader {
  private final SettingValues values = new SettingValues();
  private final List<String> unknown;
  private final Path home;
  private final Path dataDirectory;
  private final boolean terminal;

  /**
   * @param home of the user, where data lies unless set otherwise
   * @param terminal whether somebody watches
   */
  public SettingsReader(
      Map<String, String> environment, Path workingDirectory, Path home, boolean terminal) {
    this.home = home;
    this.terminal = terminal;
    this.unknown = values.addEnvironment(environment);
    this.dataDirectory = addFiles(workingDirectory.toAbsolutePath().normalize());
  }

  /** {@code KRING_…} names in the environment that mean nothing. */
  public List<String> unknown() {
    return unknown;
  }

  private Path addFiles(Path workingDirectory) {
    var here = SettingsFile.in(workingDirectory);
    var place =
        values
            .text(Setting.DATA_DIR)
            .or(() -> Optional.ofNullable(here.get(Setting.DATA_DIR)))
            .map(text -> directory(workingDirectory, text))
            .orElseGet(() -> home.resolve(".local/share/kring").toAbsolutePath().normalize());
    if (!place.equals(workingDirectory)) addFileOf(place);
    values.addFile(workingDirectory.resolve(SettingsFile.NAME), here);
    return place;
  }

  private void addFileOf(Path place) {
    var there = SettingsFile.in(place);
    var file = place.resolve(SettingsFile.NAME);
    if (there.containsKey(Setting.DATA_DIR)) {
      throw Problem.invalid(
          "data_dir in " + file + " has no effect there; set KRING_DATA_DIR instead");
    }
    values.addFile(file, there);
  }

  private Path directory(Path workingDirectory, String text) {
    var base = text.startsWith("~/") ? home : workingDirectory;
    return base.resolve(text.replaceFirst("^~/", "")).toAbsolutePath().normalize();
  }

  /**
   * @throws Problem INVALID, in one line that names the setting
   */
  public Settings read() {
    return new Settings(
        domain(),
        listening(),
        new Settings.Storage(
            dataDirectory,
            values.read(Setting.DATABASE_URL, SettingsReader::database),
            true,
            new MediaSettings(values).read()),
        values.read(Setting.TRUSTED_PROXIES, "", SettingsReader::ranges),
        values.read(Setting.ALLOW_PRIVATE_PEERS, "false", PrivatePeers::parse),
        new Access.Rules(
            values.read(Setting.SIGNUPS, "approval", text -> choice(SignUps.Policy.class, text)),
            values.read(Setting.RATE_LIMIT, "on", SettingsReader::isOn),
            values.read(Setting.PASSWORD_GRANT, "off", SettingsReader::isOn),
            values.read(Setting.MINIMUM_AGE, SettingsReader::age)),
        values.read(Setting.PREVIEWS, "on", SettingsReader::isOn),
        values.read(Setting.LOG, terminal ? "text" : "json", text -> choice(LogFormat.class, text)),
        new MailSettings(values).read(domain()));
  }

  private Domain domain() {
    var origin = values.read(Setting.DOMAIN, "kring.localhost:8080", Origin::ofAuthority);
    var scheme = values.read(Setting.SCHEME, origin.scheme(), text -> scheme(text, origin));
    var authority = values.text(Setting.DOMAIN).orElse("kring.localhost:8080");
    return new Domain(scheme, FediUrl.parse(scheme + "://" + authority).origin().authority());
  }

  /** Off this machine, nobody can trust plain HTTP. */
  private static String scheme(String text, Origin origin) {
    return switch (text) {
      case "https" -> text;
      case "http" -> {
        if (origin.isThisMachine()) yield text;
        throw Problem.invalid(
            "\"http\" is only for names under .localhost and loopback addresses, not for "
                + origin.host());
      }
      default -> throw Problem.invalid("\"" + text + "\" is neither https nor http");
    };
  }

  private Settings.Listening listening() {
    return new Settings.Listening(
        values.read(Setting.LISTEN, "127.0.0.1:8080", ListenAddress::parse),
        values.read(
            Setting.OPS_LISTEN,
            "127.0.0.1:9100",
            text -> isOff(text) ? Optional.empty() : Optional.of(ListenAddress.parse(text))));
  }

  /** The address may hold a password, so it is not repeated. */
  private static PgConnectOptions database(String text) {
    if (text.startsWith("postgresql://") || text.startsWith("postgres://")) {
      try {
        return PgConnectOptions.fromUri(text);
      } catch (RuntimeException malformed) {
        // Said below.
      }
    }
    throw Problem.invalid("is not an address like postgresql://USER:PASSWORD@HOST:PORT/DATABASE");
  }

  private static List<Cidr> ranges(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .map(Cidr::parse)
        .toList();
  }

  private static int age(String text) {
    if (text.matches("[1-9][0-9]?")) return Integer.parseInt(text);
    throw Problem.invalid("\"" + text + "\" is not a number of years");
  }

  /** YAML reads a bare {@code off} as it likes. */
  private static boolean isOff(String text) {
    return text.equals("off") || text.equals("false");
  }

  private static boolean isOn(String text) {
    if (isOff(text)) return false;
    if (text.equals("on") || text.equals("true")) return true;
    throw Problem.invalid("\"" + text + "\" is neither on nor off");
  }

  static <E extends Enum<E>> E choice(Class<E> type, String text) {
    var choices = Arrays.stream(type.getEnumConstants()).map(SettingsReader::lower).toList();
    if (!choices.contains(text)) {
      throw Problem.invalid("\"" + text + "\" is none of " + String.join(", ", choices));
    }
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
  }

  private static String lower(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
