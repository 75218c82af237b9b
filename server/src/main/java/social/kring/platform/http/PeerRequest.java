package social.kring.platform.http;

import java.util.LinkedHashMap;
import java.util.Map;
import social.kring.protocol.url.FediUrl;

/**
 * What is asked of a peer, once; the answer may be a redirect.
 *
 * @param headers besides Host, User-Agent and Content-Length, which the client sets
 * @param body empty for GET
 */
public record PeerRequest(Method method, FediUrl url, Map<String, String> headers, byte[] body) {
  private static final byte[] NOTHING = {};

  /** What is done among peers. */
  public enum Method {
    GET,
    POST
  }

  public PeerRequest {
    headers = Map.copyOf(headers);
  }

  public static PeerRequest get(FediUrl url) {
    return new PeerRequest(Method.GET, url, Map.of(), NOTHING);
  }

  public static PeerRequest post(FediUrl url, byte[] body) {
    return new PeerRequest(Method.POST, url, Map.of(), body);
  }

  public PeerRequest with(String header, String value) {
    return with(Map.of(header, value));
  }

  public PeerRequest with(Map<String, String> added) {
    var all = new LinkedHashMap<>(headers);
    all.putAll(added);
    return new PeerRequest(method, url, all, body);
  }
}
