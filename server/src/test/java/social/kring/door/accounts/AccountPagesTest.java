package social.kring.door.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.kring.community.access.Access;
import social.kring.community.access.NewAccount;
import social.kring.community.access.Role;
import social.kring.community.access.Scopes;
import social.kring.community.access.SignUps.Policy;
import social.kring.node.Node;
import social.kring.node.Settings;
import social.kring.platform.domains.Domain;
import social.kring.platform.mail.SmtpServer;
import social.kring.platform.storage.Database;
import social.kring.testing.PostOffice;
import social.kring.testing.TestNode;
import social.kring.testing.TestPostgres;

/** A whole node, a browser that keeps cookies, and a server that takes mail. */
class AccountPagesTest {
  private static final String PASSWORD = "correct horse battery staple";
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
  private static final Pattern LINK = Pattern.compile("http://[^ ]+(/oauth/[^\\s]+)");

  @TempDir private Path directory;
  private PostOffice office;
  private Node node;
  private HttpClient http;

  @BeforeEach
  void open() {
    office = new PostOffice();
    http = browser();
  }

  @AfterEach
  void close() {
    if (node != null) node.close();
    office.close();
  }

  @Test
  void somebody_signs_up_confirms_her_address_is_approved_and_signs_in() {
    start(Policy.APPROVAL);
    var form = get("/oauth/sign-up");
    assertThat(form.body()).contains("for=\"reason\"", "private messages");

    var sent = submit(form, "/oauth/sign-up", form("nora", "nora@mail.example"));

    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(sent.body()).contains("nora@mail.example");
    var letter = office.next();
    assertThat(letter.to()).isEqualTo("nora@mail.example");
    var page = get(link(letter));
    assertThat(signIn("nora", PASSWORD).body()).contains("missing a confirmed e-mail address");
    assertThat(submit(page, "/oauth/confirm", Map.of()).body()).contains("is confirmed");
    assertThat(signIn("nora", PASSWORD).body()).contains("pending approval");

    approve("nora");

    assertThat(office.next().text()).contains("was approved");
    assertThat(signIn("nora", PASSWORD).statusCode()).isEqualTo(303);
    assertThat(get("/oauth/account").body()).contains("nora@mail.example", "Browser");
  }

  @Test
  void what_is_wrong_is_told_beside_its_field_and_nothing_typed_is_lost_but_the_password() {
    start(Policy.OPEN);

    var answer =
        submit(
            get("/oauth/sign-up"),
            "/oauth/sign-up",
            Map.of("username", "no spaces", "email", "x@mail.example", "password", "short"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("id=\"username-problem\"", "id=\"password-problem\"", "id=\"agreement-problem\"")
        .contains("value=\"no spaces\"", "value=\"x@mail.example\"", "aria-invalid=\"true\"")
        .doesNotContain("value=\"short\"");
  }

  @Test
  void a_form_from_another_site_signs_nobody_up() {
    start(Policy.OPEN);

    var answer = post("/oauth/sign-up", form("nora", "nora@mail.example"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(accounts()).isZero();
  }

  @Test
  void guests_come_in_by_their_invite_only() {
    start(Policy.INVITE);
    assertThat(get("/oauth/sign-up").body()).contains("can invite you").doesNotContain("<form");
    var code =
        database()
            .transaction(
                tx ->
                    access()
                        .invites()
                        .make(
                            tx,
                            new social.kring.community.access.Invites.NewInvite(
                                Optional.empty(), "", Optional.of(1), Optional.empty())))
            .code()
            .text();

    var form = get("/oauth/sign-up?invite=" + code);
    var sent = submit(form, "/oauth/sign-up", form("nora", "nora@mail.example"));

    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(accounts()).isEqualTo(1);
    var again = submit(form, "/oauth/sign-up", form("olga", "olga@mail.example"));
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(accounts()).isEqualTo(1);
  }

  @Test
  void where_it_is_closed_there_is_no_form() {
    start(Policy.CLOSED);

    assertThat(get("/oauth/sign-up").body()).contains("no new accounts").doesNotContain("<form");
  }

  @Test
  void a_forgotten_password_is_set_anew_by_a_link_and_nobody_learns_who_is_here() {
    start(Policy.OPEN);
    account("alice");
    var known = submit(get("/oauth/reset"), "/oauth/reset", Map.of("email", "alice@mail.example"));
    var unknown = submit(get("/oauth/reset"), "/oauth/reset", Map.of("email", "no@mail.example"));
    assertThat(known.body()).isEqualTo(unknown.body());

    var letter = office.next();
    assertThat(letter.to()).isEqualTo("alice@mail.example");
    var page = get(link(letter));
    assertThat(submit(page, "/oauth/reset/new", Map.of("password", "short")).statusCode())
        .isEqualTo(422);
    var done = submit(page, "/oauth/reset/new", Map.of("password", "another horse"));

    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(signIn("alice", PASSWORD).statusCode()).isEqualTo(401);
    assertThat(signIn("alice", "another horse").statusCode()).isEqualTo(303);
    assertThat(office.next().text()).contains("password of @alice was changed");
    assertThat(get(link(letter)).statusCode()).isEqualTo(403);
  }

  @Test
  void a_password_is_changed_by_who_knows_it_and_all_sessions_end() {
    start(Policy.OPEN);
    account("alice");
    signIn("alice", PASSWORD);
    var form = get("/oauth/account/password");
    var wrong =
        submit(
            form,
            "/oauth/account/password",
            Map.of("current_password", "guess", "password", "another horse"));
    assertThat(wrong.statusCode()).isEqualTo(401);

    var right =
        submit(
            form,
            "/oauth/account/password",
            Map.of("current_password", PASSWORD, "password", "another horse"));

    assertThat(right.statusCode()).isEqualTo(200);
    assertThat(get("/oauth/account").headers().firstValue("Location")).contains("/oauth/sign-in");
    assertThat(signIn("alice", "another horse").statusCode()).isEqualTo(303);
  }

  @Test
  void another_address_is_confirmed_before_it_counts() {
    start(Policy.OPEN);
    account("alice");
    signIn("alice", PASSWORD);

    submit(
        get("/oauth/account/email"),
        "/oauth/account/email",
        Map.of("current_password", PASSWORD, "email", "new@mail.example"));

    var letter = office.next();
    assertThat(letter.to()).isEqualTo("new@mail.example");
    assertThat(get("/oauth/account").body()).contains("alice@mail.example", "new@mail.example");
    submit(get(link(letter)), "/oauth/confirm", Map.of());
    assertThat(office.next().to()).isEqualTo("alice@mail.example");
    assertThat(get("/oauth/account").body())
        .contains("new@mail.example")
        .doesNotContain("alice@mail.example");
  }

  @Test
  void an_app_is_seen_among_the_sessions_and_ended_there() {
    start(Policy.OPEN);
    var alice = account("alice");
    var token =
        database()
            .transaction(
                tx ->
                    access()
                        .tokens()
                        .issueByOperator(tx, alice, Scopes.parse("write:media"), "root"))
            .secret()
            .text();
    signIn("alice", PASSWORD);
    var page = get("/oauth/account");
    assertThat(page.body()).contains("made by operator root", "Change your pictures and files");
    var session = access().tokens().authenticate(database(), token).token();

    var ended = submit(page, "/oauth/account/sessions", Map.of("session", Long.toString(session)));

    assertThat(ended.statusCode()).isEqualTo(303);
    assertThat(access().tokens().stillGood(database(), java.util.Set.of(session))).isEmpty();
  }

  @Test
  void a_letter_that_the_server_does_not_take_now_is_sent_later() {
    start(Policy.OPEN);
    office.answersRecipients("451 4.7.1 not now");
    submit(get("/oauth/sign-up"), "/oauth/sign-up", form("nora", "nora@mail.example"));
    office.waitFor("RCPT");
    assertThat(office.isEmpty()).isTrue();

    office.answersRecipients("250 OK");

    var page = get(link(office.next()));
    assertThat(submit(page, "/oauth/confirm", Map.of()).statusCode()).isEqualTo(200);
  }

  @Test
  void links_by_which_apps_send_people_here_lead_to_our_pages() {
    start(Policy.OPEN);

    for (var path : new String[] {"/auth/sign_up", "/auth/sign_in", "/auth/password/new"}) {
      var answer = get(path);
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(get(answer.headers().firstValue("Location").orElseThrow()).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void pages_of_accounts_run_no_scripts_and_are_shown_in_no_frame() {
    start(Policy.OPEN);

    for (var path : new String[] {"/oauth/sign-up", "/oauth/reset", "/oauth/sign-in"}) {
      var answer = get(path);
      assertThat(answer.body()).doesNotContain("<script").contains("<label for=");
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "frame-ancestors 'none'");
      assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
    }
  }

  @Test
  void without_a_mail_server_nobody_is_promised_a_letter() {
    start(Policy.OPEN, Optional.empty());

    var sent = submit(get("/oauth/sign-up"), "/oauth/sign-up", form("nora", "n@mail.example"));

    assertThat(sent.body()).contains("sends no mail");
    assertThat(get("/oauth/reset").body()).contains("sends no mail").doesNotContain("<form");
  }

  private void start(Policy policy) {
    var server =
        new SmtpServer(
            "127.0.0.1",
            office.port(),
            SmtpServer.Security.NONE,
            Optional.empty(),
            "kring@node.localhost");
    start(policy, Optional.of(server));
  }

  private void start(Policy policy, Optional<SmtpServer> mail) {
    var usual = TestNode.settings("node", directory, TestPostgres.shared().newDatabase());
    node =
        Node.start(
            new Settings(
                new Domain("http", "localhost:" + usual.listening().main().port()),
                usual.listening(),
                usual.storage(),
                usual.trustedProxies(),
                usual.privatePeers(),
                new Access.Rules(policy, true),
                usual.previews(),
                usual.log(),
                mail));
  }

  private Database database() {
    return node.platform().storage().database();
  }

  private Access access() {
    return node.community().residents().access();
  }

  private long account(String name) {
    var wanted =
        new NewAccount(
            name,
            node.platform().domains().primary(),
            name + "@mail.example",
            PASSWORD,
            Role.MEMBER);
    return access().accounts().create(database(), wanted).actor();
  }

  private long accounts() {
    return database()
        .one("SELECT count(*) AS n FROM account", row -> row.getLong("n"))
        .orElseThrow();
  }

  private void approve(String name) {
    var actor =
        database()
            .one(
                "SELECT actor_id FROM account WHERE email = $1",
                io.vertx.sqlclient.Tuple.of(name + "@mail.example"),
                row -> row.getLong("actor_id"))
            .orElseThrow();
    database()
        .transaction(
            tx -> {
              access().admission().approve(tx, actor);
              return null;
            });
  }

  private static Map<String, String> form(String name, String email) {
    return Map.of(
        "username", name,
        "email", email,
        "password", PASSWORD,
        "reason", "I like it here",
        "agreement", "true");
  }

  private static String link(PostOffice.Delivered letter) {
    var found = LINK.matcher(letter.text());
    assertThat(found.find()).as("a link in %s", letter.text()).isTrue();
    return found.group(1);
  }

  private HttpResponse<String> signIn(String login, String password) {
    return submit(
        get("/oauth/sign-in"), "/oauth/sign-in", Map.of("login", login, "password", password));
  }

  private HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** Sends the hidden fields of the page along. */
  private HttpResponse<String> submit(
      HttpResponse<String> page, String path, Map<String, String> typed) {
    var form = new TreeMap<String, String>();
    var hidden = HIDDEN.matcher(page.body());
    while (hidden.find()) form.put(hidden.group(1), hidden.group(2));
    form.putAll(typed);
    return post(path, form);
  }

  private HttpResponse<String> post(String path, Map<String, String> form) {
    var body =
        form.entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    var authority = node.platform().domains().primary().authority();
    return HttpRequest.newBuilder(URI.create("http://" + authority + path))
        .timeout(Duration.ofSeconds(60));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static HttpClient browser() {
    return HttpClient.newBuilder()
        .cookieHandler(new CookieManager())
        .version(HttpClient.Version.HTTP_1_1)
        .build();
  }
}
