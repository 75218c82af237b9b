package social.kring.node;

import io.vertx.pgclient.PgConnectOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import social.kring.community.access.Access;
import social.kring.platform.domains.Domain;
import social.kring.platform.http.PrivatePeers;
import social.kring.platform.mail.SmtpServer;
import social.kring.platform.objects.Bucket;
import social.kring.protocol.url.Cidr;

/**
 * How an operator wants the node, checked.
 *
 * @param domain the node's own, as peers see it
 * @param privatePeers which peers may be reached at addresses that are not public
 * @param previews whether pages that posts link to are looked at
 * @param mail the server that takes the node's mail; empty: it sends none
 */
public record Settings(
    Domain domain,
    Listening listening,
    Storage storage,
    List<Cidr> trustedProxies,
    PrivatePeers privatePeers,
    Access.Rules access,
    boolean previews,
    LogFormat log,
    Optional<SmtpServer> mail) {

  public Settings {
    trustedProxies = List.copyOf(trustedProxies);
  }

  /**
   * Where the node is heard.
   *
   * @param operations where metrics are served, if anywhere
   */
  public record Listening(ListenAddress main, Optional<ListenAddress> operations) {}

  /**
   * Where uploads are kept, and what is kept for a while of pictures that lie elsewhere.
   *
   * @param cacheMebibytes how much
   * @param cacheDays how long
   * @param bucket where uploads are kept; empty: in the data directory
   */
  public record Media(int cacheMebibytes, int cacheDays, Optional<Bucket> bucket) {
    public static final Media USUAL = new Media(1_024, 7, Optional.empty());
  }

  /**
   * Where everything is kept.
   *
   * @param database empty: a PostgreSQL of the node's own in the data directory
   * @param durable whether PostgreSQL must promise to keep what it acknowledged; off only in tests
   */
  public record Storage(
      Path dataDirectory, Optional<PgConnectOptions> database, boolean durable, Media media) {

    public Storage(Path dataDirectory, Optional<PgConnectOptions> database, boolean durable) {
      this(dataDirectory, database, durable, Media.USUAL);
    }

    /** Leaves out the password, wherever records end up in a log. */
    @Override
    public String toString() {
      return "Storage[" + dataDirectory + (database.isPresent() ? ", external database]" : "]");
    }
  }
}
