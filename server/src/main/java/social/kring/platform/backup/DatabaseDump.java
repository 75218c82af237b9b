package social.kring.platform.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import social.kring.protocol.json.Tree;

/** Writes all rows as they are at one moment, while the node goes on. */
final class DatabaseDump {
  static final String SHAPE = "database.json";

  private final Connection connection;
  private final BackupWriter backup;

  DatabaseDump(Connection connection, BackupWriter backup) {
    this.connection = connection;
    this.backup = backup;
  }

  static String entry(TableShape table) {
    return "tables/" + table.name() + ".copy";
  }

  /**
   * @return the newest migration that the tables have
   */
  String write() throws SQLException, IOException {
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    var catalog = new Catalog(connection);
    var tables = catalog.tables();
    for (var table : tables) writeRows(table);
    backup.document(
        SHAPE,
        Tree.builder()
            .put("tables", tables.stream().map(TableShape::document).toList())
            .put("sequences", catalog.sequences().stream().map(SequenceState::document).toList())
            .build());
    var migration = catalog.newestMigration();
    connection.commit();
    return migration;
  }

  private void writeRows(TableShape table) throws SQLException, IOException {
    var stream = backup.begin(entry(table));
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut(
            "COPY (SELECT %s FROM %s) TO STDOUT".formatted(table.columnList(), table.name()),
            stream);
    backup.end();
  }
}
