package social.kring.platform.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Brings the rows of a backup into tables that migrations have made, all or none. References
 * between tables are taken away and made again, which checks them all at once, whatever the order.
 */
final class DatabaseLoad {
  private final Connection connection;
  private final BackupReader backup;

  DatabaseLoad(Connection connection, BackupReader backup) {
    this.connection = connection;
    this.backup = backup;
  }

  void read() throws SQLException, IOException {
    connection.setAutoCommit(false);
    var shape = backup.document(DatabaseDump.SHAPE);
    var tables = shape.objects("tables").stream().map(TableShape::from).toList();
    var keys = new Catalog(connection).foreignKeys();
    for (var key : keys)
      execute("ALTER TABLE %s DROP CONSTRAINT %s".formatted(key.table(), key.name()));
    empty(tables);
    for (var table : tables) readRows(table);
    for (var key : keys) {
      execute(
          "ALTER TABLE %s ADD CONSTRAINT %s %s"
              .formatted(key.table(), key.name(), key.definition()));
    }
    for (var sequence : shape.objects("sequences")) restore(SequenceState.from(sequence));
    connection.commit();
    connection.setAutoCommit(true);
    execute("ANALYZE");
  }

  /** Migrations write first rows of their own. */
  private void empty(List<TableShape> tables) throws SQLException {
    if (tables.isEmpty()) return;
    execute("TRUNCATE " + tables.stream().map(TableShape::name).collect(Collectors.joining(", ")));
  }

  private void readRows(TableShape table) throws SQLException, IOException {
    for (var part : table.partitions()) {
      execute(
          "CREATE TABLE IF NOT EXISTS %s PARTITION OF %s %s"
              .formatted(part.name(), table.name(), part.bound()));
    }
    execute("ALTER TABLE %s DISABLE TRIGGER USER".formatted(table.name()));
    try (var rows = backup.open(DatabaseDump.entry(table))) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY %s (%s) FROM STDIN".formatted(table.name(), table.columnList()), rows);
    }
    execute("ALTER TABLE %s ENABLE TRIGGER USER".formatted(table.name()));
  }

  private void restore(SequenceState sequence) throws SQLException {
    try (var statement = connection.prepareStatement("SELECT setval(?::regclass, ?)")) {
      statement.setString(1, sequence.name());
      statement.setLong(2, sequence.last());
      statement.execute();
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
