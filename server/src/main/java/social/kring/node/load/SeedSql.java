package social.kring.node.load;

import java.util.List;
import java.util.stream.Stream;

/** The rows of a filled node. Ids are made of times, as those of the node itself. */
final class SeedSql {

  /** The id of a time {@code t}; the last bits are by chance. */
  private static final String ID =
      "((extract(epoch FROM t) * 1000)::bigint - 1104537600000 << 22 | (random() * 4194303)::bigint)";

  static final String ACTORS =
      """
      INSERT INTO actor (id, uri, type, local, name, authority, inbox, shared_inbox, outbox,
                         followers, following, page, display_name, summary, published,
                         discoverable, indexable, fetched_at)
      SELECT (1100000000000::bigint << 20) + n, 'https://' || host || '/users/p' || n, 'Person',
             false, 'p' || n, host, 'https://' || host || '/users/p' || n || '/inbox',
             'https://' || host || '/inbox', 'https://' || host || '/users/p' || n || '/outbox',
             'https://' || host || '/users/p' || n || '/followers',
             'https://' || host || '/users/p' || n || '/following',
             'https://' || host || '/@p' || n, 'Person ' || n, '<p>One of many.</p>',
             now() - interval '3 years', n % 2 = 0, n % 5 = 0, now()
        FROM (SELECT n, 'h' || n % 500 || '.seed.localhost' AS host
                FROM generate_series($1::int, $2::int) AS n) AS made
      """;

  static final String FOLLOWS =
      """
      INSERT INTO follow (id, follower_id, followed_id, activity_uri, requested_at, accepted_at)
      SELECT a.id, $1, a.id, 'https://seed.localhost/follows/' || a.id, now(), now()
        FROM actor AS a
       WHERE a.authority LIKE 'h%.seed.localhost'
       ORDER BY a.id
       LIMIT $2
      """;

  static final String FOLLOWERS =
      """
      INSERT INTO follow (id, follower_id, followed_id, activity_uri, requested_at, accepted_at)
      SELECT a.id + 500000000, a.id, $1, 'https://seed.localhost/followers/' || a.id, now(), now()
        FROM actor AS a
       WHERE a.authority LIKE 'h%.seed.localhost'
       ORDER BY a.id DESC
       LIMIT $2
      """;

  static final String COLUMNS =
      """
      (id bigint, t timestamptz, author_id bigint, author_uri text, local boolean, indexable boolean,
       words text, language text, tag text, media boolean, reply_to bigint, reply_author bigint,
       reply_uri text, visibility text)
      """;

  /** Words as frequent as those of languages are: the k-th comes a k-th as often as the first. */
  private static final String WORDS =
      """
      (SELECT string_agg(v.words[k - k + 1 + floor(exp(random() * ln(7999.0)))::int], ' ')
         FROM generate_series(1, 12 + n % 18) AS k)
      """;

  private static final String VOCABULARY =
      """
      (SELECT array_agg(s[1 + k % 20] || s[1 + k / 20 % 20] || s[1 + k / 400 % 20] ORDER BY k)
                AS words
         FROM generate_series(0, 7999) AS k,
              (SELECT ARRAY['ba','ce','di','fo','gu','ha','je','ki','lo','mu','na','pe','ri','so',
                            'tu','va','we','xi','yo','zu'] AS s) AS syllables) AS v
      """;

  static final String NEW_POSTS =
      """
      SELECT %s, t, a.id, a.uri, false, a.indexable, %s,
             (ARRAY['en','en','en','de','fr','es','ja',NULL])[1 + n %% 8],
             CASE WHEN n %% 10 = 0 THEN 'tag' || floor(exp(random() * ln(500.0)))::int END,
             n %% 12 = 0, NULL, NULL, NULL,
             CASE WHEN n %% 20 = 0 THEN 'unlisted' WHEN n %% 20 = 1 THEN 'private' ELSE 'public' END
        FROM (SELECT n, now() - interval '365 days' * (1 - n::float8 / $3::int) AS t,
                     (1100000000000::bigint << 20)
                       + floor($4::int * power(random(), 2.0))::int AS author
                FROM generate_series($1::int, $2::int) AS n) AS made
        JOIN actor AS a ON a.id = made.author, %s
      """
          .formatted(ID, WORDS, VOCABULARY);

  static final String OWN_POSTS =
      """
      SELECT %s, t, $4::bigint, $5::text, true, false, %s, 'en', NULL, false, NULL, NULL, NULL,
             'public'
        FROM (SELECT n, now() - interval '365 days' * (1 - n::float8 / $3::int) AS t
                FROM generate_series($1::int, $2::int) AS n) AS made, %s
      """
          .formatted(ID, WORDS, VOCABULARY);

  /** Of what is in {@code seeded}. A third answers something of the same time. */
  static final List<String> OF_POSTS =
      List.of(
          """
          UPDATE seeded AS s
             SET reply_to = p.id, reply_author = p.author_id, reply_uri = p.author_uri || '/n/' || p.id
            FROM (SELECT id, lag(id, 3) OVER (ORDER BY id) AS parent FROM seeded) AS before
            JOIN seeded AS p ON p.id = before.parent
           WHERE s.id = before.id AND s.id % 3 = 0
          """,
          """
          INSERT INTO post (id, uri, author_id, local, type, visibility, page, content, language,
                            in_reply_to_uri, in_reply_to_id, in_reply_to_author_id, conversation,
                            attachments, published_at, replies)
          SELECT id, author_uri || '/n/' || id, author_id, local, 'Note', visibility,
                 author_uri || '/n/' || id, '<p>' || words || '</p>', language,
                 reply_uri, reply_to, reply_author, author_uri || '/c/' || id,
                 CASE WHEN media THEN jsonb_build_array(jsonb_build_object(
                   'id', id, 'url', author_uri || '/m/' || id || '.jpg', 'mediaType', 'image/jpeg', 'width', 1200,
                   'height', 800))
                 ELSE '[]' END, t, coalesce(answered.replies, 0)
            FROM seeded
            LEFT JOIN (SELECT reply_to AS answered_id, count(*) AS replies
                         FROM seeded
                        WHERE visibility IN ('public', 'unlisted')
                        GROUP BY reply_to) AS answered ON answered_id = id
           ORDER BY id
          """,
          """
          INSERT INTO hashtag (name)
          SELECT DISTINCT tag FROM seeded WHERE tag IS NOT NULL ORDER BY tag
          ON CONFLICT DO NOTHING
          """,
          "INSERT INTO post_tag (name, post_id) SELECT tag, id FROM seeded WHERE tag IS NOT NULL",
          """
          INSERT INTO post_search (post_id, words)
          SELECT id,
                 to_tsvector(search_configuration(coalesce(language, ''))::regconfig, words)
                 || array_to_tsvector(array_remove(ARRAY['=a' || author_id, '=s',
                      '=l' || language, CASE WHEN media THEN '=m' END,
                      CASE WHEN media THEN '=mimage' END,
                      CASE WHEN reply_to IS NOT NULL THEN '=r' END,
                      CASE WHEN local THEN '=p' || author_id END,
                      '=c' || search_configuration(coalesce(language, ''))], NULL))
            FROM seeded
           WHERE local OR indexable AND visibility = 'public'
           ORDER BY id
          """);

  static final String FAVOURITES =
      """
      INSERT INTO favourite (id, actor_id, post_id, activity_uri, favourited_at)
      SELECT p.id + 1 + k, (1100000000000::bigint << 20) + floor($2::int * random())::int, p.id,
             'https://seed.localhost/likes/' || p.id || '/' || k, p.published_at
        FROM post AS p, generate_series(1, 10) AS k
       WHERE p.author_id = $1
      ON CONFLICT DO NOTHING
      """;

  /** Of what others wrote, so that the reader has some to page through. */
  static final String FAVOURITES_OF_READER =
      """
      INSERT INTO favourite (id, actor_id, post_id, activity_uri, favourited_at)
      SELECT p.id + 1, $1, p.id, 'https://seed.localhost/mine/' || p.id, p.published_at
        FROM post AS p
       WHERE p.author_id < (1100000000000::bigint << 20) + $2::int
         AND p.author_id >= (1100000000000::bigint << 20)
         AND p.visibility = 'public'
         AND p.id % 200 = 0
      ON CONFLICT DO NOTHING
      """;

  static final String MENTIONS =
      """
      INSERT INTO post_mention (post_id, actor_id, place, silent)
      SELECT id, $1, 0, false
        FROM post
       WHERE author_id <> $1 AND visibility = 'public' AND id % 201 = 0
      """;

  static List<String> notifications() {
    return Stream.of(
            "SELECT $1, m.post_id, 'mention', p.author_id, p.id, p.published_at"
                + " FROM post_mention AS m JOIN post AS p ON p.id = m.post_id"
                + " WHERE m.actor_id = $1",
            "SELECT $1, f.id, 'favourite', f.actor_id, f.post_id, f.favourited_at"
                + " FROM favourite AS f JOIN post AS p ON p.id = f.post_id"
                + " WHERE p.author_id = $1",
            "SELECT $1, f.id, 'follow', f.follower_id, 0, f.accepted_at"
                + " FROM follow AS f WHERE f.followed_id = $1")
        .map(
            rows ->
                "INSERT INTO notification (owner_id, id, type, actor_id, post_id, notified_at) "
                    + rows
                    + " ON CONFLICT DO NOTHING")
        .toList();
  }

  /** What the reader had to do with is found by the reader. */
  static final String LIBRARY =
      """
      INSERT INTO post_search AS s (post_id, words)
      SELECT p.id,
             to_tsvector(search_configuration(coalesce(p.language, ''))::regconfig,
                         regexp_replace(p.content, '<[^>]*>', ' ', 'g'))
             || array_to_tsvector(array_remove(ARRAY['=a' || p.author_id,
                  CASE WHEN p.visibility = 'public' THEN '=s' END, '=l' || p.language,
                  '=p' || $1::bigint,
                  '=c' || search_configuration(coalesce(p.language, ''))], NULL))
        FROM (SELECT post_id FROM post_mention WHERE actor_id = $1
              UNION
              SELECT post_id FROM favourite WHERE actor_id = $1) AS mine
        JOIN post AS p ON p.id = mine.post_id
      ON CONFLICT (post_id) DO UPDATE SET words = s.words || excluded.words
      """;

  static final String HOME =
      """
      INSERT INTO home_entry (owner_id, id, post_id, shower_id)
      SELECT $1, p.id, p.id, p.author_id
        FROM post AS p
       WHERE (p.author_id = $1
              OR p.author_id IN (SELECT followed_id FROM follow WHERE follower_id = $1))
         AND (p.in_reply_to_uri IS NULL
              OR p.in_reply_to_author_id IN (p.author_id, $1)
              OR p.in_reply_to_author_id IN (SELECT followed_id FROM follow
                                              WHERE follower_id = $1))
       ORDER BY p.id DESC
       LIMIT 800
      ON CONFLICT DO NOTHING
      """;

  static final List<String> COUNTS =
      List.of(
          """
          INSERT INTO post_count (actor_id, posts, last_post_at)
          SELECT author_id, count(*), max(published_at)
            FROM post
           WHERE visibility IN ('public', 'unlisted') AND deleted_at IS NULL
           GROUP BY author_id
          ON CONFLICT (actor_id) DO UPDATE
            SET posts = excluded.posts, last_post_at = excluded.last_post_at
          """,
          """
          INSERT INTO relationship_count (actor_id, followers, following)
          SELECT actor_id, sum(followers), sum(following)
            FROM (SELECT followed_id AS actor_id, 1 AS followers, 0 AS following FROM follow
                   WHERE accepted_at IS NOT NULL
                  UNION ALL
                  SELECT follower_id, 0, 1 FROM follow WHERE accepted_at IS NOT NULL) AS ends
           GROUP BY actor_id
          ON CONFLICT (actor_id) DO UPDATE
            SET followers = excluded.followers, following = excluded.following
          """,
          """
          UPDATE post AS p
             SET favourites = f.favourites
            FROM (SELECT post_id, count(*) AS favourites FROM favourite GROUP BY post_id) AS f
           WHERE p.id = f.post_id AND p.favourites <> f.favourites
          """,
          """
          INSERT INTO search_author (actor_id, next_id, done_at)
          SELECT 0, 0, now()
          UNION ALL
          SELECT id, 0, now() FROM actor WHERE indexable AND NOT local
          ON CONFLICT (actor_id) DO UPDATE SET next_id = 0, done_at = now()
          """);

  static final List<String> TABLES =
      List.of(
          "actor",
          "follow",
          "post",
          "post_tag",
          "post_search",
          "post_mention",
          "favourite",
          "notification",
          "home_entry",
          "post_count",
          "relationship_count",
          "search_author");

  private SeedSql() {}
}
