package social.kring.community.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import social.kring.community.access.ApplicationTable.Registered;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;

/** Registers apps and tells which is which. */
public final class Applications {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_WEBSITE = 2_000;

  private final ApplicationTable table;
  private final Ids ids;
  private final SecureRandom random;
  private final Clock clock;

  Applications(ApplicationTable table, Ids ids, SecureRandom random, Clock clock) {
    this.table = table;
    this.ids = ids;
    this.random = random;
    this.clock = clock;
  }

  /** What an app asks to be registered as. */
  public record NewApplication(
      String name, Optional<String> website, List<String> redirectUris, Scopes scopes) {}

  /** A new application, with the secret that nobody is shown again. */
  public record Registration(Application application, Secret secret) {}

  /**
   * @throws Problem INVALID naming what is wrong
   */
  public Registration register(Transaction tx, NewApplication wanted) {
    checkLength("client_name", wanted.name(), LONGEST_NAME);
    wanted.website().ifPresent(website -> checkWebsite(website));
    var secret = Secret.random(random);
    var application =
        new Application(
            ids.next(),
            Secret.random(random).text(),
            wanted.name(),
            wanted.website(),
            RedirectUris.check(wanted.redirectUris()),
            wanted.scopes());
    table.insert(tx, new Registered(application, secret.hash()), clock.instant());
    return new Registration(application, secret);
  }

  public Optional<Application> byClientId(Queries queries, String clientId) {
    return table.byClientId(queries, clientId).map(Registered::application);
  }

  /** By their ids. */
  public Map<Long, Application> byIds(Queries queries, List<Long> wanted) {
    return table.byIds(queries, wanted).stream()
        .collect(Collectors.toUnmodifiableMap(Application::id, Function.identity()));
  }

  /**
   * The application that proves to be itself by its secret.
   *
   * @throws Problem UNAUTHENTICATED otherwise
   */
  public Application authenticate(Queries queries, String clientId, String secret) {
    return table
        .byClientId(queries, clientId)
        .filter(found -> new Secret(secret).matches(found.secretHash()))
        .map(Registered::application)
        .orElseThrow(() -> Problem.unauthenticated("client_id or client_secret is not right"));
  }

  private static void checkWebsite(String website) {
    checkLength("website", website, LONGEST_WEBSITE);
    if (!website.startsWith("https://") && !website.startsWith("http://")) {
      throw Problem.invalid("website has to be an http or https address, not \"" + website + "\"");
    }
  }

  private static void checkLength(String field, String value, int longest) {
    if (value.isBlank() || value.length() > longest) {
      throw Problem.invalid(
          "%s has 1 to %d characters, not %d".formatted(field, longest, value.length()));
    }
  }
}
