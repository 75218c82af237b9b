package social.kring.protocol.signature;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import social.kring.protocol.signature.StructuredField.BareItem;
import social.kring.protocol.url.FediUrl;

/** Signs requests by RFC 9421. */
public final class MessageSigner {
  private static final String LABEL = "sig1";
  private static final List<String> ALWAYS = List.of("@method", "@target-uri");
  private static final List<String> WITH_BODY = List.of("@method", "@target-uri", "content-digest");

  private MessageSigner() {}

  /**
   * The headers to add.
   *
   * @param body empty where there is none
   */
  public static Map<String, String> sign(
      String method, FediUrl target, byte[] body, SigningKey key, Instant now) {
    var headers = new LinkedHashMap<String, String>();
    var withBody = BodyDigest.isNeeded(method, body);
    if (withBody) headers.put("Content-Digest", BodyDigest.contentDigest(body));
    var input = MessageText.input(withBody ? WITH_BODY : ALWAYS, parameters(key, now));
    var digest = Optional.ofNullable(headers.get("Content-Digest"));
    var signature = key.sign(new MessageText(method, target, name -> digest).of(input));
    headers.put("Signature-Input", LABEL + "=" + input.text());
    headers.put("Signature", LABEL + "=" + new BareItem.Octets(signature).text());
    return headers;
  }

  private static Map<String, BareItem> parameters(SigningKey key, Instant now) {
    var parameters = new LinkedHashMap<String, BareItem>();
    parameters.put("created", new BareItem.Whole(now.getEpochSecond()));
    parameters.put("keyid", new BareItem.Text(key.id().text()));
    parameters.put("alg", new BareItem.Text(key.algorithm().registeredName()));
    return parameters;
  }
}
