package social.kring.federation.remote;

import java.util.Optional;
import java.util.regex.Pattern;
import social.kring.federation.peers.HostPolicies;
import social.kring.platform.http.PeerClient;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

/** Pages of the web, fetched as carefully as documents, but unsigned: they are there for all. */
public final class WebPages {
  private static final String PLAIN = "http://";
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([\\w.:+-]{1,40})", Pattern.CASE_INSENSITIVE);

  private final Redirects redirects;
  private final PeerClient client;

  /**
   * @param client takes the beginning of what is too large
   */
  public WebPages(PeerClient client, HostPolicies policies) {
    this.redirects = new Redirects(client, policies);
    this.client = client;
  }

  /**
   * @throws Problem as {@link RemoteDocuments#fetch}; UPSTREAM where it is no HTML
   */
  public WebPage fetch(FediUrl url) {
    var landing =
        redirects.follow(
            secured(url),
            request -> request.with("Accept", MediaTypes.ACCEPT_HTML),
            client.deadline());
    var response = Statuses.expectDocument(landing);
    var type = response.header("Content-Type").orElse("");
    if (!MediaTypes.isHtml(type)) {
      throw Problem.upstream(
          landing.url().text() + " is no page: it is of the type \"" + type + "\"");
    }
    return new WebPage(landing.url(), charset(type), response.body());
  }

  /** What is linked to by plain http is nearly always there by https too, and else not asked. */
  static FediUrl secured(FediUrl url) {
    var origin = url.origin();
    return origin.scheme().equals("http") && origin.port() == 80 && !origin.isThisMachine()
        ? FediUrl.parse("https://" + url.text().substring(PLAIN.length()))
        : url;
  }

  private static Optional<String> charset(String type) {
    var found = CHARSET.matcher(type);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
