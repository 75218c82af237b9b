package social.kring.community.notifications;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import social.kring.platform.storage.Queries;

/**
 * What owners chose. Holds for what happens from then on. The table {@code notification_policy}.
 */
public final class NotificationPolicies {

  NotificationPolicies() {}

  public NotificationPolicy of(Queries queries, long owner) {
    return queries
        .one(
            """
            SELECT for_not_following, for_not_followers, for_new_accounts, for_private_mentions,
                   for_limited_accounts
              FROM notification_policy
             WHERE owner_id = $1
            """,
            Tuple.of(owner),
            NotificationPolicies::from)
        .orElse(NotificationPolicy.USUAL);
  }

  public void choose(Queries queries, long owner, NotificationPolicy policy) {
    queries.execute(
        """
        INSERT INTO notification_policy
          (owner_id, for_not_following, for_not_followers, for_new_accounts, for_private_mentions,
           for_limited_accounts)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (owner_id) DO UPDATE
           SET for_not_following = EXCLUDED.for_not_following,
               for_not_followers = EXCLUDED.for_not_followers,
               for_new_accounts = EXCLUDED.for_new_accounts,
               for_private_mentions = EXCLUDED.for_private_mentions,
               for_limited_accounts = EXCLUDED.for_limited_accounts
        """,
        Tuple.of(
            owner,
            policy.notFollowing().text(),
            policy.notFollowers().text(),
            policy.newAccounts().text(),
            policy.privateMentions().text(),
            policy.limitedAccounts().text()));
  }

  void delete(Queries queries, long owner) {
    queries.execute("DELETE FROM notification_policy WHERE owner_id = $1", Tuple.of(owner));
  }

  private static NotificationPolicy from(Row row) {
    return new NotificationPolicy(
        treatment(row, "for_not_following"),
        treatment(row, "for_not_followers"),
        treatment(row, "for_new_accounts"),
        treatment(row, "for_private_mentions"),
        treatment(row, "for_limited_accounts"));
  }

  private static Treatment treatment(Row row, String column) {
    return Treatment.named(row.getString(column)).orElseThrow();
  }
}
