package social.kring.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import social.kring.protocol.json.JsonLd;
import social.kring.protocol.json.PeerFiles;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** A document as other software writes it, about people and posts that a test has. */
public final class PeerDocument {
  /** Whom and what the documents are about. */
  public static final String PERSON = "https://acme.example/ap/p/7f3a";

  public static final String POST = "https://acme.example/ap/o/9";

  private final String text;
  private final Map<String, String> meant = new LinkedHashMap<>();

  private PeerDocument(String text) {
    this.text = text;
  }

  /**
   * @param name of a document in the test resources, {@code software/document}
   */
  public static PeerDocument of(String name) {
    return new PeerDocument(PeerFiles.text(name + ".json"));
  }

  /** Says this where the document says that; what is said first counts first. */
  public PeerDocument with(String that, FediUrl thisOne) {
    meant.put(that, thisOne.text());
    return this;
  }

  /** As it comes over the wire. */
  public Tree sent() {
    return StrictJson.parse(written());
  }

  /** As it is understood. */
  public Tree read() {
    return JsonLd.compact(sent());
  }

  private String written() {
    var written = text;
    for (var each : meant.entrySet()) written = written.replace(each.getKey(), each.getValue());
    return written;
  }
}
