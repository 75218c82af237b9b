package social.kring.community.notifications;

/**
 * Whom to tell of what.
 *
 * @param type what it is called
 * @param recipients SQL that joins {@code party.actor_id}, whom to tell, to a deed {@code e}
 * @param topic what deeds are done to
 */
record Telling(NotificationType type, String recipients, Topic topic) {

  /** What a deed is done to. */
  enum Topic {
    /** To those who are told. */
    PERSON,
    POST,
    REPORT
  }

  static Telling followed(NotificationType type) {
    return new Telling(
        type, "CROSS JOIN LATERAL (SELECT e.done_to AS actor_id) AS party", Topic.PERSON);
  }

  /**
   * @param role as in {@code post_party}
   */
  static Telling party(NotificationType type, String role) {
    return new Telling(
        type,
        "JOIN post_party AS party ON party.post_id = e.done_to AND party.role = '" + role + "'",
        Topic.POST);
  }

  /** Those who look after the node. */
  static Telling staff(NotificationType type, Topic topic) {
    return new Telling(type, "CROSS JOIN account_staff AS party", topic);
  }

  /** Those who asked to be told of each post; an answer to somebody else is none for them. */
  static Telling bell() {
    return new Telling(
        NotificationType.STATUS,
        """
        JOIN (SELECT follower_id AS actor_id, followed_id FROM follow_accepted WHERE notifies)
          AS party ON party.followed_id = e.actor_id
         AND EXISTS (SELECT FROM post_visible_to(party.actor_id) AS p
                      WHERE p.id = e.done_to
                        AND (p.in_reply_to_uri IS NULL OR p.in_reply_to_author_id = p.author_id))
        """,
        Topic.POST);
  }

  /** The end of a poll is told to its author, too; else nobody is told of their own deeds. */
  boolean tellsDoer() {
    return type == NotificationType.POLL;
  }
}
