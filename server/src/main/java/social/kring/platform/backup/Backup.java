package social.kring.platform.backup;

import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import social.kring.platform.storage.JdbcAddress;
import social.kring.platform.storage.Migrations;
import social.kring.protocol.Problem;

/** Makes backups of a node that may be running, and brings them back. */
public final class Backup {
  private static final String LABEL = "backup.json";

  private Backup() {}

  /**
   * Writes all rows and files. Rows come first: a file is always written before the row that names
   * it.
   *
   * @param files the folder whose files belong to it; it may be missing
   * @param domain the node's own
   * @throws Problem INTERNAL where it cannot be written, and then there is none
   */
  public static void write(
      PgConnectOptions address, Path files, String domain, Instant now, Path place) {
    write(address, Optional.of(files), domain, now, place);
  }

  /** Writes all rows, and leaves the files where they are. */
  public static void writeDatabase(
      PgConnectOptions address, String domain, Instant now, Path place) {
    write(address, Optional.empty(), domain, now, place);
  }

  private static void write(
      PgConnectOptions address, Optional<Path> files, String domain, Instant now, Path place) {
    try (var backup = new BackupWriter(place);
        var connection = connect(address)) {
      var migration = new DatabaseDump(connection, backup).write();
      if (files.isPresent()) new FileTree(files.get()).write(backup);
      backup.document(LABEL, new BackupLabel(migration, domain, now).document());
      backup.finish();
    } catch (IOException | SQLException failure) {
      throw failed("The backup " + place + " cannot be written", failure);
    }
  }

  /**
   * What a file is a backup of.
   *
   * @throws Problem INVALID where it is none
   */
  public static BackupLabel label(Path place) {
    try (var backup = new BackupReader(place)) {
      return BackupLabel.from(backup.document(LABEL));
    } catch (IOException failure) {
      throw failed("The backup " + place + " cannot be read", failure);
    }
  }

  /**
   * Brings everything back.
   *
   * @param address of a database without tables
   * @param files an empty folder
   */
  public static void restore(Path place, PgConnectOptions address, Path files) {
    Migrations.bundled().migrateTo(address, label(place).migration());
    try (var backup = new BackupReader(place);
        var connection = connect(address)) {
      new DatabaseLoad(connection, backup).read();
      new FileTree(files).read(backup);
    } catch (IOException | SQLException failure) {
      throw failed("The backup " + place + " cannot be restored", failure);
    }
  }

  private static Connection connect(PgConnectOptions address) throws SQLException {
    return DriverManager.getConnection(
        JdbcAddress.of(address), address.getUser(), address.getPassword());
  }

  private static Problem failed(String what, Exception failure) {
    return new Problem(Problem.Kind.INTERNAL, what + ": " + failure.getMessage(), failure);
  }
}
