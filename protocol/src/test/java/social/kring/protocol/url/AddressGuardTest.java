package social.kring.protocol.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.0.170",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "192.31.196.1",
        "192.52.193.1",
        "192.175.48.1"
      })
  void special_purpose_ipv4_addresses_are_not_public(String literal) {
    assertThat(AddressGuard.isPublic(InetAddress.ofLiteral(literal))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::",
        "::1",
        "::127.0.0.1",
        "::8.8.8.8",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:10::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "2620:4f:8000::1",
        "3ffe::1",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1"
      })
  void special_purpose_ipv6_addresses_are_not_public(String literal) {
    assertThat(AddressGuard.isPublic(InetAddress.ofLiteral(literal))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.1.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "192.169.0.1",
        "198.17.255.255",
        "198.20.0.1",
        "223.255.255.254",
        "2001:200::1",
        "2606:4700::1",
        "2a01:4f8::1",
        "2620:4f:8001::1",
        "3ffd::1"
      })
  void their_neighbours_are_public(String literal) {
    assertThat(AddressGuard.isPublic(InetAddress.ofLiteral(literal))).isTrue();
  }

  @Test
  void an_ipv4_address_mapped_into_ipv6_is_judged_as_what_it_embeds() {
    assertThat(AddressGuard.isPublic(InetAddress.ofLiteral("::ffff:10.0.0.1"))).isFalse();
    assertThat(AddressGuard.isPublic(InetAddress.ofLiteral("::ffff:1.1.1.1"))).isTrue();
  }

  @Test
  void one_that_stays_mapped_is_never_public() throws UnknownHostException {
    var mapped = new byte[16];
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    mapped[12] = 127;
    mapped[15] = 1;
    assertThat(AddressGuard.isPublic(Inet6Address.getByAddress("", mapped, 0))).isFalse();
  }
}
