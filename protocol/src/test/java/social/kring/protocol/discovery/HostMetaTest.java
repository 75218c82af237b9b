package social.kring.protocol.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.url.Origin;

class HostMetaTest {
  private static final HostMeta ACME = new HostMeta(new Origin("https", "acme.example", 8443));
  private static final String TEMPLATE =
      "https://acme.example:8443/.well-known/webfinger?resource={uri}";

  @Test
  void the_xml_form_points_at_webfinger() throws Exception {
    var bytes = ACME.toXml().getBytes(StandardCharsets.UTF_8);
    var factory = DocumentBuilderFactory.newDefaultNSInstance();
    var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    var links =
        document.getElementsByTagNameNS("http://docs.oasis-open.org/ns/xri/xrd-1.0", "Link");
    assertThat(links.getLength()).isOne();
    var link = (Element) links.item(0);
    assertThat(link.getAttribute("rel")).isEqualTo("lrdd");
    assertThat(link.getAttribute("template")).isEqualTo(TEMPLATE);
  }

  @Test
  void the_json_form_says_the_same() {
    assertThat(ACME.toTree())
        .isEqualTo(
            StrictJson.parse(
                "{\"links\": [{\"rel\": \"lrdd\", \"template\": \"" + TEMPLATE + "\"}]}"));
  }
}
