package social.kring.protocol.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

class NodeInfoTest {
  private static final FediUrl V2_0 = FediUrl.parse("https://acme.example/nodeinfo/2.0");
  private static final FediUrl V2_1 = FediUrl.parse("https://acme.example/nodeinfo/2.1");
  private static final NodeInfo NODE =
      new NodeInfo(
          new NodeInfo.Software(
              "kring", "0.1.0", Optional.of(FediUrl.parse("https://code.example/kring"))),
          new NodeInfo.Usage(3, 2, 3, 17),
          true,
          Tree.builder().put("nodeName", "Acme").build());

  @Test
  void version_2_1_has_all_that_the_schema_asks_for() {
    assertThat(NODE.toTree(NodeInfo.Version.V2_1))
        .isEqualTo(
            StrictJson.parse(
                """
                {"version": "2.1",
                 "software": {"name": "kring", "version": "0.1.0",
                              "repository": "https://code.example/kring"},
                 "protocols": ["activitypub"],
                 "services": {"inbound": [], "outbound": []},
                 "openRegistrations": true,
                 "usage": {"users": {"total": 3, "activeMonth": 2, "activeHalfyear": 3},
                           "localPosts": 17},
                 "metadata": {"nodeName": "Acme"}}
                """));
  }

  @Test
  void version_2_0_knows_no_repository() {
    var document = NODE.toTree(NodeInfo.Version.V2_0);
    assertThat(document.string("version")).hasValue("2.0");
    assertThat(document.tree("software").orElseThrow().has("repository")).isFalse();
  }

  @Test
  void a_peer_is_asked_for_the_newest_version_that_both_know() {
    assertThat(NodeInfo.linkIn(NodeInfo.discovery(V2_0, V2_1))).hasValue(V2_1);
    assertThat(
            NodeInfo.linkIn(
                StrictJson.parse(
                    """
                    {"links": [
                      {"rel": "http://nodeinfo.diaspora.software/ns/schema/1.0", "href": "https://acme.example/1"},
                      {"rel": "http://nodeinfo.diaspora.software/ns/schema/2.0", "href": "https://acme.example/nodeinfo/2.0"}]}
                    """)))
        .hasValue(V2_0);
    assertThat(NodeInfo.linkIn(StrictJson.parse("{\"links\": [{\"rel\": 1}, \"x\"]}"))).isEmpty();
  }

  @Test
  void a_peers_software_is_read_from_its_document() {
    assertThat(NodeInfo.Software.from(NODE.toTree(NodeInfo.Version.V2_1)))
        .hasValue(NODE.software());
    assertThat(NodeInfo.Software.from(StrictJson.parse("{\"software\": {\"name\": 7}}"))).isEmpty();
    assertThat(NodeInfo.Software.from(StrictJson.parse("{\"software\": \"mastodon\"}"))).isEmpty();
  }

  @Property
  void the_name_of_a_peers_software_is_cut(@ForAll String name) {
    var document = Tree.builder().put("software", Tree.builder().put("name", name).build()).build();
    var read = NodeInfo.Software.from(document).orElseThrow();
    assertThat(name).startsWith(read.name());
    assertThat(read.name().codePoints().count()).isLessThanOrEqualTo(100);
  }
}
