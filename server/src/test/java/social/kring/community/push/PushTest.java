package social.kring.community.push;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.Problem;
import social.kring.testing.ApiTown;
import social.kring.testing.Resident;

/** What apps are told that are not running, and who else is told nothing. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PushTest {
  private static final String PATH = "/api/v1/push/subscription";

  private final WireMockServer service = new WireMockServer(options().dynamicPort());
  private ApiTown town;
  private Phone phone;
  private Resident alice;
  private Resident bob;
  private int made;

  @BeforeAll
  void open() throws Exception {
    service.start();
    town = new ApiTown();
    phone = new Phone();
  }

  @AfterAll
  void close() {
    town.close();
    service.stop();
  }

  @BeforeEach
  void meet() {
    service.resetAll();
    answers(201);
    alice = town.person("alice" + ++made);
    bob = town.person("bob" + made);
  }

  private void answers(int status) {
    service.stubFor(any(anyUrl()).willReturn(status(status)));
  }

  private String endpoint() {
    return "http://localhost:" + service.port() + "/send/" + alice.id();
  }

  private void subscribes(String standard, String... more) {
    var form =
        new java.util.ArrayList<>(
            List.of(
                "subscription[endpoint]",
                endpoint(),
                "subscription[keys][p256dh]",
                phone.point(),
                "subscription[keys][auth]",
                phone.secret(),
                "subscription[standard]",
                standard,
                "data[alerts][mention]",
                "true",
                "data[alerts][follow]",
                "true"));
    form.addAll(List.of(more));
    var answer = alice.api().post(PATH, form.toArray(String[]::new));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private void mentions(String text) {
    bob.posts("@alice" + made + " " + text);
    town.drain();
  }

  private List<LoggedRequest> sent() {
    return service.findAll(
        com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(anyUrl()));
  }

  private LoggedRequest only() {
    var all = sent();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  @Test
  void an_app_is_told_what_it_asked_for_so_that_it_alone_can_read_it() throws Exception {
    subscribes("true");
    mentions("are <b>you</b> there?");

    var request = only();
    assertThat(request.getHeader("Content-Encoding")).isEqualTo("aes128gcm");
    assertThat(request.getHeader("TTL")).isEqualTo("172800");
    assertThat(request.getHeader("Urgency")).isEqualTo("high");
    assertThat(request.getHeader("Topic")).matches("[A-Za-z0-9_-]{1,32}");
    var told = phone.reads(request.getBody());
    var notice = alice.api().get("/api/v1/notifications").json().get(0);
    assertThat(told.at("/notification_id").asText()).isEqualTo(notice.at("/id").asText());
    assertThat(told.at("/notification_type").asText()).isEqualTo("mention");
    assertThat(told.at("/access_token").asText()).isEqualTo(alice.token());
    assertThat(told.at("/title").asText()).isEqualTo("You were mentioned by bob" + made);
    assertThat(told.at("/body").asText()).contains("are <b>you</b> there?");
    assertThat(told.at("/icon").asText()).startsWith("https://town.example/");
    assertThat(told.at("/preferred_locale").asText()).isEqualTo("en");
  }

  @Test
  void older_apps_are_told_as_the_draft_had_it() throws Exception {
    subscribes("false");
    mentions("hello");

    var request = only();
    assertThat(request.getHeader("Content-Encoding")).isEqualTo("aesgcm");
    assertThat(request.getHeader("Authorization")).startsWith("WebPush ");
    assertThat(request.getHeader("Crypto-Key")).contains("p256ecdsa=" + serverKey());
    var told =
        phone.readsDraft(
            request.getBody(), request.getHeader("Encryption"), request.getHeader("Crypto-Key"));
    assertThat(told.at("/notification_type").asText()).isEqualTo("mention");
  }

  private String serverKey() {
    return town.api().get("/api/v2/instance").at("/configuration/vapid/public_key").asText();
  }

  @Test
  void the_push_service_is_told_who_sends() {
    subscribes("true");
    mentions("hello");

    var said = only().getHeader("Authorization");
    assertThat(said).startsWith("vapid t=").endsWith("k=" + serverKey());
    var claims = said.replaceFirst("vapid t=[^.]+\\.([^.]+)\\..*", "$1");
    assertThat(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
        .contains("\"aud\":\"http://localhost:" + service.port() + "\"");
  }

  @Test
  void what_was_not_asked_for_is_not_told() {
    subscribes("true");
    var post = alice.posts("mine").id();
    bob.api().post("/api/v1/statuses/" + post + "/favourite");
    town.drain();

    assertThat(sent()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"all, 1", "followed, 0", "follower, 1", "none, 0"})
  void a_policy_says_whose_deeds_are_told(String policy, int messages) {
    bob.follows(alice);
    subscribes("true", "data[policy]", policy);
    mentions("hello");

    assertThat(sent()).hasSize(messages);
  }

  @Test
  void whoever_may_not_be_heard_is_not_heard() {
    subscribes("true");
    alice.api().post("/api/v1/accounts/" + bob.id() + "/mute");
    mentions("hello?");
    alice.api().post("/api/v1/accounts/" + bob.id() + "/block");
    bob.api().post("/api/v1/accounts/" + alice.id() + "/follow");
    town.drain();

    assertThat(sent()).isEmpty();
  }

  @Test
  void what_is_behind_a_warning_stays_there() throws Exception {
    subscribes("true");
    bob.posts("@alice" + made + " the dragon dies", "spoiler_text", "the last part");
    town.drain();

    assertThat(phone.reads(only().getBody()).at("/body").asText()).isEqualTo("the last part");
  }

  @Test
  void a_subscription_is_kept_changed_and_ended() {
    assertThat(alice.api().get(PATH).status()).isEqualTo(404);
    assertThat(alice.api().put(PATH, "data[policy]", "all").status()).isEqualTo(404);
    subscribes("true");
    var kept = alice.api().get(PATH);
    assertThat(kept.get("endpoint")).isEqualTo(endpoint());
    assertThat(kept.get("server_key")).isEqualTo(serverKey());
    assertThat(kept.at("/standard").asBoolean()).isTrue();
    assertThat(kept.at("/alerts/mention").asBoolean()).isTrue();
    assertThat(kept.at("/alerts/reblog").asBoolean()).isFalse();

    var changed = alice.api().json("PUT", PATH, "{\"data\":{\"alerts\":{\"reblog\":true}}}");
    assertThat(changed.at("/alerts/mention").asBoolean()).isFalse();
    assertThat(changed.at("/alerts/reblog").asBoolean()).isTrue();
    assertThat(changed.id()).isEqualTo(kept.id());

    assertThat(alice.api().delete(PATH).text()).isEqualTo("{}");
    assertThat(alice.api().get(PATH).status()).isEqualTo(404);
    assertThat(alice.api().delete(PATH).status()).isEqualTo(200);
  }

  @Test
  void a_new_subscription_of_an_app_takes_the_place_of_the_old_one() {
    subscribes("true");
    subscribes("true");
    mentions("once");

    assertThat(sent()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "subscription[endpoint], ''",
    "subscription[endpoint], http://push.example/send",
    "subscription[endpoint], file:///etc/passwd",
    "subscription[keys][p256dh], AAAA",
    "subscription[keys][auth], AAAA",
    "data[policy], nobody"
  })
  void what_cannot_be_is_refused_and_named(String field, String value) {
    var form = new java.util.LinkedHashMap<String, String>();
    form.put("subscription[endpoint]", endpoint());
    form.put("subscription[keys][p256dh]", phone.point());
    form.put("subscription[keys][auth]", phone.secret());
    form.put(field, value);
    var flat =
        form.entrySet().stream()
            .flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue()))
            .toArray(String[]::new);

    var answer = alice.api().post(PATH, flat);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.get("error")).contains(field.replaceAll("\\[(p256dh|auth)]$", ""));
    assertThat(alice.api().get(PATH).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void an_app_that_is_gone_is_forgotten(int status) {
    subscribes("true");
    answers(status);
    mentions("hello");

    assertThat(alice.api().get(PATH).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 413})
  void a_message_that_is_refused_is_given_up_and_the_app_kept(int status) {
    subscribes("true");
    answers(status);
    mentions("hello");

    assertThat(sent()).hasSize(1);
    assertThat(alice.api().get(PATH).status()).isEqualTo(200);
  }

  @Test
  void a_service_that_asks_to_wait_is_left_alone_for_so_long() {
    subscribes("true");
    service.stubFor(any(anyUrl()).willReturn(status(429).withHeader("Retry-After", "120")));

    assertThatThrownBy(() -> mentions("hello"))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.retryAfter()).contains(Duration.ofSeconds(120)));
  }

  @Test
  void a_service_that_is_away_is_tried_again_but_not_with_what_is_no_news() {
    subscribes("true");
    answers(503);
    assertThatThrownBy(() -> mentions("hello")).isInstanceOf(Problem.class);

    town.square().town().clock().advance(Duration.ofHours(2));
    var id = alice.api().get("/api/v1/notifications").json().get(0).at("/id").asLong();
    var subscription = Long.parseLong(alice.api().get(PATH).id());
    town.square()
        .runs(
            PushDelivery.KIND, java.util.Map.of("subscription", subscription, "notification", id));

    assertThat(sent()).hasSize(2);
  }

  @Test
  void a_token_that_is_revoked_takes_its_subscription_along() {
    subscribes("true");
    town.square()
        .database()
        .execute("DELETE FROM access_token WHERE actor_id = $1", Tuple.of(alice.neighbour().id()));
    mentions("hello");

    assertThat(sent()).isEmpty();
  }

  @Test
  void a_suspended_account_is_told_nothing() {
    subscribes("true");
    town.square()
        .database()
        .execute(
            "UPDATE account SET suspended_at = now() WHERE actor_id = $1",
            Tuple.of(alice.neighbour().id()));
    mentions("hello");

    assertThat(sent()).isEmpty();
  }

  @Test
  void the_database_has_no_token_that_could_be_used() {
    subscribes("true");
    var stored =
        town.square()
            .database()
            .list(
                "SELECT encode(sealed_token, 'escape') AS text, s::text AS row"
                    + " FROM push_subscription AS s",
                row -> row.getString("text") + row.getString("row"));

    assertThat(stored).isNotEmpty().noneMatch(text -> text.contains(alice.token()));
  }

  @Test
  void subscriptions_that_an_app_asks_for_at_once_leave_one() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked =
          IntStream.range(0, 8).mapToObj(i -> threads.submit(() -> subscribes("true"))).toList();
      for (var each : asked) each.get();
    }
    mentions("once");

    assertThat(sent()).hasSize(1);
  }

  @Test
  void whoever_looks_after_the_node_is_told_what_for() throws Exception {
    town.square()
        .database()
        .execute(
            "UPDATE account SET role = 'moderator' WHERE actor_id = $1",
            Tuple.of(alice.neighbour().id()));
    subscribes("true", "data[alerts][admin.report]", "true");
    bob.api().post("/api/v1/reports", "account_id", alice.id());
    town.drain();

    assertThat(phone.reads(only().getBody()).at("/title").asText())
        .isEqualTo("bob" + made + " submitted a report");
  }
}
