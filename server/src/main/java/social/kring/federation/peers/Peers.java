package social.kring.federation.peers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.discovery.NodeInfo;
import social.kring.protocol.url.Origin;

/** The hosts that this node deals with, or does not. */
public final class Peers implements HostPolicies {
  private final PeerTable table = new PeerTable();
  private final CachedPolicies policies;
  private final BackOff backOff;
  private final Clock clock;

  /** Reads the decisions about hosts. */
  public Peers(Database database, Clock clock, RandomGenerator random) {
    this.policies = new CachedPolicies(table, database, clock);
    this.backOff = new BackOff(random);
    this.clock = clock;
  }

  /** Also what was decided about the hosts above. Answered from memory, at most seconds old. */
  @Override
  public PeerPolicy policy(String authority) {
    return policies.policy(authority);
  }

  /**
   * Decides about a host and all below it.
   *
   * @param host with a port only where the decision is about that port alone; a leading {@code *.}
   *     is understood
   * @param policy NONE takes back what was decided
   * @throws Problem MALFORMED, naming the host
   */
  public void decide(Transaction tx, String host, PeerPolicy policy, String reason) {
    var authority = Origin.ofAuthority(host.strip().replaceFirst("^\\*\\.", "")).authority();
    table.decide(tx, new PolicyEntry(authority, policy, reason, clock.instant()));
    tx.afterCommit(policies::reload);
  }

  /** All decisions, in the order of hosts. */
  public List<PolicyEntry> decisions(Queries queries) {
    return table.policies(queries);
  }

  public Optional<Peer> find(Queries queries, String authority) {
    return table.byHost(queries, lower(authority));
  }

  /** The hosts that this node has met and deals with, in the order of their names. */
  public List<String> known(Queries queries) {
    return table.known(queries);
  }

  /** How many hosts this node has met. */
  public long count(Queries queries) {
    return table.count(queries);
  }

  /** Remembers a host that was met. */
  public void saw(Queries queries, String authority) {
    table.see(queries, lower(authority), clock.instant());
  }

  /** The host did what it was asked. Cheap to repeat. */
  public void succeeded(Queries queries, String authority) {
    succeeded(queries, List.of(authority));
  }

  /** As above, for several hosts, each once. */
  public void succeeded(Queries queries, Collection<String> authorities) {
    table.succeed(queries, authorities.stream().map(Peers::lower).toList(), clock.instant());
  }

  /**
   * The hosts could not be reached or could not answer; they are left alone for a while.
   *
   * @param retryAfter what each host itself asked for
   * @return until when
   */
  public Map<String, Instant> failed(Queries queries, Map<String, Optional<Duration>> retryAfter) {
    var before = table.failures(queries, retryAfter.keySet().stream().map(Peers::lower).toList());
    var now = clock.instant();
    var until = new TreeMap<String, Instant>();
    var failures = new ArrayList<PeerTable.Failure>();
    new TreeMap<>(retryAfter)
        .forEach(
            (authority, asked) -> {
              var times = before.getOrDefault(lower(authority), 0);
              until.put(authority, now.plus(backOff.after(times + 1, asked)));
              failures.add(new PeerTable.Failure(lower(authority), times, until.get(authority)));
            });
    table.fail(queries, failures, now);
    return until;
  }

  /** The host spoke to us, so it is worth a try at once. */
  public void heardFrom(Queries queries, String authority) {
    table.release(queries, lower(authority), clock.instant());
  }

  /** At the start of a process: whoever was down may be up by now. */
  public void tryAllAgain(Queries queries) {
    table.releaseAll(queries, clock.instant());
  }

  /** The host has shown which signatures it understands, or does not. */
  public void speaks(Queries queries, String authority, SignatureDialect dialect) {
    table.speak(queries, lower(authority), dialect, clock.instant());
  }

  /** The host's NodeInfo was read. */
  public void runs(Queries queries, String authority, NodeInfo.Software software) {
    table.run(queries, lower(authority), software, clock.instant());
  }

  private static String lower(String authority) {
    return authority.toLowerCase(Locale.ROOT);
  }
}
