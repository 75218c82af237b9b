package social.kring.federation.remote;

import java.util.Optional;
import social.kring.federation.peers.HostPolicies;
import social.kring.platform.http.Deadline;
import social.kring.platform.http.PeerClient;
import social.kring.protocol.Problem;
import social.kring.protocol.discovery.NodeInfo;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;
import social.kring.protocol.url.Origin;

/** Asks a host what software it runs (NodeInfo 2.1 §3). */
public final class PeerSoftware {
  private final Redirects redirects;
  private final PeerClient client;

  public PeerSoftware(PeerClient client, HostPolicies policies) {
    this.redirects = new Redirects(client, policies);
    this.client = client;
  }

  /**
   * @param authority host, with its port where that is not the usual one
   * @return empty where the host does not say
   * @throws Problem as {@link RemoteDocuments#fetch}
   */
  public Optional<NodeInfo.Software> ask(String authority) {
    var origin = Origin.ofAuthority(authority);
    var deadline = client.deadline();
    return NodeInfo.linkIn(read(FediUrl.parse(origin.text() + "/.well-known/nodeinfo"), deadline))
        .filter(link -> link.origin().equals(origin))
        .flatMap(link -> NodeInfo.Software.from(read(link, deadline)));
  }

  private Tree read(FediUrl url, Deadline deadline) {
    return redirects
        .follow(url, request -> request.with("Accept", MediaTypes.ACCEPT_JSON), deadline)
        .document(MediaTypes::isJson, document -> document);
  }
}
