package social.kring.protocol.discovery;

import java.util.List;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.Origin;

/** Where a host answers WebFinger (RFC 6415). */
public record HostMeta(Origin origin) {
  public static final String XML_MEDIA_TYPE = "application/xrd+xml; charset=utf-8";
  public static final String JSON_MEDIA_TYPE = "application/jrd+json; charset=utf-8";

  /** As XRD; nothing in an origin needs escaping. */
  public String toXml() {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">
          <Link rel="lrdd" template="%s"/>
        </XRD>
        """
        .formatted(template());
  }

  /** As JRD (RFC 6415 appendix A). */
  public Tree toTree() {
    return Tree.builder()
        .put(
            "links", List.of(Tree.builder().put("rel", "lrdd").put("template", template()).build()))
        .build();
  }

  private String template() {
    return origin.text() + "/.well-known/webfinger?resource={uri}";
  }
}
