package social.kring.protocol.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.Problem;

class CidrTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/08",
        "10.0.0.0/-1",
        "10.0.0.1/8",
        "10/8",
        "010.0.0.0/8",
        "10.0.0.0/8/8",
        "example.org/8",
        "fd00::/129",
        "fd00::1/8",
        "[fd00::]/8",
        "fe80::1%eth0",
        "FD00::/8",
        "::ffff:10.0.0.0/104"
      })
  void what_is_no_range_is_refused_by_name(String text) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> Cidr.parse(text))
        .withMessageContaining("\"" + text + "\"");
  }

  @Test
  void an_address_alone_is_a_range_of_one() {
    var one = Cidr.parse("10.1.2.3");
    assertThat(one.contains(InetAddress.ofLiteral("10.1.2.3"))).isTrue();
    assertThat(one.contains(InetAddress.ofLiteral("10.1.2.2"))).isFalse();
    assertThat(one).isEqualTo(Cidr.parse("10.1.2.3/32"));
  }

  @Test
  void everything_of_one_version_is_a_range_too() {
    assertThat(Cidr.parse("0.0.0.0/0").contains(InetAddress.ofLiteral("255.1.2.3"))).isTrue();
    assertThat(Cidr.parse("0.0.0.0/0").contains(InetAddress.ofLiteral("::1"))).isFalse();
  }

  @Property
  void a_range_holds_what_agrees_with_it_in_its_leading_bits(
      @ForAll @Size(4) byte[] network,
      @ForAll @Size(4) byte[] other,
      @ForAll @IntRange(max = 32) int length)
      throws UnknownHostException {
    var mask = length == 0 ? 0 : -1 << (32 - length);
    var start = toInt(network) & mask;
    var cidr = Cidr.parse(InetAddress.getByAddress(toBytes(start)).getHostAddress() + "/" + length);
    assertThat(cidr.contains(InetAddress.getByAddress(other)))
        .isEqualTo((toInt(other) & mask) == start);
  }

  private static int toInt(byte[] b) {
    return (b[0] & 0xff) << 24 | (b[1] & 0xff) << 16 | (b[2] & 0xff) << 8 | b[3] & 0xff;
  }

  private static byte[] toBytes(int i) {
    return new byte[] {(byte) (i >> 24), (byte) (i >> 16), (byte) (i >> 8), (byte) i};
  }
}
