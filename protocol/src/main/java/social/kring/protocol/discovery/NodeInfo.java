package social.kring.protocol.discovery;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * What a node says about itself (NodeInfo 2.0 and 2.1, FEP-f1d5).
 *
 * @param metadata free-form; others read {@code nodeName} and the like from it
 */
public record NodeInfo(Software software, Usage usage, boolean openRegistrations, Tree metadata) {
  private static final String SCHEMA = "http://nodeinfo.diaspora.software/ns/schema/";

  /** The two versions that peers ask for. */
  public enum Version {
    V2_0("2.0"),
    V2_1("2.1");

    private final String text;

    Version(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }

    public String mediaType() {
      return "application/json; profile=\"" + SCHEMA + text + "#\"; charset=utf-8";
    }
  }

  /** What runs there; the repository is told in 2.1 only. */
  public record Software(String name, String version, Optional<FediUrl> repository) {
    private static final int LONGEST = 100;

    /** What a peer's document, of any version, says; what is too long is cut. */
    public static Optional<Software> from(Tree nodeInfo) {
      return nodeInfo
          .tree("software")
          .flatMap(said -> said.string("name").map(name -> named(name, said)));
    }

    private static Software named(String name, Tree said) {
      return new Software(cut(name), cut(said.string("version").orElse("")), said.id("repository"));
    }

    private static String cut(String text) {
      return text.codePoints()
          .limit(LONGEST)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }
  }

  /** How much the node is used. */
  public record Usage(long users, long activeMonth, long activeHalfyear, long localPosts) {}

  /**
   * Where a peer's document lies, by what its {@code /.well-known/nodeinfo} serves: the newest
   * version that both know.
   */
  public static Optional<FediUrl> linkIn(Tree discovery) {
    return Stream.of(Version.V2_1, Version.V2_0)
        .flatMap(version -> linksTo(version, discovery))
        .findFirst();
  }

  /** The document that {@code /.well-known/nodeinfo} serves. */
  public static Tree discovery(FediUrl v2_0, FediUrl v2_1) {
    return Tree.builder()
        .put("links", List.of(link(Version.V2_0, v2_0), link(Version.V2_1, v2_1)))
        .build();
  }

  public Tree toTree(Version version) {
    var named =
        Tree.builder()
            .put("name", software.name())
            .put("version", software.version())
            .put("repository", version == Version.V2_1 ? software.repository() : Optional.empty())
            .build();
    return Tree.builder()
        .put("version", version.text())
        .put("software", named)
        .put("protocols", List.of("activitypub"))
        .put(
            "services", Tree.builder().put("inbound", List.of()).put("outbound", List.of()).build())
        .put("openRegistrations", openRegistrations)
        .put("usage", usageTree())
        .put("metadata", metadata)
        .build();
  }

  private Tree usageTree() {
    return Tree.builder()
        .put(
            "users",
            Tree.builder()
                .put("total", usage.users())
                .put("activeMonth", usage.activeMonth())
                .put("activeHalfyear", usage.activeHalfyear())
                .build())
        .put("localPosts", usage.localPosts())
        .build();
  }

  private static Stream<FediUrl> linksTo(Version version, Tree discovery) {
    return discovery.objects("links").stream()
        .filter(link -> link.string("rel").filter((SCHEMA + version.text())::equals).isPresent())
        .flatMap(link -> link.id("href").stream());
  }

  private static Tree link(Version version, FediUrl href) {
    return Tree.builder().put("rel", SCHEMA + version.text()).put("href", href).build();
  }
}
