-- Deeds of one kind to one thing within twelve hours are shown as one. An id tells its time.
ALTER TABLE notification
  ADD COLUMN report_id bigint NOT NULL DEFAULT 0,
  ADD COLUMN filtered boolean NOT NULL DEFAULT false,
  ADD COLUMN group_key text NOT NULL GENERATED ALWAYS AS (
    CASE
      WHEN type IN ('favourite', 'reblog')
        THEN type || '-' || post_id::text || '-' || ((id >> 22) / 43200000)::text
      WHEN type IN ('follow', 'admin.sign_up')
        THEN type || '-' || ((id >> 22) / 43200000)::text
      ELSE 'ungrouped-' || id::text
    END) STORED,
  DROP CONSTRAINT notification_owner_id_type_actor_id_post_id_key,
  ADD UNIQUE (owner_id, type, actor_id, post_id, report_id);
COMMENT ON COLUMN notification.report_id IS 'of which it tells; 0: of none';
COMMENT ON COLUMN notification.filtered IS 'its owner''s policy holds it back until its actor is let through';

CREATE INDEX notification_by_group ON notification (owner_id, group_key, id);
CREATE INDEX notification_filtered ON notification (owner_id, actor_id, id) WHERE filtered;

-- Whose deeds an owner wants to be told of: accept, filter (as a request) or drop.
CREATE TABLE notification_policy (
  owner_id bigint PRIMARY KEY REFERENCES actor (id),
  for_not_following text NOT NULL CHECK (for_not_following IN ('accept', 'filter', 'drop')),
  for_not_followers text NOT NULL CHECK (for_not_followers IN ('accept', 'filter', 'drop')),
  for_new_accounts text NOT NULL CHECK (for_new_accounts IN ('accept', 'filter', 'drop')),
  for_private_mentions text NOT NULL CHECK (for_private_mentions IN ('accept', 'filter', 'drop')),
  for_limited_accounts text NOT NULL CHECK (for_limited_accounts IN ('accept', 'filter', 'drop'))
);

-- Actors whom an owner lets through whatever the policy says.
CREATE TABLE notification_permission (
  owner_id bigint NOT NULL REFERENCES actor (id),
  actor_id bigint NOT NULL REFERENCES actor (id),
  permitted_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, actor_id)
);

-- Actors of whom something is held back.
CREATE TABLE notification_request (
  owner_id bigint NOT NULL REFERENCES actor (id),
  id bigint NOT NULL,
  actor_id bigint NOT NULL REFERENCES actor (id),
  requested_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id),
  UNIQUE (owner_id, actor_id)
);
COMMENT ON COLUMN notification_request.id IS 'of the first notification that was held back';

-- What an owner's policy says to a deed of an actor to a post; where nothing was chosen, those of
-- limited hosts are held back.
CREATE FUNCTION notification_verdict(
  owner bigint, actor bigint, post bigint, done_at timestamptz
) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE
           WHEN EXISTS (SELECT FROM notification_permission AS a
                         WHERE a.owner_id = owner AND a.actor_id = actor) THEN 'accept'
           WHEN 'drop' = ANY (asked) THEN 'drop'
           WHEN 'filter' = ANY (asked) THEN 'filter'
           ELSE 'accept'
         END
    FROM (SELECT ARRAY[
            CASE WHEN chosen.for_not_following <> 'accept' AND NOT tie.following
              THEN chosen.for_not_following END,
            CASE WHEN chosen.for_not_followers <> 'accept'
              AND NOT EXISTS (SELECT FROM follow_accepted AS f
                               WHERE f.follower_id = actor AND f.followed_id = owner
                                 AND f.accepted_at < done_at - interval '3 days')
              THEN chosen.for_not_followers END,
            CASE WHEN chosen.for_new_accounts <> 'accept' AND NOT tie.following
              AND EXISTS (SELECT FROM actor_origin AS o
                           WHERE o.actor_id = actor AND o.published > done_at - interval '30 days')
              THEN chosen.for_new_accounts END,
            CASE WHEN chosen.for_private_mentions <> 'accept' AND NOT tie.following
              AND EXISTS (SELECT FROM post_visible_to(owner) AS p
                           WHERE p.id = post AND p.visibility = 'direct'
                             AND p.in_reply_to_author_id IS DISTINCT FROM owner)
              THEN chosen.for_private_mentions END,
            CASE WHEN chosen.for_limited_accounts <> 'accept' AND NOT tie.following
              AND EXISTS (SELECT FROM actor_origin AS o
                            JOIN peer_limited AS l
                              ON o.authority = l.host
                              OR right(o.authority, length(l.host) + 1) = '.' || l.host
                           WHERE o.actor_id = actor AND NOT o.local)
              THEN chosen.for_limited_accounts END
          ] AS asked
          FROM (SELECT EXISTS (SELECT FROM follow_accepted AS f
                                WHERE f.follower_id = owner AND f.followed_id = actor))
                 AS tie (following)
         CROSS JOIN
               (SELECT for_not_following, for_not_followers, for_new_accounts,
                       for_private_mentions, for_limited_accounts
                  FROM notification_policy AS p
                 WHERE p.owner_id = owner
                 UNION ALL
                SELECT 'accept', 'accept', 'accept', 'accept', 'filter'
                 WHERE NOT EXISTS (SELECT FROM notification_policy AS p
                                    WHERE p.owner_id = owner)) AS chosen) AS weighed
$$;
