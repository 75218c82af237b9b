package social.kring.community.lists;

/** Which lists posts and boosts belong on, as SQL. */
final class Reach {

  /**
   * Answers come to a list as its policy says; those to oneself and to its owner always. What is
   * between lines is a post {@code p}, a list {@code l}.
   */
  private static final String FITTING_ANSWER =
      """
      (p.in_reply_to_uri IS NULL
       OR p.in_reply_to_author_id IN (p.author_id, l.owner_id)
       OR (l.replies_policy = 'followed'
           AND EXISTS (SELECT FROM follow_accepted AS known
                        WHERE known.follower_id = l.owner_id
                          AND known.followed_id = p.in_reply_to_author_id))
       OR (l.replies_policy = 'list'
           AND EXISTS (SELECT FROM list_member AS other
                        WHERE other.list_id = l.id
                          AND other.member_id = p.in_reply_to_author_id)))
      """;

  /** Of {@code $1} ids of posts and {@code $2} of their authors. */
  static final String POSTS = ofPosts("unnest($1::bigint[], $2::bigint[])");

  /** Of {@code $1} ids of boosts and {@code $2} of whoever made them, in the order given. */
  static final String BOOSTS =
      """
      SELECT l.id AS list_id, l.owner_id, b.id, b.post_id, b.actor_id AS shower_id,
             (SELECT p.author_id FROM post_visible_to(l.owner_id) AS p
               WHERE p.id = b.post_id) AS author_id
        FROM unnest($1::bigint[], $2::bigint[]) WITH ORDINALITY AS shown (id, by_id, place)
        JOIN list_member AS m ON m.member_id = shown.by_id
        JOIN list AS l ON l.id = m.list_id
        LEFT JOIN follow_accepted AS f
          ON f.follower_id = l.owner_id AND f.followed_id = m.member_id
       CROSS JOIN LATERAL (SELECT * FROM boost_visible_to(l.owner_id) AS v
                            WHERE v.id = shown.id) AS b
       WHERE (m.member_id = l.owner_id OR (f.id IS NOT NULL AND f.shows_boosts))
       ORDER BY shown.place
      """;

  private Reach() {}

  /**
   * @param shown ids of posts and of their authors, as SQL
   */
  static String ofPosts(String shown) {
    return """
      SELECT l.id AS list_id, l.owner_id, p.id, p.id AS post_id, p.author_id AS shower_id,
             p.author_id
        FROM %s AS shown (id, by_id)
        JOIN list_member AS m ON m.member_id = shown.by_id
        JOIN list AS l ON l.id = m.list_id
        LEFT JOIN follow_accepted AS f
          ON f.follower_id = l.owner_id AND f.followed_id = m.member_id
       CROSS JOIN LATERAL (SELECT * FROM post_visible_to(l.owner_id) AS v
                            WHERE v.id = shown.id) AS p
       WHERE (m.member_id = l.owner_id
              OR (f.id IS NOT NULL
                  AND (cardinality(f.languages) = 0
                       OR p.language IS NULL
                       OR p.language = ANY (f.languages))))
         AND %s
      """
        .formatted(shown, FITTING_ANSWER);
  }
}
