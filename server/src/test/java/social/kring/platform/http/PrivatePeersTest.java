package social.kring.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

class PrivatePeersTest {

  @Test
  void nobody_or_everybody_can_be_allowed() {
    assertThat(allows("false", "http://a.localhost:8080/")).isFalse();
    assertThat(allows("true", "http://a.localhost:8080/")).isTrue();
  }

  @Test
  void a_list_allows_hosts_by_name_and_port() {
    var list = "a.localhost:8080, Node.Internal:443,127.0.0.1:9000,[::1]:9000";
    assertThat(allows(list, "http://a.localhost:8080/x")).isTrue();
    assertThat(allows(list, "https://node.internal/x")).isTrue();
    assertThat(allows(list, "http://127.0.0.1:9000/")).isTrue();
    assertThat(allows(list, "http://[::1]:9000/")).isTrue();
    assertThat(allows(list, "http://a.localhost:8081/")).isFalse();
    assertThat(allows(list, "http://b.localhost:8080/")).isFalse();
    assertThat(allows(list, "http://x.a.localhost:8080/")).isFalse();
    assertThat(allows(list, "https://node.internal:8443/")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yes",
        "a.localhost",
        "a.localhost:8080,",
        "a.localhost:0",
        "a b:1",
        "127.1:80"
      })
  void anything_else_is_refused_by_name(String setting) {
    assertThatExceptionOfType(Problem.class).isThrownBy(() -> PrivatePeers.parse(setting));
  }

  private static boolean allows(String setting, String url) {
    return PrivatePeers.parse(setting).allow(FediUrl.parse(url).origin());
  }
}
