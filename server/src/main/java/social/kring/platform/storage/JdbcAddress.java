package social.kring.platform.storage;

import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The same database, as JDBC names it: for migrations and backups. */
public final class JdbcAddress {
  private JdbcAddress() {}

  public static String of(PgConnectOptions address) {
    var ssl = address.getSslMode() == SslMode.DISABLE ? "" : "&sslmode=" + mode(address);
    return "jdbc:postgresql://%s:%d/%s?ApplicationName=kring%s"
        .formatted(
            address.getHost(),
            address.getPort(),
            URLEncoder.encode(address.getDatabase(), StandardCharsets.UTF_8),
            ssl);
  }

  private static String mode(PgConnectOptions address) {
    return address.getSslMode().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
