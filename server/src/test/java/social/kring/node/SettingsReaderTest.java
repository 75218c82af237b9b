package social.kring.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.kring.community.access.SignUps;
import social.kring.platform.domains.Domain;
import social.kring.platform.http.PrivatePeers;
import social.kring.platform.mail.SmtpServer;
import social.kring.protocol.Problem;

class SettingsReaderTest {
  private final Map<String, String> environment = new HashMap<>();

  @TempDir private Path home;
  private Path here;
  private Path data;

  @BeforeEach
  void directories() throws IOException {
    here = Files.createDirectory(home.resolve("here"));
    data = Files.createDirectory(home.resolve("data"));
    environment.put("KRING_DATA_DIR", data.toString());
  }

  @Test
  void nothing_needs_to_be_set() {
    environment.clear();
    var settings = read();
    assertThat(settings.domain()).isEqualTo(new Domain("http", "kring.localhost:8080"));
    assertThat(settings.listening().main()).hasToString("127.0.0.1:8080");
    assertThat(settings.listening().operations()).hasToString("Optional[127.0.0.1:9100]");
    assertThat(settings.storage().dataDirectory()).isEqualTo(home.resolve(".local/share/kring"));
    assertThat(settings.storage().database()).isEmpty();
    assertThat(settings.trustedProxies()).isEmpty();
    assertThat(settings.privatePeers()).isEqualTo(new PrivatePeers.None());
    assertThat(settings.access().signUps()).isEqualTo(SignUps.Policy.APPROVAL);
    assertThat(settings.access().limited()).isTrue();
    assertThat(settings.previews()).isTrue();
    assertThat(settings.log()).isEqualTo(LogFormat.JSON);
  }

  @Test
  void nobody_has_to_look_at_what_others_link_to() {
    environment.put("KRING_PREVIEWS", "off");

    assertThat(read().previews()).isFalse();
  }

  @Test
  void mail_needs_no_more_than_a_server() {
    environment.put("KRING_DOMAIN", "acme.example:8443");
    environment.put("KRING_SMTP_HOST", "mail.example");

    var server = read().mail().orElseThrow();

    assertThat(server.port()).isEqualTo(587);
    assertThat(server.security()).isEqualTo(SmtpServer.Security.STARTTLS);
    assertThat(server.from()).isEqualTo("kring@acme.example");
    assertThat(server.login()).isEmpty();
  }

  @Test
  void mail_with_links_goes_in_the_clear_to_this_machine_only() {
    environment.put("KRING_SMTP_SECURITY", "none");
    environment.put("KRING_SMTP_HOST", "127.0.0.1");
    assertThat(read().mail()).isPresent();

    environment.put("KRING_SMTP_HOST", "mail.example");
    assertThatThrownBy(this::read).hasMessageContaining("KRING_SMTP_SECURITY");
  }

  @Test
  void who_signs_in_at_the_mail_server_needs_a_password_which_is_not_shown() {
    environment.put("KRING_SMTP_HOST", "mail.example");
    environment.put("KRING_SMTP_USER", "kring");
    assertThatThrownBy(this::read).hasMessageContaining("KRING_SMTP_PASSWORD");

    environment.put("KRING_SMTP_PASSWORD", "hidden");
    assertThat(read().toString()).doesNotContain("hidden");
  }

  @Test
  void apps_send_passwords_only_where_the_operator_lets_them() {
    assertThat(read().access().passwordGrant()).isFalse();

    environment.put("KRING_PASSWORD_GRANT", "on");
    assertThat(read().access().passwordGrant()).isTrue();
  }

  @Test
  void an_age_is_a_number_of_years() {
    environment.put("KRING_MINIMUM_AGE", "16");
    assertThat(read().access().minimumAge()).contains(16);

    environment.put("KRING_MINIMUM_AGE", "adult");
    assertThatThrownBy(this::read).hasMessageContaining("KRING_MINIMUM_AGE");
  }

  @Test
  void somebody_at_a_terminal_reads_text() {
    var reader = new SettingsReader(environment, here, home, true);
    assertThat(reader.read().log()).isEqualTo(LogFormat.TEXT);
  }

  @Test
  void the_environment_wins_over_the_data_directory_and_that_over_the_working_directory()
      throws IOException {
    environment.put("KRING_LISTEN", "127.0.0.1:1");
    write(data, "listen: 127.0.0.1:2\nops_listen: 127.0.0.1:2\n");
    write(here, "listen: 127.0.0.1:3\nops_listen: 127.0.0.1:3\nsignups: open\n");
    var settings = read();
    assertThat(settings.listening().main().port()).isEqualTo(1);
    assertThat(settings.listening().operations().orElseThrow().port()).isEqualTo(2);
    assertThat(settings.access().signUps()).isEqualTo(SignUps.Policy.OPEN);
  }

  @Test
  void the_working_directory_may_say_where_the_data_directory_is() throws IOException {
    environment.clear();
    write(here, "data_dir: ../data\n");
    write(data, "domain: acme.example\n");
    assertThat(read().storage().dataDirectory()).isEqualTo(data);
    assertThat(read().domain()).isEqualTo(new Domain("https", "acme.example"));
  }

  @Test
  void a_file_may_use_the_names_of_the_environment_and_write_lists_and_switches_as_yaml_does()
      throws IOException {
    write(
        data,
        """
        KRING_DOMAIN: acme.example
        trusted_proxies: [10.0.0.0/8, "fd00::/8"]
        rate_limit: off
        ops_listen: off
        """);
    var settings = read();
    assertThat(settings.domain().authority()).isEqualTo("acme.example");
    assertThat(settings.trustedProxies()).hasSize(2);
    assertThat(settings.access().limited()).isFalse();
    assertThat(settings.listening().operations()).isEmpty();
  }

  @Test
  void an_empty_variable_and_an_empty_file_set_nothing() throws IOException {
    environment.put("KRING_DATABASE_URL", "");
    write(data, "");
    assertThat(read().storage().database()).isEmpty();
  }

  @Test
  void a_port_that_is_the_schemes_own_is_no_part_of_the_domain() {
    environment.put("KRING_DOMAIN", "Acme.Example:443");
    assertThat(read().domain()).isEqualTo(new Domain("https", "acme.example"));
  }

  @Test
  void a_database_is_named_by_its_address() {
    environment.put("KRING_DATABASE_URL", "postgresql://kring:s3cret@db.example:5433/social");
    var settings = read();
    var database = settings.storage().database().orElseThrow();
    assertThat(database.getHost()).isEqualTo("db.example");
    assertThat(database.getPort()).isEqualTo(5433);
    assertThat(database.getDatabase()).isEqualTo("social");
    assertThat(settings.toString()).doesNotContain("s3cret");
  }

  @Test
  void unknown_names_in_the_environment_are_told_apart_and_hurt_nobody() {
    environment.put("KRING_LISTENN", "x");
    environment.put("OTHER", "x");
    var reader = new SettingsReader(environment, here, home, false);
    assertThat(reader.unknown()).containsExactly("KRING_LISTENN");
    assertThat(reader.read().listening().main().port()).isEqualTo(8080);
  }

  @ParameterizedTest
  @CsvSource({
    "KRING_DOMAIN,acme.example/x",
    "KRING_DOMAIN,not a host",
    "KRING_SCHEME,gopher",
    "KRING_LISTEN,8080",
    "KRING_LISTEN,127.0.0.1:99999",
    "KRING_DATABASE_URL,mysql://db/x",
    "KRING_TRUSTED_PROXIES,10.0.0.1/8",
    "KRING_ALLOW_PRIVATE_PEERS,maybe",
    "KRING_SIGNUPS,sometimes",
    "KRING_RATE_LIMIT,much",
    "KRING_OPS_LISTEN,here",
    "KRING_LOG,loud"
  })
  void a_wrong_value_stops_the_start_with_one_line_that_names_its_setting(
      String variable, String value) {
    environment.put(variable, value);
    assertThatThrownBy(this::read)
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(variable + ": ")
        .satisfies(problem -> assertThat(problem.getMessage().lines()).hasSize(1));
  }

  @Test
  void a_password_is_not_repeated_in_what_is_said_of_a_wrong_address() {
    environment.put("KRING_DATABASE_URL", "postgresql://kring:s3cret@db.example:port/social");
    assertThatThrownBy(this::read).message().doesNotContain("s3cret");
  }

  @Test
  void media_lie_in_the_data_directory_or_in_a_bucket_that_is_named_whole() {
    assertThat(read().storage().media().bucket()).isEmpty();
    environment.put("KRING_MEDIA_S3_ENDPOINT", "https://s3.example");
    assertThatThrownBy(this::read).hasMessageContaining("KRING_MEDIA_S3_BUCKET");
    environment.put("KRING_MEDIA_S3_BUCKET", "acme-media");
    environment.put("KRING_MEDIA_S3_ACCESS_KEY", "key");
    environment.put("KRING_MEDIA_S3_SECRET_KEY", "the secret");

    var bucket = read().storage().media().bucket().orElseThrow();

    assertThat(bucket.endpoint().text()).isEqualTo("https://s3.example");
    assertThat(bucket.region()).isEqualTo("us-east-1");
    assertThat(bucket.toString()).contains("acme-media").doesNotContain("the secret");
    environment.put("KRING_MEDIA_S3_ENDPOINT", "http://s3.example");
    assertThatThrownBy(this::read).hasMessageContaining("KRING_MEDIA_S3_ENDPOINT");
    environment.put("KRING_MEDIA_S3_ENDPOINT", "https://s3.example");
    environment.put("KRING_MEDIA_CACHE_MIB", "much");
    assertThatThrownBy(this::read).hasMessageContaining("KRING_MEDIA_CACHE_MIB");
  }

  @Test
  void plain_http_is_for_this_machine_only() {
    environment.put("KRING_DOMAIN", "acme.example");
    environment.put("KRING_SCHEME", "http");
    assertThatThrownBy(this::read)
        .hasMessageContaining("KRING_SCHEME")
        .hasMessageContaining("acme");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "colour: blue | \"colour\"",
        "signups: sometimes | signups in",
        "listen: 127.0.0.1:1\\nlisten: 127.0.0.1:2 | line 2",
        "- listen | not a list of settings",
        "listen: {port: 1} | listen in",
        "listen: [ | cannot be understood",
        "data_dir: elsewhere | KRING_DATA_DIR"
      })
  void a_file_that_says_anything_wrong_stops_the_start(String content, String said)
      throws IOException {
    write(data, content.replace("\\n", "\n"));
    assertThatThrownBy(this::read)
        .isInstanceOf(Problem.class)
        .hasMessageContaining(said.strip())
        .hasMessageContaining("kring.yaml")
        .satisfies(problem -> assertThat(problem.getMessage().lines()).hasSize(1));
  }

  private Settings read() {
    return new SettingsReader(environment, here, home, false).read();
  }

  private static void write(Path directory, String content) throws IOException {
    Files.writeString(directory.resolve("kring.yaml"), content);
  }
}
