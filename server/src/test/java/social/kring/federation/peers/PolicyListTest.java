package social.kring.federation.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyListTest {
  private static final PolicyList LIST =
      list(
          "evil.example=SUSPENDED",
          "acme.example=LIMITED",
          "bad.acme.example=SUSPENDED",
          "globex.localhost:8081=SUSPENDED",
          "192.0.2.1=SUSPENDED",
          "[2001:db8::1]=SUSPENDED");

  @ParameterizedTest
  @CsvSource({
    "evil.example, SUSPENDED",
    "evil.example:8443, SUSPENDED",
    "a.evil.example, SUSPENDED",
    "a.b.evil.example:99, SUSPENDED",
    "notevil.example, NONE",
    "evil.example.org, NONE",
    "example, NONE",
    "acme.example, LIMITED",
    "good.acme.example, LIMITED",
    "bad.acme.example, SUSPENDED",
    "x.bad.acme.example, SUSPENDED",
    "globex.localhost:8081, SUSPENDED",
    "a.globex.localhost:8081, SUSPENDED",
    "globex.localhost:8082, NONE",
    "globex.localhost, NONE",
    "192.0.2.1, SUSPENDED",
    "192.0.2.1:8080, SUSPENDED",
    "192.0.2.11, NONE",
    "[2001:db8::1], SUSPENDED",
    "[2001:db8::1]:8080, SUSPENDED",
    "[2001:db8::2], NONE",
  })
  void a_decision_about_a_host_holds_below_it_and_nowhere_else(String host, PeerPolicy policy) {
    assertThat(LIST.policy(host)).isEqualTo(policy);
  }

  @Test
  void the_strictest_decision_counts_whichever_is_nearer() {
    var list = list("example=SUSPENDED", "acme.example=LIMITED");
    assertThat(list.policy("acme.example")).isEqualTo(PeerPolicy.SUSPENDED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":", "]", "[", ":80", "..", "a..b"})
  void text_that_is_no_host_has_no_policy(String text) {
    assertThat(LIST.policy(text)).isEqualTo(PeerPolicy.NONE);
  }

  private static PolicyList list(String... entries) {
    return new PolicyList(
        Arrays.stream(entries)
            .map(entry -> entry.split("="))
            .map(e -> new PolicyEntry(e[0], PeerPolicy.valueOf(e[1]), "", Instant.EPOCH))
            .toList());
  }
}
