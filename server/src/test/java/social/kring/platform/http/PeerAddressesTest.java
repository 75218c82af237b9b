package social.kring.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

class PeerAddressesTest {
  private static final NameLookup NAMES =
      host -> {
        var known =
            Map.of(
                "public.example", List.of("1.1.1.1", "2606:4700::1"),
                "private.example", List.of("10.0.0.1"),
                "mixed.example", List.of("10.0.0.1", "1.1.1.1", "::1", "169.254.169.254"),
                "many.example",
                    List.of("1.0.0.1", "1.0.0.2", "1.0.0.3", "1.0.0.4", "1.0.0.5", "1.0.0.6"),
                "localhost", List.of("1.1.1.1"),
                "a.localhost", List.of("1.1.1.1"));
        var found = known.get(host);
        return found == null
            ? Future.failedFuture(new UnknownHostException(host))
            : Future.succeededFuture(found.stream().map(InetAddress::ofLiteral).toList());
      };

  @Test
  void a_public_name_has_its_public_addresses() {
    assertThat(found("false", "https://public.example/"))
        .containsExactly("1.1.1.1", "2606:4700:0:0:0:0:0:1");
    assertThat(found("false", "https://mixed.example/")).containsExactly("1.1.1.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://private.example/",
        "https://10.0.0.1/",
        "https://169.254.169.254/latest/",
        "https://[::1]/",
        "https://[fd00::1]/",
        "https://localhost/",
        "http://localhost/",
        "http://a.localhost:8080/",
        "http://127.0.0.1/",
        "https://[64:ff9b::a00:1]/"
      })
  void what_is_not_public_is_forbidden(String url) {
    var refused = addresses("false").of(FediUrl.parse(url).origin()).cause();
    assertThat(refused)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN))
        .hasMessageContaining(FediUrl.parse(url).host());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://public.example/", "http://1.1.1.1/", "http://10.0.0.1/"})
  void http_is_for_this_machine_only(String url) {
    assertThat(addresses("true").of(FediUrl.parse(url).origin()).cause())
        .isInstanceOf(Problem.class)
        .hasMessageContaining("http is for this machine only");
  }

  @Test
  void names_under_localhost_are_this_machine_without_being_looked_up() {
    assertThat(found("true", "http://a.localhost:8080/")).containsExactly("127.0.0.1");
    assertThat(found("true", "http://localhost/")).containsExactly("127.0.0.1");
    assertThat(found("true", "http://unknown.to.dns.localhost/")).containsExactly("127.0.0.1");
  }

  @Test
  void a_named_private_peer_may_be_asked_and_its_neighbour_not() {
    assertThat(found("private.example:443", "https://private.example/"))
        .containsExactly("10.0.0.1");
    assertThat(
            addresses("private.example:443")
                .of(FediUrl.parse("https://private.example:8443/").origin())
                .failed())
        .isTrue();
    assertThat(
            addresses("private.example:443")
                .of(FediUrl.parse("https://10.0.0.1/").origin())
                .failed())
        .isTrue();
  }

  @Test
  void only_the_first_few_addresses_are_tried() {
    assertThat(found("false", "https://many.example/")).hasSize(4).startsWith("1.0.0.1");
  }

  private static List<String> found(String privatePeers, String url) {
    return addresses(privatePeers).of(FediUrl.parse(url).origin()).await().stream()
        .map(InetAddress::getHostAddress)
        .toList();
  }

  private static PeerAddresses addresses(String privatePeers) {
    return new PeerAddresses(NAMES, PrivatePeers.parse(privatePeers));
  }
}
