package social.kring.platform.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What PostgreSQL knows of the tables in the schema where a node keeps its own. */
final class Catalog {
  private final Connection connection;

  Catalog(Connection connection) {
    this.connection = connection;
  }

  private interface Reading<T> {
    T from(ResultSet row) throws SQLException;
  }

  /** Migrations keep their own history; all else is ours. */
  List<TableShape> tables() throws SQLException {
    var tables = new ArrayList<TableShape>();
    for (var name :
        list(
            """
            SELECT quote_ident(relname)
              FROM pg_class
             WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
               AND NOT relispartition AND relname <> 'flyway_schema_history'
             ORDER BY relname
            """,
            row -> row.getString(1))) {
      tables.add(new TableShape(name, columns(name), partitions(name)));
    }
    return tables;
  }

  String newestMigration() throws SQLException {
    return list(
            "SELECT max(version) FROM flyway_schema_history WHERE success", row -> row.getString(1))
        .getFirst();
  }

  private List<String> columns(String table) throws SQLException {
    return list(
        """
        SELECT quote_ident(attname)
          FROM pg_attribute
         WHERE attrelid = '%s'::regclass AND attnum > 0 AND NOT attisdropped
           AND attgenerated = ''
         ORDER BY attnum
        """
            .formatted(literal(table)),
        row -> row.getString(1));
  }

  private List<TableShape.Partition> partitions(String table) throws SQLException {
    return list(
        """
        SELECT quote_ident(part.relname), pg_get_expr(part.relpartbound, part.oid)
          FROM pg_inherits JOIN pg_class part ON part.oid = inhrelid
         WHERE inhparent = '%s'::regclass AND part.relispartition
         ORDER BY part.relname
        """
            .formatted(literal(table)),
        row -> new TableShape.Partition(row.getString(1), row.getString(2)));
  }

  List<SequenceState> sequences() throws SQLException {
    return list(
        """
        SELECT quote_ident(sequencename), last_value
          FROM pg_sequences
         WHERE schemaname = current_schema() AND last_value IS NOT NULL
         ORDER BY sequencename
        """,
        row -> new SequenceState(row.getString(1), row.getLong(2)));
  }

  /**
   * A reference from one table to another.
   *
   * @param definition as {@code ADD CONSTRAINT} takes it
   */
  record ForeignKey(String table, String name, String definition) {}

  /** Those that were declared, without the copies that partitions have of them. */
  List<ForeignKey> foreignKeys() throws SQLException {
    return list(
        """
        SELECT quote_ident(relname), quote_ident(conname), pg_get_constraintdef(con.oid)
          FROM pg_constraint con JOIN pg_class ON pg_class.oid = conrelid
         WHERE connamespace = current_schema()::regnamespace AND contype = 'f'
           AND conparentid = 0
         ORDER BY relname, conname
        """,
        row -> new ForeignKey(row.getString(1), row.getString(2), row.getString(3)));
  }

  private <T> List<T> list(String sql, Reading<T> reading) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var list = new ArrayList<T>();
      while (rows.next()) list.add(reading.from(rows));
      return List.copyOf(list);
    }
  }

  private static String literal(String name) {
    return name.replace("'", "''");
  }
}
