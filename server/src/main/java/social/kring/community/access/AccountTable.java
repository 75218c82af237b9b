package social.kring.community.access;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import social.kring.community.access.Account.Standing;
import social.kring.community.access.Admission.Which;
import social.kring.community.access.MailLinks.Purpose;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code account}. */
final class AccountTable {
  private static final String SELECT =
      """
      SELECT actor_id, email, password_hash, role,
             created_at, confirmed_at, approved_at, suspended_at
        FROM account
      """;

  /** An account with what proves a password. */
  record Credentials(Account account, String passwordHash) {}

  /**
   * @return whether the e-mail address was free
   */
  boolean insert(Transaction tx, Credentials credentials) {
    var account = credentials.account();
    hold(tx, account.email());
    return tx.execute(
            """
            INSERT INTO account (actor_id, email, password_hash, role,
                                 created_at, confirmed_at, approved_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (lower(email)) DO NOTHING
            """,
            Tuple.of(account.actor(), account.email())
                .addString(credentials.passwordHash())
                .addString(account.role().text())
                .addOffsetDateTime(utc(account.standing().createdAt()))
                .addOffsetDateTime(
                    account.standing().confirmedAt().map(AccountTable::utc).orElse(null))
                .addOffsetDateTime(
                    account.standing().approvedAt().map(AccountTable::utc).orElse(null)))
        > 0;
  }

  Optional<Credentials> byActor(Queries queries, long actor) {
    return queries.one(SELECT + "WHERE actor_id = $1", Tuple.of(actor), AccountTable::from);
  }

  List<Account> byActors(Queries queries, Collection<Long> actors) {
    return queries.list(
        SELECT + "WHERE actor_id = ANY ($1)",
        Tuple.tuple().addArrayOfLong(actors.toArray(Long[]::new)),
        row -> from(row).account());
  }

  Optional<Credentials> byEmail(Queries queries, String email) {
    return queries.one(
        SELECT + "WHERE lower(email) = lower($1)", Tuple.of(email), AccountTable::from);
  }

  /** The newest first, without those who are deleted. */
  List<Credentials> page(Queries queries, Which which, long before, int limit) {
    var condition =
        switch (which) {
          case ALL -> "";
          case WAITING -> "AND (approved_at IS NULL OR confirmed_at IS NULL) ";
          case ACTIVE ->
              "AND approved_at IS NOT NULL AND confirmed_at IS NOT NULL AND suspended_at IS NULL ";
          case DISABLED -> "AND suspended_at IS NOT NULL ";
        };
    return queries.list(
        SELECT
            + "WHERE actor_id < $1 AND password_hash <> '' "
            + condition
            + "ORDER BY actor_id DESC LIMIT $2",
        Tuple.of(before, limit),
        AccountTable::from);
  }

  /** The address that waits for its owner to open a link, if one does. */
  Optional<String> unconfirmed(Queries queries, long actor) {
    return queries.one(
        """
        SELECT coalesce(unconfirmed_email, email) AS email
          FROM account
         WHERE actor_id = $1 AND (confirmed_at IS NULL OR unconfirmed_email IS NOT NULL)
        """,
        Tuple.of(actor),
        row -> row.getString("email"));
  }

  void wantEmail(Transaction tx, long actor, String email) {
    tx.execute(
        "UPDATE account SET unconfirmed_email = $2 WHERE actor_id = $1", Tuple.of(actor, email));
  }

  /**
   * Of an account that nobody has used yet.
   *
   * @return whether the e-mail address was free
   */
  boolean correctEmail(Transaction tx, long actor, String email) {
    hold(tx, email);
    return tx.execute(
            """
            UPDATE account
               SET email = $2
             WHERE actor_id = $1 AND confirmed_at IS NULL
               AND NOT EXISTS (SELECT FROM account
                                WHERE lower(email) = lower($2) AND actor_id <> $1)
            """,
            Tuple.of(actor, email))
        > 0;
  }

  /**
   * @return whether the e-mail address was free
   */
  boolean confirm(Transaction tx, long actor, String email, Instant at) {
    hold(tx, email);
    return tx.execute(
            """
            UPDATE account
               SET email = $2, unconfirmed_email = NULL, confirmed_at = coalesce(confirmed_at, $3)
             WHERE actor_id = $1
               AND NOT EXISTS (SELECT FROM account
                                WHERE lower(email) = lower($2) AND actor_id <> $1)
            """,
            Tuple.of(actor, email, utc(at)))
        > 0;
  }

  /**
   * Until the transaction ends, so that of two who want one address at once the second sees that it
   * is taken.
   */
  private static void hold(Transaction tx, String email) {
    tx.one("SELECT 1 FROM pg_advisory_xact_lock(hashtext(lower($1)))", Tuple.of(email), row -> row);
  }

  /** Holds an account that waits to be approved until the transaction ends. */
  boolean lockWaiting(Transaction tx, long actor) {
    return tx.one(
            "SELECT FROM account WHERE actor_id = $1 AND approved_at IS NULL FOR UPDATE",
            Tuple.of(actor),
            row -> true)
        .isPresent();
  }

  /**
   * Those who never opened their link and have none left that they could open, the oldest first,
   * held until the transaction ends. Whoever is deleted keeps her name for ever.
   */
  List<Long> neverConfirmed(Transaction tx, Instant before, int most) {
    return tx.list(
        """
        SELECT actor_id
          FROM account AS a
         WHERE confirmed_at IS NULL AND created_at < $1 AND password_hash <> ''
           AND NOT EXISTS (SELECT FROM mail_link AS l
                            WHERE l.actor_id = a.actor_id AND l.purpose = $3)
         ORDER BY actor_id
         LIMIT $2
           FOR UPDATE SKIP LOCKED
        """,
        Tuple.of(utc(before), most, Purpose.CONFIRM.text()),
        row -> row.getLong("actor_id"));
  }

  /** Of somebody who was never let in, with all that hangs on it. */
  void delete(Transaction tx, long actor) {
    for (var table : List.of("access_token", "browser_session", "oauth_code", "account")) {
      tx.execute("DELETE FROM " + table + " WHERE actor_id = $1", Tuple.of(actor));
    }
  }

  /**
   * Ends what was begun with the old one as well: whoever knew that may have asked for another
   * address, a link or a code. A link that confirms the address of a sign-up stays good.
   */
  void setPassword(Transaction tx, long actor, String passwordHash) {
    tx.execute(
        "UPDATE account SET password_hash = $2, unconfirmed_email = NULL WHERE actor_id = $1",
        Tuple.of(actor, passwordHash));
    tx.execute(
        "DELETE FROM mail_link WHERE actor_id = $1 AND purpose = $2",
        Tuple.of(actor, Purpose.RESET.text()));
    tx.execute("DELETE FROM oauth_code WHERE actor_id = $1 AND used_at IS NULL", Tuple.of(actor));
  }

  boolean setRole(Transaction tx, long actor, Role role) {
    return tx.execute(
            "UPDATE account SET role = $2 WHERE actor_id = $1", Tuple.of(actor, role.text()))
        > 0;
  }

  boolean approve(Transaction tx, long actor, Instant at) {
    return tx.execute(
            "UPDATE account SET approved_at = $2 WHERE actor_id = $1 AND approved_at IS NULL",
            Tuple.of(actor, utc(at)))
        > 0;
  }

  boolean suspend(Transaction tx, long actor, Instant at) {
    return tx.execute(
            "UPDATE account SET suspended_at = $2 WHERE actor_id = $1 AND suspended_at IS NULL",
            Tuple.of(actor, utc(at)))
        > 0;
  }

  boolean unsuspend(Transaction tx, long actor) {
    return tx.execute(
            """
            UPDATE account SET suspended_at = NULL
             WHERE actor_id = $1 AND suspended_at IS NOT NULL
            """,
            Tuple.of(actor))
        > 0;
  }

  /** Leaves nothing by which anybody could sign in or be written to. */
  void erase(Transaction tx, long actor, Instant at) {
    for (var table : List.of("sign_up", "mail_link")) {
      tx.execute("DELETE FROM " + table + " WHERE actor_id = $1", Tuple.of(actor));
    }
    tx.execute(
        """
        UPDATE account
           SET email = 'deleted-' || actor_id || '@invalid', unconfirmed_email = NULL,
               password_hash = '', role = 'member',
               suspended_at = coalesce(suspended_at, $2)
         WHERE actor_id = $1
        """,
        Tuple.of(actor, utc(at)));
  }

  long count(Queries queries) {
    return queries
        .one(
            """
            SELECT count(*) AS n
              FROM account
             WHERE suspended_at IS NULL AND approved_at IS NOT NULL AND confirmed_at IS NOT NULL
            """,
            row -> row.getLong("n"))
        .orElseThrow();
  }

  /** Whoever has used an app or a browser since then. */
  long countActive(Queries queries, Instant since) {
    return queries
        .one(
            """
            SELECT count(*) AS n
              FROM account AS a
             WHERE suspended_at IS NULL
               AND (EXISTS (SELECT FROM access_token AS t
                             WHERE t.actor_id = a.actor_id AND t.last_used_at > $1)
                    OR EXISTS (SELECT FROM browser_session AS s
                                WHERE s.actor_id = a.actor_id AND s.last_used_at > $1))
            """,
            Tuple.of(utc(since)),
            row -> row.getLong("n"))
        .orElseThrow();
  }

  private static Credentials from(Row row) {
    return new Credentials(account(row, "created_at"), row.getString("password_hash"));
  }

  /** Also for whoever joins it, who may have another {@code created_at}. */
  static Account account(Row row, String createdAt) {
    var standing =
        new Standing(
            row.getOffsetDateTime(createdAt).toInstant(),
            time(row, "confirmed_at"),
            time(row, "approved_at"),
            time(row, "suspended_at"));
    var role = Role.tryParse(row.getString("role")).orElseThrow();
    return new Account(row.getLong("actor_id"), row.getString("email"), role, standing);
  }

  private static Optional<Instant> time(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
