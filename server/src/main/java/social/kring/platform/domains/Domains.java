package social.kring.platform.domains;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.url.FediUrl;

/**
 * Which domains this node serves. Every request asks, so answers come from memory; {@link #reload}
 * brings in what other processes changed.
 */
public final class Domains {
  private final Domain primary;
  private final DomainTable table;
  private final AtomicReference<Map<String, Domain>> served;

  private Domains(Domain primary, DomainTable table, Map<String, Domain> served) {
    this.primary = primary;
    this.table = table;
    this.served = new AtomicReference<>(served);
  }

  /** Reads the table, after making sure that it names the node's own domain. */
  public static Domains open(Database database, Domain primary) {
    var table = new DomainTable();
    database.transaction(
        tx -> {
          table.insert(tx, primary);
          return null;
        });
    return new Domains(primary, table, byAuthority(table.all(database)));
  }

  /** The node's own domain: where its instance actor and the client API live. */
  public Domain primary() {
    return primary;
  }

  /** By the value of {@code Host}, without regard to case. */
  public Optional<Domain> byAuthority(String authority) {
    return Optional.ofNullable(served.get().get(authority.toLowerCase(Locale.ROOT)));
  }

  /** Whether an address lies on this node. */
  public boolean serves(FediUrl url) {
    return byAuthority(url.origin().authority()).isPresent();
  }

  /** In the order of their names. */
  public List<Domain> all() {
    return served.get().values().stream().sorted(DomainTable.BY_NAME).toList();
  }

  /** Serves one more domain, once the transaction has committed. */
  public void add(Transaction tx, Domain domain) {
    table.insert(tx, domain);
    reloadAfter(tx);
  }

  /**
   * Stops serving a domain. Whether anybody lives there is for the caller to know.
   *
   * @return whether it was served
   */
  public boolean remove(Transaction tx, String authority) {
    var removed = table.delete(tx, authority.toLowerCase(Locale.ROOT));
    reloadAfter(tx);
    return removed;
  }

  /** Reads the table anew. */
  public void reload(Queries queries) {
    served.set(byAuthority(table.all(queries)));
  }

  private void reloadAfter(Transaction tx) {
    var after = byAuthority(table.all(tx));
    tx.afterCommit(() -> served.set(after));
  }

  private static Map<String, Domain> byAuthority(List<Domain> domains) {
    return domains.stream()
        .collect(Collectors.toUnmodifiableMap(Domain::authority, Function.identity()));
  }
}
