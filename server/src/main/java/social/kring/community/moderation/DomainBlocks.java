package social.kring.community.moderation;

import java.util.List;
import social.kring.federation.peers.PeerPolicy;
import social.kring.federation.peers.Peers;
import social.kring.federation.peers.PolicyEntry;
import social.kring.platform.domains.Domains;
import social.kring.platform.events.Events;
import social.kring.platform.events.Happening;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.Origin;

/** Hosts that this node does not deal with: nothing is taken, fetched, sent or shown. */
public final class DomainBlocks {
  /** Events about hosts have no row of their own. */
  private static final long NOBODY = 0;

  private final Peers peers;
  private final Domains domains;
  private final HostSuspensions suspensions;
  private final HostPurge purge;
  private final Events events;

  DomainBlocks(
      Peers peers, Domains domains, HostSuspensions suspensions, HostPurge purge, Events events) {
    this.peers = peers;
    this.domains = domains;
    this.suspensions = suspensions;
    this.purge = purge;
    this.events = events;
  }

  /**
   * Blocks a host and all below it.
   *
   * @throws Problem MALFORMED naming what is no host, INVALID for one of our own
   */
  public void block(Transaction tx, String host, String reason) {
    var authority = Origin.ofAuthority(host.strip()).authority();
    if (domains.byAuthority(authority).isPresent()) {
      throw Problem.invalid(authority + " is served by this very node");
    }
    decide(tx, authority, PeerPolicy.SUSPENDED, reason);
  }

  /**
   * @throws Problem MALFORMED naming what is no host, NOT_FOUND where it is not blocked
   */
  public void unblock(Transaction tx, String host) {
    var authority = Origin.ofAuthority(host.strip()).authority();
    if (list(tx).stream().noneMatch(entry -> entry.host().equals(authority))) {
      throw Problem.notFound(authority + " is not blocked");
    }
    decide(tx, authority, PeerPolicy.NONE, "");
  }

  /**
   * Clears away all that came from a host and all below it, for good.
   *
   * @throws Problem MALFORMED naming what is no host, CONFLICT where neither it nor one above it is
   *     blocked
   */
  public void purge(Transaction tx, String host) {
    var authority = Origin.ofAuthority(host.strip()).authority();
    if (list(tx).stream().noneMatch(entry -> entry.covers(authority))) {
      throw Problem.conflict(authority + " is not blocked; block it first, or more will come");
    }
    purge.schedule(tx, authority);
  }

  /** In the order of their names. */
  public List<PolicyEntry> list(Queries queries) {
    return peers.decisions(queries).stream()
        .filter(entry -> entry.policy() == PeerPolicy.SUSPENDED)
        .toList();
  }

  private void decide(Transaction tx, String host, PeerPolicy policy, String reason) {
    peers.decide(tx, host, policy, reason);
    suspensions.schedule(tx);
    var kind = policy == PeerPolicy.SUSPENDED ? "host.blocked" : "host.unblocked";
    events.record(tx, Happening.here(kind, NOBODY, Tree.builder().put("host", host).build()));
  }
}
