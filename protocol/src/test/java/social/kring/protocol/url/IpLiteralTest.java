package social.kring.protocol.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpLiteralTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "::",
        "::1",
        "1::",
        "2001:db8::1",
        "2001:db8:0:1:1:1:1:1",
        "1:0:0:2::3"
      })
  void canonical_addresses_are_read(String text) {
    assertThat(IpLiteral.parse(text).map(IpLiteral::text)).hasValue(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "127.1",
        "2130706433",
        "0x7f.1",
        "0177.0.0.1",
        "127.0.0.01",
        "1.2.3.256",
        "1.2.3.4.",
        "0:0:0:0:0:0:0:1",
        "2001:DB8::1",
        "2001:db8::0:1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "1:0:0:0:2::3",
        "fe80::1%lo",
        "[::1]",
        "localhost"
      })
  void every_other_spelling_is_none(String text) {
    assertThat(IpLiteral.parse(text)).isEmpty();
  }

  @Property
  void text_names_exactly_its_address(@ForAll @Size(16) byte[] bytes) throws UnknownHostException {
    var address = InetAddress.getByAddress(bytes);
    assertThat(IpLiteral.parse(IpLiteral.text(address))).hasValue(address);
  }
}
