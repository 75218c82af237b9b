package social.kring.community.posts;

import social.kring.federation.sending.Audience;

/** Who has a copy of a post without following its author. */
final class Reach {
  static final String AUDIENCE = "post.reached";

  /**
   * By post: whom it names, who reacted, voted or answered, and who follows people here who boosted
   * it.
   */
  static final Audience AUDIENCE_SQL =
      new Audience(
          AUDIENCE,
          """
          SELECT actor_id FROM post_mention WHERE post_id = $1
          UNION
          SELECT actor_id FROM favourite WHERE post_id = $1
          UNION
          SELECT actor_id FROM boost WHERE post_id = $1
          UNION
          SELECT actor_id FROM poll_vote WHERE post_id = $1
          UNION
          SELECT author_id AS actor_id FROM post WHERE in_reply_to_id = $1
          UNION
          SELECT f.follower_id AS actor_id
            FROM boost AS b
            JOIN follow_accepted AS f ON f.followed_id = b.actor_id
           WHERE b.post_id = $1 AND b.visibility <> 'private'
          """);

  private Reach() {}
}
