package social.kring.community.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUrisTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.example/callback",
        "http://localhost:3000/cb?x=1",
        "com.example.app://oauth",
        "urn:ietf:wg:oauth:2.0:oob",
      })
  void web_addresses_app_schemes_and_out_of_band_are_taken(String uri) {
    assertThat(RedirectUris.check(List.of(uri))).containsExactly(uri);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://app.example/x",
        "https://app.example/cb#fragment",
        "https:///nohost",
        "/relative",
        "https://app.example/a b",
        "",
      })
  void what_runs_reads_or_leads_nowhere_is_refused(String uri) {
    assertThatThrownBy(() -> RedirectUris.check(List.of(uri)))
        .hasMessageContaining("cannot be a redirect URI");
  }

  @Test
  void an_application_needs_one() {
    assertThatThrownBy(() -> RedirectUris.check(List.of())).hasMessageContaining("not 0");
  }
}
