package social.kring.door.activitypub;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.community.access.NewAccount;
import social.kring.community.access.Role;
import social.kring.protocol.discovery.NodeInfo;
import social.kring.protocol.discovery.WebFinger;
import social.kring.protocol.json.OwnContext;
import social.kring.protocol.url.FediUrl;
import social.kring.testing.Answer;
import social.kring.testing.Neighbour;
import social.kring.testing.OpenDoors;
import social.kring.testing.Town;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiscoveryDoorTest {
  private static final String NODE = "https://town.example";

  private OpenDoors server;
  private Neighbour alice;

  @BeforeAll
  void open() {
    server = new OpenDoors();
    alice = server.square().person("Alice");
  }

  @AfterAll
  void close() {
    server.close();
  }

  @Test
  void a_handle_leads_to_its_actor() {
    var answer = asked("acct:alice@town.example");
    var found = WebFinger.from(answer.tree());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/jrd+json");
    assertThat(found.subject()).isEqualTo(alice.actor().handle());
    assertThat(found.self()).isEqualTo(alice.actor().uri());
    assertThat(found.page()).contains(alice.actor().addresses().page());
    assertThat(found.subscribe()).contains(NODE + "/authorize_interaction?uri={uri}");
  }

  @Test
  void any_site_may_ask() {
    var url = FediUrl.parse(NODE + "/.well-known/webfinger?resource=acct:alice@town.example");

    var answer = server.send(HttpMethod.GET, url, Map.of("Origin", "https://elk.example"));

    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @Test
  void whatever_can_be_read_can_be_asked_about() {
    for (var path : List.of("/.well-known/nodeinfo", "/.well-known/host-meta", "/ns/v1")) {
      var answer = server.send(HttpMethod.HEAD, FediUrl.parse(NODE + path), Map.of());

      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(answer.body()).isEmpty();
    }
  }

  @Test
  void an_actors_id_and_page_lead_to_its_handle() {
    for (var address : List.of(alice.actor().uri(), alice.actor().addresses().page())) {
      var answer = asked(address.text());

      assertThat(answer.tree().string("subject")).contains("acct:Alice@town.example");
    }
  }

  @Test
  void who_is_not_here_is_not_found() {
    server.square().stranger("bob", "far.example");

    for (var resource :
        List.of(
            "acct:nobody@town.example",
            "acct:alice@far.example",
            "acct:bob@far.example",
            "https://far.example/users/bob",
            "https://town.example/ap/p/nobody")) {
      assertThat(asked(resource).status()).as(resource).isEqualTo(404);
    }
  }

  @Test
  void what_is_no_resource_is_refused() {
    for (var query :
        List.of(
            "",
            "?resource=",
            "?resource=%00%0d%0a",
            "?resource=alice",
            "?resource=acct:alice",
            "?resource=https://",
            "?resource=acct:a@town.example&resource=acct:b@town.example",
            "?other=1")) {
      assertThat(server.get(NODE + "/.well-known/webfinger" + query).status())
          .as(query)
          .isEqualTo(400);
    }
  }

  @Test
  void a_new_person_is_found_at_once_and_a_deleted_one_no_longer() {
    assertThat(asked("acct:late@town.example").status()).isEqualTo(404);

    var late = server.square().person("late");
    assertThat(asked("acct:late@town.example").status()).isEqualTo(200);

    server
        .square()
        .town()
        .change(tx -> server.square().town().foundation().actors().suspend(tx, late.id()));
    assertThat(asked("acct:LATE@town.example?").status()).isEqualTo(400);
    assertThat(asked(late.actor().uri().text()).status()).isEqualTo(404);
  }

  @Test
  void the_context_of_our_own_terms_is_served() {
    var url = FediUrl.parse(NODE + "/ns/v1");

    var answer = server.send(HttpMethod.GET, url, Map.of("Origin", "https://reader.example"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/ld+json");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.tree()).isEqualTo(OwnContext.document());
  }

  @Test
  void nodeinfo_counts_people_and_tells_what_runs_here() {
    server.access().accounts().create(server.square().database(), account("carol"));

    var links = server.get(NODE + "/.well-known/nodeinfo").tree();
    var newest = NodeInfo.linkIn(links).orElseThrow();
    var document = server.get(newest).tree();

    assertThat(newest.text()).isEqualTo(NODE + "/nodeinfo/2.1");
    assertThat(NodeInfo.Software.from(document))
        .hasValueSatisfying(software -> assertThat(software.name()).isEqualTo("kring"));
    assertThat(document.strings("protocols")).containsExactly("activitypub");
    assertThat(document.flag("openRegistrations")).contains(true);
    var users = document.tree("usage").flatMap(usage -> usage.tree("users")).orElseThrow();
    assertThat(users.number("total")).contains(1L);
    var upstream = document.tree("metadata").flatMap(each -> each.tree("upstream")).orElseThrow();
    assertThat(upstream.string("name")).contains("mastodon");
    assertThat(server.get(NODE + "/nodeinfo/2.0").tree().string("version")).contains("2.0");
  }

  @Test
  void host_meta_is_served_as_xml_and_as_json() {
    var xml = server.get(FediUrl.parse(NODE + "/.well-known/host-meta"), "*/*");
    var json = server.get(FediUrl.parse(NODE + "/.well-known/host-meta.json"), "*/*");
    var preferred =
        server.get(FediUrl.parse(NODE + "/.well-known/host-meta"), "application/jrd+json");

    assertThat(xml.header("Content-Type")).startsWith("application/xrd+xml");
    assertThat(xml.body()).contains(NODE + "/.well-known/webfinger?resource={uri}");
    assertThat(json.tree().objects("links")).hasSize(1);
    assertThat(preferred.tree()).isEqualTo(json.tree());
  }

  @Test
  void our_own_terms_are_explained() {
    var answer = server.get(FediUrl.parse(NODE + "/ns/v1"), "application/ld+json");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/ld+json");
    assertThat(answer.tree()).isEqualTo(OwnContext.document());
  }

  private Answer asked(String resource) {
    return server.get(
        NODE
            + "/.well-known/webfinger?resource="
            + URLEncoder.encode(resource, StandardCharsets.UTF_8));
  }

  private static NewAccount account(String name) {
    return new NewAccount(
        name, Town.DOMAIN, name + "@mail.example", "correct horse battery", Role.MEMBER);
  }
}
