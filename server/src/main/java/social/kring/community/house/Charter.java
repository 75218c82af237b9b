package social.kring.community.house;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import social.kring.platform.storage.Queries;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

/** What the node says of itself. The table {@code house_setting}. */
public final class Charter {
  private static final Set<String> READERS = Set.of("all", "users", "none");
  private static final Set<String> FLAGS = Set.of("true", "false");

  private final Clock clock;

  Charter(Clock clock) {
    this.clock = clock;
  }

  /**
   * What was said.
   *
   * @param at when
   */
  public record Said(String value, Instant at) {}

  /** All that was said; for the rest holds what is usual. */
  public record Saying(Map<HouseSetting, Said> all) {
    public Saying {
      all = Map.copyOf(all);
    }

    public Optional<Said> find(HouseSetting setting) {
      return Optional.ofNullable(all.get(setting));
    }

    public Optional<String> text(HouseSetting setting) {
      return find(setting).map(Said::value);
    }
  }

  public Saying read(Queries queries) {
    var all = new EnumMap<HouseSetting, Said>(HouseSetting.class);
    queries
        .list("SELECT name, value, set_at FROM house_setting", Charter::from)
        .forEach(entry -> entry.setting().ifPresent(setting -> all.put(setting, entry.said())));
    return new Saying(all);
  }

  /** A row; one that a later version wrote has no setting here. */
  private record Entry(Optional<HouseSetting> setting, Said said) {}

  private static Entry from(Row row) {
    return new Entry(
        HouseSetting.named(row.getString("name")),
        new Said(row.getString("value"), row.getOffsetDateTime("set_at").toInstant()));
  }

  /**
   * @param value empty: what is usual
   * @throws Problem INVALID naming the setting and what it can be
   */
  public void say(Queries queries, HouseSetting setting, String value) {
    if (value.isBlank()) {
      queries.execute("DELETE FROM house_setting WHERE name = $1", Tuple.of(setting.text()));
      return;
    }
    check(setting, value.strip());
    queries.execute(
        """
        INSERT INTO house_setting (name, value, set_at)
        VALUES ($1, $2, $3)
        ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value, set_at = EXCLUDED.set_at
        """,
        Tuple.of(setting.text(), value.strip(), clock.instant().atOffset(ZoneOffset.UTC)));
  }

  private static void check(HouseSetting setting, String value) {
    if (value.length() > setting.longest() || value.indexOf('\0') >= 0) {
      throw Problem.invalid(setting.text() + " is longer than " + setting.longest());
    }
    switch (setting) {
      case SHOW_PEERS -> oneOf(setting, value, FLAGS);
      case SHOW_DOMAIN_BLOCKS -> oneOf(setting, value, READERS);
      case STATUS_URL ->
          FediUrl.tryParse(value)
              .orElseThrow(() -> Problem.invalid("status_url is \"" + value + "\", no address"));
      case LANGUAGES -> languages(value);
      case TITLE,
          DESCRIPTION,
          EXTENDED_DESCRIPTION,
          PRIVACY_POLICY,
          TERMS_OF_SERVICE,
          CONTACT_EMAIL,
          CONTACT_ACCOUNT,
          REGISTRATION_MESSAGE -> {
        // Words are free.
      }
    }
  }

  private static void oneOf(HouseSetting setting, String value, Set<String> possible) {
    if (!possible.contains(value)) {
      throw Problem.invalid(setting.text() + " is \"" + value + "\", expected one of " + possible);
    }
  }

  private static void languages(String value) {
    if (!value.matches("[A-Za-z-]{2,12}(\\s*,\\s*[A-Za-z-]{2,12})*")) {
      throw Problem.invalid("languages is \"" + value + "\", expected codes with commas between");
    }
  }
}
