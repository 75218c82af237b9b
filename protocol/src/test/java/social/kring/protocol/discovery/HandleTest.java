package social.kring.protocol.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.Problem;

class HandleTest {

  @ParameterizedTest
  @CsvSource({
    "@alice@acme.example, @alice@acme.example",
    "alice@acme.example, @alice@acme.example",
    "acct:alice@acme.example, @alice@acme.example",
    "acct:@alice@acme.example, @alice@acme.example",
    "' @Alice@ACME.Example ', @Alice@acme.example",
    "@alice@acme.example:443, @alice@acme.example",
    "@alice@acme.example:8443, @alice@acme.example:8443",
    "@alice@kring.localhost:8080, @alice@kring.localhost:8080",
    "@alice@kring.localhost:80, @alice@kring.localhost",
    "@zoë@münchen.example, @zoë@xn--mnchen-3ya.example",
    "@a.b-c_d@acme.example, @a.b-c_d@acme.example",
  })
  void every_way_of_writing_a_handle_is_read(String written, String handle) {
    assertThat(Handle.parse(written)).hasToString(handle);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "alice",
        "@alice",
        "@alice@",
        "@@acme.example",
        "alice@@acme.example",
        "@alice@acme.example/evil",
        "@alice@acme.example?x",
        "@alice@acme.example#x",
        "@alice@bob@acme.example",
        "@al ice@acme.example",
        "@alice@acme example",
        "@alice.@acme.example",
        "@.alice@acme.example",
        "@<b>@acme.example",
        "@alice@acme.example.",
        "@alice@127.1",
        "@alice@acme.example:0",
        "https://acme.example/@alice",
        "acct:alice"
      })
  void what_is_no_handle_is_refused_by_name(String written) {
    assertThat(Handle.tryParse(written)).isEmpty();
    assertThatExceptionOfType(Problem.class).isThrownBy(() -> Handle.parse(written));
  }

  @Test
  void names_match_without_regard_to_case() {
    assertThat(Handle.parse("@Alice@acme.example").matches(Handle.parse("@alice@ACME.example")))
        .isTrue();
    assertThat(Handle.parse("@alice@acme.example").matches(Handle.parse("@alice@globex.example")))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "@a@acme.example, https://acme.example/.well-known/webfinger?resource=acct%3Aa%40acme.example",
    "@a@x.localhost:8080, http://x.localhost:8080/.well-known/webfinger?resource=acct%3Aa%40x.localhost%3A8080",
    "@a@127.0.0.1:8080, http://127.0.0.1:8080/.well-known/webfinger?resource=acct%3Aa%40127.0.0.1%3A8080",
    "@a@localhost.example, https://localhost.example/.well-known/webfinger?resource=acct%3Aa%40localhost.example",
  })
  void this_machine_is_asked_by_http_and_all_others_by_https(String handle, String url) {
    assertThat(Handle.parse(handle).webFingerUrl().text()).isEqualTo(url);
  }

  @Property
  void what_is_printed_is_read_back(
      @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 30) String name,
      @ForAll @AlphaChars @StringLength(min = 1, max = 30) String label) {
    var handle = new Handle(name, label + ".example");
    assertThat(Handle.parse(handle.toString())).isEqualTo(handle);
    assertThat(Handle.parse("acct:" + handle.acct())).isEqualTo(handle);
  }

  @Property
  void any_text_is_a_handle_or_malformed(@ForAll String text) {
    Handle.tryParse("@" + text + "@acme.example")
        .ifPresent(handle -> assertThat(handle.authority()).isEqualTo("acme.example"));
    Handle.tryParse(text);
  }
}
