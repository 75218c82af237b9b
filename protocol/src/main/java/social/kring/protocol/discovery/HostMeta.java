package social.kring.protocol.discovery;

import java.util.List;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * Where a host answers WebFinger (RFC 6415).
 *
 * @param webFinger the address that answers, without its query
 */
public record HostMeta(FediUrl webFinger) {

  /** As XRD. An address has neither angle brackets nor ampersands before its query. */
  public String toXml() {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">
          <Link rel="lrdd" template="%s"/>
        </XRD>
        """
        .formatted(template());
  }

  public Tree toTree() {
    return Tree.builder()
        .put(
            "links", List.of(Tree.builder().put("rel", "lrdd").put("template", template()).build()))
        .build();
  }

  private String template() {
    return webFinger.text() + "?resource={uri}";
  }
}
