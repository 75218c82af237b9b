package social.kring.community.notifications;

/**
 * What its owner may see now: nothing by those who are blocked, muted or gone, nothing about posts
 * that are hidden or deleted, and of what concerns the node only who looks after it. Subqueries of
 * each row, never joins, so that the index is walked down until the page is full.
 */
final class ShownNotifications {
  /** The owner, the types, by whom, and whether also what is held back. */
  static final int PARAMETERS = 4;

  private static final String SHOWN =
      """
      FROM notification AS %1$s
      WHERE %1$s.owner_id = $1
        AND %1$s.type = ANY ($2)
        AND ($3::bigint IS NULL OR %1$s.actor_id = $3)
        AND ($4::boolean OR NOT %1$s.filtered)
        AND (SELECT NOT EXISTS (SELECT FROM hidden_from AS h
                                 WHERE h.viewer_id = $1 AND h.hidden_id = %1$s.actor_id)
                AND NOT EXISTS (SELECT FROM muted_by AS m
                                 WHERE m.viewer_id = $1 AND m.muted_id = %1$s.actor_id
                                   AND m.hides_notifications)
                AND NOT EXISTS (SELECT FROM actor_withheld AS w
                                 WHERE w.actor_id = %1$s.actor_id))
        AND (%1$s.post_id = 0
             OR (SELECT true FROM post_visible_to($1) AS p WHERE p.id = %1$s.post_id))
        AND (%1$s.type NOT LIKE 'admin.%%'
             OR EXISTS (SELECT FROM account_staff AS s WHERE s.actor_id = $1))
      """;

  private ShownNotifications() {}

  static String as(String alias) {
    return SHOWN.formatted(alias);
  }
}
