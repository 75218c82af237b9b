package social.kring.community.relationships;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;

/** Whole hosts that a person does not want to see. Nobody else learns of it. */
public final class DomainMutes {
  private static final Pattern HOST = Pattern.compile("[a-z0-9._-]{1,253}(:[0-9]{1,5})?");

  private final DomainMuteTable table;
  private final HostParting parting;
  private final Clock clock;

  DomainMutes(DomainMuteTable table, HostParting parting, Clock clock) {
    this.table = table;
    this.parting = parting;
    this.clock = clock;
  }

  /**
   * Hides a host. Follows to and from there end soon after.
   *
   * @throws Problem INVALID for what cannot be a host
   */
  public void mute(Transaction tx, long owner, String host) {
    table.insert(tx, owner, normal(host), clock.instant());
    parting.schedule(tx, owner, normal(host));
  }

  public void unmute(Transaction tx, long owner, String host) {
    table.delete(tx, owner, normal(host));
  }

  /** In the order of their names, after {@code last}; empty text for the first page. */
  public List<String> of(Queries queries, long owner, String last, int limit) {
    return table.of(queries, owner, last, limit);
  }

  private static String normal(String host) {
    var lower = host.strip().toLowerCase(Locale.ROOT);
    if (!HOST.matcher(lower).matches()) {
      throw Problem.invalid("\"" + host + "\" is not a host");
    }
    return lower;
  }
}
