-- Made from the migrations by SchemaTest. Read it; change migrations.

CREATE TABLE access_attempt (
  id bigint NOT NULL,
  subject text NOT NULL,
  attempted_at timestamp with time zone NOT NULL,
  CONSTRAINT access_attempt_pkey PRIMARY KEY (id)
);

CREATE TABLE access_token (
  id bigint NOT NULL,
  token_hash bytea NOT NULL,
  application_id bigint,
  actor_id bigint,
  scopes text NOT NULL,
  code_hash bytea,
  made_by text,
  created_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone,
  CONSTRAINT access_token_token_hash_key UNIQUE (token_hash),
  CONSTRAINT access_token_pkey PRIMARY KEY (id),
  CONSTRAINT access_token_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES account(actor_id),
  CONSTRAINT access_token_application_id_fkey FOREIGN KEY (application_id) REFERENCES oauth_application(id) ON DELETE CASCADE
);

CREATE TABLE account (
  actor_id bigint NOT NULL,
  email text NOT NULL,
  password_hash text NOT NULL,
  role text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  confirmed_at timestamp with time zone,
  approved_at timestamp with time zone,
  suspended_at timestamp with time zone,
  unconfirmed_email text,
  CONSTRAINT account_pkey PRIMARY KEY (actor_id),
  CONSTRAINT account_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id),
  CONSTRAINT account_role_check CHECK ((role = ANY (ARRAY['member'::text, 'moderator'::text, 'admin'::text, 'owner'::text])))
);

CREATE TABLE actor (
  id bigint NOT NULL,
  uri text NOT NULL,
  type text NOT NULL,
  local boolean NOT NULL,
  name text NOT NULL,
  authority text NOT NULL,
  inbox text NOT NULL,
  shared_inbox text,
  outbox text,
  followers text,
  following text,
  featured text,
  page text NOT NULL,
  display_name text DEFAULT ''::text NOT NULL,
  summary text DEFAULT ''::text NOT NULL,
  source text DEFAULT ''::text NOT NULL,
  avatar text,
  header text,
  fields jsonb DEFAULT '[]'::jsonb NOT NULL,
  emojis jsonb DEFAULT '[]'::jsonb NOT NULL,
  published timestamp with time zone NOT NULL,
  locked boolean DEFAULT false NOT NULL,
  discoverable boolean DEFAULT false NOT NULL,
  indexable boolean DEFAULT false NOT NULL,
  hides_collections boolean DEFAULT false NOT NULL,
  also_known_as text[] DEFAULT '{}'::text[] NOT NULL,
  moved_to text,
  suspended_at timestamp with time zone,
  deleted_at timestamp with time zone,
  fetched_at timestamp with time zone,
  document jsonb,
  CONSTRAINT actor_uri_key UNIQUE (uri),
  CONSTRAINT actor_pkey PRIMARY KEY (id),
  CONSTRAINT actor_type_check CHECK ((type = ANY (ARRAY['Person'::text, 'Service'::text, 'Application'::text, 'Group'::text, 'Organization'::text])))
);

CREATE TABLE actor_key (
  id text NOT NULL,
  actor_id bigint NOT NULL,
  kind text NOT NULL,
  public_key bytea NOT NULL,
  private_key bytea,
  added_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT actor_key_pkey PRIMARY KEY (id),
  CONSTRAINT actor_key_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id),
  CONSTRAINT actor_key_check CHECK (((kind <> 'exit'::text) OR (private_key IS NULL))),
  CONSTRAINT actor_key_kind_check CHECK ((kind = ANY (ARRAY['rsa'::text, 'post'::text, 'exit'::text])))
);

CREATE TABLE actor_move (
  actor_id bigint NOT NULL,
  target_id bigint NOT NULL,
  moved_at timestamp with time zone NOT NULL,
  CONSTRAINT actor_move_pkey PRIMARY KEY (actor_id),
  CONSTRAINT actor_move_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id),
  CONSTRAINT actor_move_target_id_fkey FOREIGN KEY (target_id) REFERENCES actor(id)
);

CREATE TABLE announcement (
  id bigint NOT NULL,
  content text NOT NULL,
  all_day boolean NOT NULL,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  published_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT announcement_pkey PRIMARY KEY (id)
);

CREATE TABLE announcement_reaction (
  announcement_id bigint NOT NULL,
  name text NOT NULL,
  actor_id bigint NOT NULL,
  reacted_at timestamp with time zone NOT NULL,
  CONSTRAINT announcement_reaction_pkey PRIMARY KEY (announcement_id, name, actor_id),
  CONSTRAINT announcement_reaction_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id),
  CONSTRAINT announcement_reaction_announcement_id_fkey FOREIGN KEY (announcement_id) REFERENCES announcement(id) ON DELETE CASCADE
);

CREATE TABLE announcement_read (
  announcement_id bigint NOT NULL,
  actor_id bigint NOT NULL,
  CONSTRAINT announcement_read_pkey PRIMARY KEY (announcement_id, actor_id),
  CONSTRAINT announcement_read_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id),
  CONSTRAINT announcement_read_announcement_id_fkey FOREIGN KEY (announcement_id) REFERENCES announcement(id) ON DELETE CASCADE
);

CREATE TABLE block (
  id bigint NOT NULL,
  blocker_id bigint NOT NULL,
  blocked_id bigint NOT NULL,
  activity_uri text NOT NULL,
  blocked_at timestamp with time zone NOT NULL,
  CONSTRAINT block_blocker_id_blocked_id_key UNIQUE (blocker_id, blocked_id),
  CONSTRAINT block_pkey PRIMARY KEY (id),
  CONSTRAINT block_blocked_id_fkey FOREIGN KEY (blocked_id) REFERENCES actor(id),
  CONSTRAINT block_blocker_id_fkey FOREIGN KEY (blocker_id) REFERENCES actor(id),
  CONSTRAINT block_check CHECK ((blocker_id <> blocked_id))
);

CREATE TABLE bookmark (
  id bigint NOT NULL,
  actor_id bigint NOT NULL,
  post_id bigint NOT NULL,
  CONSTRAINT bookmark_actor_id_post_id_key UNIQUE (actor_id, post_id),
  CONSTRAINT bookmark_pkey PRIMARY KEY (id),
  CONSTRAINT bookmark_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id),
  CONSTRAINT bookmark_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id)
);

CREATE TABLE boost (
  id bigint NOT NULL,
  uri text NOT NULL,
  actor_id bigint NOT NULL,
  post_id bigint NOT NULL,
  visibility text NOT NULL,
  boosted_at timestamp with time zone NOT NULL,
  CONSTRAINT boost_post_id_actor_id_key UNIQUE (post_id, actor_id),
  CONSTRAINT boost_uri_key UNIQUE (uri),
  CONSTRAINT boost_pkey PRIMARY KEY (id),
  CONSTRAINT boost_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id),
  CONSTRAINT boost_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id),
  CONSTRAINT boost_visibility_check CHECK ((visibility = ANY (ARRAY['public'::text, 'unlisted'::text, 'private'::text])))
);

CREATE TABLE browser_session (
  id bigint NOT NULL,
  token_hash bytea NOT NULL,
  actor_id bigint NOT NULL,
  user_agent text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone NOT NULL,
  CONSTRAINT browser_session_token_hash_key UNIQUE (token_hash),
  CONSTRAINT browser_session_pkey PRIMARY KEY (id),
  CONSTRAINT browser_session_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES account(actor_id)
);

CREATE TABLE conversation (
  owner_id bigint NOT NULL,
  thread text NOT NULL,
  id bigint NOT NULL,
  last_post_id bigint NOT NULL,
  unread boolean NOT NULL,
  CONSTRAINT conversation_owner_id_id_key UNIQUE (owner_id, id),
  CONSTRAINT conversation_pkey PRIMARY KEY (owner_id, thread),
  CONSTRAINT conversation_last_post_id_fkey FOREIGN KEY (last_post_id) REFERENCES post(id),
  CONSTRAINT conversation_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES actor(id)
);

CREATE TABLE custom_emoji (
  shortcode text NOT NULL,
  url text NOT NULL,
  category text,
  added_at timestamp with time zone NOT NULL,
  CONSTRAINT custom_emoji_pkey PRIMARY KEY (shortcode)
);

CREATE TABLE delivery (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  activity_id bigint NOT NULL,
  host text NOT NULL,
  sender_id bigint NOT NULL,
  inbox text NOT NULL,
  tries integer DEFAULT 0 NOT NULL,
  reason text,
  parked_at timestamp with time zone,
  CONSTRAINT delivery_pkey PRIMARY KEY (id)
);

CREATE TABLE delivery_host (
  host text NOT NULL,
  due_at timestamp with time zone NOT NULL,
  rests_until timestamp with time zone DEFAULT '1970-01-01 00:00:00+00'::timestamp with time zone NOT NULL,
  well boolean NOT NULL,
  CONSTRAINT delivery_host_pkey PRIMARY KEY (host)
);

CREATE TABLE delivery_lane (
  host text NOT NULL,
  sender_id bigint NOT NULL,
  due_at timestamp with time zone NOT NULL,
  holder text,
  CONSTRAINT delivery_lane_pkey PRIMARY KEY (host, sender_id)
);

CREATE TABLE delivery_refusal (
  host text NOT NULL,
  reason text NOT NULL,
  times bigint NOT NULL,
  last_at timestamp with time zone NOT NULL,
  CONSTRAINT delivery_refusal_pkey PRIMARY KEY (host, reason)
);

CREATE TABLE domain (
  authority text NOT NULL,
  scheme text NOT NULL,
  added_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT domain_pkey PRIMARY KEY (authority),
  CONSTRAINT domain_authority_check CHECK ((authority = lower(authority))),
  CONSTRAINT domain_scheme_check CHECK ((scheme = ANY (ARRAY['http'::text, 'https'::text])))
);

CREATE TABLE domain_mute (
  owner_id bigint NOT NULL,
  host text NOT NULL,
  muted_at timestamp with time zone NOT NULL,
  CONSTRAINT domain_mute_pkey PRIMARY KEY (owner_id, host),
  CONSTRAINT domain_mute_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES actor(id),
  CONSTRAINT domain_mute_host_check CHECK ((host = lower(host)))
);

CREATE TABLE event (
  turn bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  id bigint NOT NULL,
  number bigint,
  kind text NOT NULL,
  subject bigint NOT NULL,
  details jsonb NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT event_pkey PRIMARY KEY (turn)
);

CREATE TABLE event_cursor (
  name text NOT NULL,
  number bigint NOT NULL,
  moved_at timestamp with time zone NOT NULL,
  CONSTRAINT event_cursor_pkey PRIMARY KEY (name)
);

CREATE TABLE event_failure (
  consumer text NOT NULL,
  number bigint NOT NULL,
  id bigint NOT NULL,
  kind text NOT NULL,
  subject bigint NOT NULL,
  details jsonb NOT NULL,
  tries integer NOT NULL,
  reason text NOT NULL,
  failed_at timestamp with time zone NOT NULL,
  parked_at timestamp with time zone,
  CONSTRAINT event_failure_pkey PRIMARY KEY (consumer, number)
);

CREATE TABLE event_publication (
  turn bigint NOT NULL,
  sender_id bigint NOT NULL,
  activity text NOT NULL,
  audiences text[] NOT NULL,
  audience_ids bigint[] NOT NULL,
  CONSTRAINT event_publication_pkey PRIMARY KEY (turn),
  CONSTRAINT event_publication_check CHECK ((cardinality(audiences) = cardinality(audience_ids)))
);

CREATE TABLE favourite (
  id bigint NOT NULL,
  actor_id bigint NOT NULL,
  post_id bigint NOT NULL,
  activity_uri text NOT NULL,
  favourited_at timestamp with time zone NOT NULL,
  CONSTRAINT favourite_post_id_actor_id_key UNIQUE (post_id, actor_id),
  CONSTRAINT favourite_pkey PRIMARY KEY (id),
  CONSTRAINT favourite_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id),
  CONSTRAINT favourite_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id)
);

CREATE TABLE filter (
  id bigint NOT NULL,
  owner_id bigint NOT NULL,
  title text NOT NULL,
  contexts text[] NOT NULL,
  action text NOT NULL,
  expires_at timestamp with time zone,
  CONSTRAINT filter_pkey PRIMARY KEY (id),
  CONSTRAINT filter_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES actor(id),
  CONSTRAINT filter_action_check CHECK ((action = ANY (ARRAY['warn'::text, 'hide'::text, 'blur'::text])))
);

CREATE TABLE filter_keyword (
  id bigint NOT NULL,
  filter_id bigint NOT NULL,
  keyword text NOT NULL,
  whole_word boolean NOT NULL,
  CONSTRAINT filter_keyword_pkey PRIMARY KEY (id),
  CONSTRAINT filter_keyword_filter_id_fkey FOREIGN KEY (filter_id) REFERENCES filter(id) ON DELETE CASCADE
);

CREATE TABLE filter_post (
  id bigint NOT NULL,
  filter_id bigint NOT NULL,
  post_id bigint NOT NULL,
  CONSTRAINT filter_post_filter_id_post_id_key UNIQUE (filter_id, post_id),
  CONSTRAINT filter_post_pkey PRIMARY KEY (id),
  CONSTRAINT filter_post_filter_id_fkey FOREIGN KEY (filter_id) REFERENCES filter(id) ON DELETE CASCADE,
  CONSTRAINT filter_post_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id) ON DELETE CASCADE
);

CREATE TABLE follow (
  id bigint NOT NULL,
  follower_id bigint NOT NULL,
  followed_id bigint NOT NULL,
  activity_uri text NOT NULL,
  shows_boosts boolean DEFAULT true NOT NULL,
  notifies boolean DEFAULT false NOT NULL,
  languages text[] DEFAULT '{}'::text[] NOT NULL,
  requested_at timestamp with time zone NOT NULL,
  accepted_at timestamp with time zone,
  endorsed_id bigint,
  CONSTRAINT follow_follower_id_followed_id_key UNIQUE (follower_id, followed_id),
  CONSTRAINT follow_pkey PRIMARY KEY (id),
  CONSTRAINT follow_followed_id_fkey FOREIGN KEY (followed_id) REFERENCES actor(id),
  CONSTRAINT follow_follower_id_fkey FOREIGN KEY (follower_id) REFERENCES actor(id),
  CONSTRAINT follow_check CHECK ((follower_id <> followed_id))
);

CREATE TABLE follow_undone (
  activity_uri text NOT NULL,
  follower_id bigint NOT NULL,
  seen boolean NOT NULL,
  undone_at timestamp with time zone NOT NULL,
  CONSTRAINT follow_undone_pkey PRIMARY KEY (follower_id, activity_uri),
  CONSTRAINT follow_undone_follower_id_fkey FOREIGN KEY (follower_id) REFERENCES actor(id)
);

CREATE TABLE hashtag (
  name text NOT NULL,
  CONSTRAINT hashtag_pkey PRIMARY KEY (name)
);

CREATE TABLE home_entry (
  owner_id bigint NOT NULL,
  id bigint NOT NULL,
  post_id bigint NOT NULL,
  shower_id bigint NOT NULL,
  CONSTRAINT home_entry_owner_id_post_id_key UNIQUE (owner_id, post_id),
  CONSTRAINT home_entry_pkey PRIMARY KEY (owner_id, id),
  CONSTRAINT home_entry_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES actor(id)
);

CREATE TABLE host_suspension (
  actor_id bigint NOT NULL,
  suspended_at timestamp with time zone NOT NULL,
  CONSTRAINT host_suspension_pkey PRIMARY KEY (actor_id),
  CONSTRAINT host_suspension_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id)
);

CREATE TABLE house_rule (
  id bigint NOT NULL,
  text text NOT NULL,
  hint text NOT NULL,
  translations jsonb DEFAULT '{}'::jsonb NOT NULL,
  withdrawn_at timestamp with time zone,
  CONSTRAINT house_rule_pkey PRIMARY KEY (id)
);

CREATE TABLE house_setting (
  name text NOT NULL,
  value text NOT NULL,
  set_at timestamp with time zone NOT NULL,
  CONSTRAINT house_setting_pkey PRIMARY KEY (name)
);

CREATE TABLE inbox_event (
  id bigint NOT NULL,
  same bytea NOT NULL,
  lane bigint NOT NULL,
  activity text NOT NULL,
  type text NOT NULL,
  actor text NOT NULL,
  object text,
  signer text NOT NULL,
  prover text,
  inboxes bigint[] DEFAULT '{}'::bigint[] NOT NULL,
  body bytea,
  received_at timestamp with time zone NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  failures integer DEFAULT 0 NOT NULL,
  next_at timestamp with time zone,
  outcome text,
  reason text,
  handled_at timestamp with time zone,
  holder text,
  CONSTRAINT inbox_event_same_key UNIQUE (same),
  CONSTRAINT inbox_event_pkey PRIMARY KEY (id),
  CONSTRAINT inbox_event_check CHECK (((outcome IS NULL) = (next_at IS NOT NULL))),
  CONSTRAINT inbox_event_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text, 'parked'::text])))
);

CREATE TABLE inbox_gone (
  inbox text NOT NULL,
  gone_at timestamp with time zone NOT NULL,
  CONSTRAINT inbox_gone_pkey PRIMARY KEY (inbox)
);

CREATE TABLE invite (
  id bigint NOT NULL,
  code_hash bytea NOT NULL,
  made_by bigint,
  note text NOT NULL,
  most_uses integer,
  uses integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  CONSTRAINT invite_code_hash_key UNIQUE (code_hash),
  CONSTRAINT invite_pkey PRIMARY KEY (id),
  CONSTRAINT invite_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(actor_id)
);

CREATE TABLE job (
  id bigint NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  details jsonb NOT NULL,
  due_at timestamp with time zone NOT NULL,
  holder text,
  again_at timestamp with time zone,
  tries integer DEFAULT 0 NOT NULL,
  reason text,
  parked_at timestamp with time zone,
  CONSTRAINT job_pkey PRIMARY KEY (id)
);

CREATE TABLE list (
  id bigint NOT NULL,
  owner_id bigint NOT NULL,
  title text NOT NULL,
  replies_policy text NOT NULL,
  exclusive boolean NOT NULL,
  CONSTRAINT list_pkey PRIMARY KEY (id),
  CONSTRAINT list_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES actor(id),
  CONSTRAINT list_replies_policy_check CHECK ((replies_policy = ANY (ARRAY['followed'::text, 'list'::text, 'none'::text])))
);

CREATE TABLE list_entry (
  list_id bigint NOT NULL,
  id bigint NOT NULL,
  post_id bigint NOT NULL,
  shower_id bigint NOT NULL,
  CONSTRAINT list_entry_list_id_post_id_key UNIQUE (list_id, post_id),
  CONSTRAINT list_entry_pkey PRIMARY KEY (list_id, id),
  CONSTRAINT list_entry_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id) ON DELETE CASCADE
);

CREATE TABLE list_member (
  id bigint NOT NULL,
  list_id bigint NOT NULL,
  member_id bigint NOT NULL,
  CONSTRAINT list_member_pkey PRIMARY KEY (list_id, member_id),
  CONSTRAINT list_member_list_id_fkey FOREIGN KEY (list_id) REFERENCES list(id) ON DELETE CASCADE,
  CONSTRAINT list_member_member_id_fkey FOREIGN KEY (member_id) REFERENCES actor(id)
);

CREATE TABLE mail_link (
  token_hash bytea NOT NULL,
  actor_id bigint NOT NULL,
  purpose text NOT NULL,
  email text NOT NULL,
  issued_at timestamp with time zone NOT NULL,
  CONSTRAINT mail_link_pkey PRIMARY KEY (token_hash),
  CONSTRAINT mail_link_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES account(actor_id) ON DELETE CASCADE,
  CONSTRAINT mail_link_purpose_check CHECK ((purpose = ANY (ARRAY['confirm'::text, 'reset'::text])))
);

CREATE TABLE marker (
  owner_id bigint NOT NULL,
  timeline text NOT NULL,
  last_read_id bigint NOT NULL,
  version integer NOT NULL,
  marked_at timestamp with time zone NOT NULL,
  CONSTRAINT marker_pkey PRIMARY KEY (owner_id, timeline),
  CONSTRAINT marker_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES actor(id),
  CONSTRAINT marker_timeline_check CHECK ((timeline = ANY (ARRAY['home'::text, 'notifications'::text])))
);

CREATE TABLE media_proxy_key (
  id smallint NOT NULL,
  secret bytea NOT NULL,
  CONSTRAINT media_proxy_key_pkey PRIMARY KEY (id),
  CONSTRAINT media_proxy_key_id_check CHECK ((id = 1))
);

CREATE TABLE mute (
  id bigint NOT NULL,
  muter_id bigint NOT NULL,
  muted_id bigint NOT NULL,
  hides_notifications boolean NOT NULL,
  muted_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  CONSTRAINT mute_muter_id_muted_id_key UNIQUE (muter_id, muted_id),
  CONSTRAINT mute_pkey PRIMARY KEY (id),
  CONSTRAINT mute_muted_id_fkey FOREIGN KEY (muted_id) REFERENCES actor(id),
  CONSTRAINT mute_muter_id_fkey FOREIGN KEY (muter_id) REFERENCES actor(id),
  CONSTRAINT mute_check CHECK ((muter_id <> muted_id))
);

CREATE TABLE notification (
  owner_id bigint NOT NULL,
  id bigint NOT NULL,
  type text NOT NULL,
  actor_id bigint NOT NULL,
  post_id bigint DEFAULT 0 NOT NULL,
  notified_at timestamp with time zone NOT NULL,
  report_id bigint DEFAULT 0 NOT NULL,
  filtered boolean DEFAULT false NOT NULL,
  group_key text GENERATED ALWAYS AS (
CASE
    WHEN (type = ANY (ARRAY['favourite'::text, 'reblog'::text])) THEN ((((type || '-'::text) || (post_id)::text) || '-'::text) || (((id >> 22) / 43200000))::text)
    WHEN (type = ANY (ARRAY['follow'::text, 'admin.sign_up'::text])) THEN ((type || '-'::text) || (((id >> 22) / 43200000))::text)
    ELSE ('ungrouped-'::text || (id)::text)
END) STORED NOT NULL,
  CONSTRAINT notification_owner_id_type_actor_id_post_id_report_id_key UNIQUE (owner_id, type, actor_id, post_id, report_id),
  CONSTRAINT notification_pkey PRIMARY KEY (owner_id, id),
  CONSTRAINT notification_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id),
  CONSTRAINT notification_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES actor(id)
);

CREATE TABLE notification_permission (
  owner_id bigint NOT NULL,
  actor_id bigint NOT NULL,
  permitted_at timestamp with time zone NOT NULL,
  CONSTRAINT notification_permission_pkey PRIMARY KEY (owner_id, actor_id),
  CONSTRAINT notification_permission_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id),
  CONSTRAINT notification_permission_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES actor(id)
);

CREATE TABLE notification_policy (
  owner_id bigint NOT NULL,
  for_not_following text NOT NULL,
  for_not_followers text NOT NULL,
  for_new_accounts text NOT NULL,
  for_private_mentions text NOT NULL,
  for_limited_accounts text NOT NULL,
  CONSTRAINT notification_policy_pkey PRIMARY KEY (owner_id),
  CONSTRAINT notification_policy_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES actor(id),
  CONSTRAINT notification_policy_for_limited_accounts_check CHECK ((for_limited_accounts = ANY (ARRAY['accept'::text, 'filter'::text, 'drop'::text]))),
  CONSTRAINT notification_policy_for_new_accounts_check CHECK ((for_new_accounts = ANY (ARRAY['accept'::text, 'filter'::text, 'drop'::text]))),
  CONSTRAINT notification_policy_for_not_followers_check CHECK ((for_not_followers = ANY (ARRAY['accept'::text, 'filter'::text, 'drop'::text]))),
  CONSTRAINT notification_policy_for_not_following_check CHECK ((for_not_following = ANY (ARRAY['accept'::text, 'filter'::text, 'drop'::text]))),
  CONSTRAINT notification_policy_for_private_mentions_check CHECK ((for_private_mentions = ANY (ARRAY['accept'::text, 'filter'::text, 'drop'::text])))
);

CREATE TABLE notification_request (
  owner_id bigint NOT NULL,
  id bigint NOT NULL,
  actor_id bigint NOT NULL,
  requested_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT notification_request_owner_id_actor_id_key UNIQUE (owner_id, actor_id),
  CONSTRAINT notification_request_pkey PRIMARY KEY (owner_id, id),
  CONSTRAINT notification_request_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id),
  CONSTRAINT notification_request_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES actor(id)
);

CREATE TABLE oauth_application (
  id bigint NOT NULL,
  client_id text NOT NULL,
  secret_hash bytea NOT NULL,
  name text NOT NULL,
  website text,
  redirect_uris text[] NOT NULL,
  scopes text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT oauth_application_client_id_key UNIQUE (client_id),
  CONSTRAINT oauth_application_pkey PRIMARY KEY (id)
);

CREATE TABLE oauth_code (
  code_hash bytea NOT NULL,
  application_id bigint NOT NULL,
  actor_id bigint NOT NULL,
  redirect_uri text NOT NULL,
  scopes text NOT NULL,
  challenge text,
  issued_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT oauth_code_pkey PRIMARY KEY (code_hash),
  CONSTRAINT oauth_code_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES account(actor_id),
  CONSTRAINT oauth_code_application_id_fkey FOREIGN KEY (application_id) REFERENCES oauth_application(id) ON DELETE CASCADE
);

CREATE TABLE outgoing_activity (
  id bigint NOT NULL,
  sender_id bigint NOT NULL,
  body text NOT NULL,
  queued_at timestamp with time zone NOT NULL,
  CONSTRAINT outgoing_activity_pkey PRIMARY KEY (id)
);

CREATE TABLE peer (
  host text NOT NULL,
  policy text DEFAULT 'none'::text NOT NULL,
  policy_reason text DEFAULT ''::text NOT NULL,
  policy_at timestamp with time zone,
  failures integer DEFAULT 0 NOT NULL,
  down_until timestamp with time zone,
  last_success_at timestamp with time zone,
  software text,
  software_version text,
  software_at timestamp with time zone,
  signature_dialect text DEFAULT 'cavage'::text NOT NULL,
  first_seen_at timestamp with time zone NOT NULL,
  CONSTRAINT peer_pkey PRIMARY KEY (host),
  CONSTRAINT peer_check CHECK (((failures = 0) = (down_until IS NULL))),
  CONSTRAINT peer_failures_check CHECK ((failures >= 0)),
  CONSTRAINT peer_host_check CHECK ((host = lower(host))),
  CONSTRAINT peer_policy_check CHECK ((policy = ANY (ARRAY['none'::text, 'limited'::text, 'suspended'::text]))),
  CONSTRAINT peer_signature_dialect_check CHECK ((signature_dialect = ANY (ARRAY['cavage'::text, 'rfc9421'::text])))
);

CREATE TABLE person (
  actor_id bigint NOT NULL,
  default_visibility text NOT NULL,
  default_sensitive boolean NOT NULL,
  default_language text,
  attribution_domains text[] DEFAULT '{}'::text[] NOT NULL,
  default_quote_policy text DEFAULT 'public'::text NOT NULL,
  CONSTRAINT person_pkey PRIMARY KEY (actor_id),
  CONSTRAINT person_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id),
  CONSTRAINT person_default_quote_policy_check CHECK ((default_quote_policy = ANY (ARRAY['public'::text, 'followers'::text, 'nobody'::text]))),
  CONSTRAINT person_default_visibility_check CHECK ((default_visibility = ANY (ARRAY['public'::text, 'unlisted'::text, 'private'::text, 'direct'::text])))
);

CREATE TABLE picture (
  id bigint NOT NULL,
  owner_id bigint NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  bytes integer NOT NULL,
  made_at timestamp with time zone NOT NULL,
  stored_at timestamp with time zone,
  released_at timestamp with time zone,
  CONSTRAINT picture_name_key UNIQUE (name),
  CONSTRAINT picture_pkey PRIMARY KEY (id),
  CONSTRAINT picture_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES actor(id)
);

CREATE TABLE poll_vote (
  post_id bigint NOT NULL,
  actor_id bigint NOT NULL,
  choice integer NOT NULL,
  voted_at timestamp with time zone NOT NULL,
  CONSTRAINT poll_vote_pkey PRIMARY KEY (post_id, actor_id, choice),
  CONSTRAINT poll_vote_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id),
  CONSTRAINT poll_vote_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id)
);

CREATE TABLE post (
  id bigint NOT NULL,
  uri text NOT NULL,
  author_id bigint NOT NULL,
  local boolean NOT NULL,
  type text NOT NULL,
  visibility text NOT NULL,
  page text NOT NULL,
  activity_uri text,
  content text NOT NULL,
  source text,
  spoiler text DEFAULT ''::text NOT NULL,
  sensitive boolean DEFAULT false NOT NULL,
  language text,
  in_reply_to_uri text,
  in_reply_to_id bigint,
  in_reply_to_author_id bigint,
  conversation text,
  attachments jsonb DEFAULT '[]'::jsonb NOT NULL,
  emojis jsonb DEFAULT '[]'::jsonb NOT NULL,
  poll jsonb,
  replies bigint DEFAULT 0 NOT NULL,
  favourites bigint DEFAULT 0 NOT NULL,
  boosts bigint DEFAULT 0 NOT NULL,
  published_at timestamp with time zone NOT NULL,
  edited_at timestamp with time zone,
  pinned_at timestamp with time zone,
  deleted_at timestamp with time zone,
  quotes bigint DEFAULT 0 NOT NULL,
  written_with jsonb,
  CONSTRAINT post_activity_uri_key UNIQUE (activity_uri),
  CONSTRAINT post_uri_key UNIQUE (uri),
  CONSTRAINT post_pkey PRIMARY KEY (id),
  CONSTRAINT post_author_id_fkey FOREIGN KEY (author_id) REFERENCES actor(id),
  CONSTRAINT post_in_reply_to_author_id_fkey FOREIGN KEY (in_reply_to_author_id) REFERENCES actor(id),
  CONSTRAINT post_in_reply_to_id_fkey FOREIGN KEY (in_reply_to_id) REFERENCES post(id),
  CONSTRAINT post_boosts_check CHECK ((boosts >= 0)),
  CONSTRAINT post_favourites_check CHECK ((favourites >= 0)),
  CONSTRAINT post_quotes_check CHECK ((quotes >= 0)),
  CONSTRAINT post_replies_check CHECK ((replies >= 0)),
  CONSTRAINT post_visibility_check CHECK ((visibility = ANY (ARRAY['public'::text, 'unlisted'::text, 'private'::text, 'direct'::text])))
);

CREATE TABLE post_backfill (
  actor_id bigint NOT NULL,
  filled_at timestamp with time zone NOT NULL,
  CONSTRAINT post_backfill_pkey PRIMARY KEY (actor_id),
  CONSTRAINT post_backfill_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id)
);

CREATE TABLE post_count (
  actor_id bigint NOT NULL,
  posts bigint DEFAULT 0 NOT NULL,
  last_post_at timestamp with time zone,
  CONSTRAINT post_count_pkey PRIMARY KEY (actor_id),
  CONSTRAINT post_count_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id),
  CONSTRAINT post_count_posts_check CHECK ((posts >= 0))
);

CREATE TABLE post_edit (
  id bigint NOT NULL,
  post_id bigint NOT NULL,
  content text NOT NULL,
  spoiler text NOT NULL,
  sensitive boolean NOT NULL,
  attachments jsonb NOT NULL,
  emojis jsonb NOT NULL,
  poll jsonb,
  written_at timestamp with time zone NOT NULL,
  CONSTRAINT post_edit_pkey PRIMARY KEY (id),
  CONSTRAINT post_edit_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id)
);

CREATE TABLE post_idempotency (
  actor_id bigint NOT NULL,
  key text NOT NULL,
  post_id bigint NOT NULL,
  used_at timestamp with time zone NOT NULL,
  CONSTRAINT post_idempotency_pkey PRIMARY KEY (actor_id, key),
  CONSTRAINT post_idempotency_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id)
);

CREATE TABLE post_mention (
  post_id bigint NOT NULL,
  actor_id bigint NOT NULL,
  place integer NOT NULL,
  silent boolean NOT NULL,
  CONSTRAINT post_mention_pkey PRIMARY KEY (post_id, actor_id),
  CONSTRAINT post_mention_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id),
  CONSTRAINT post_mention_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id)
);

CREATE TABLE post_search (
  post_id bigint NOT NULL,
  words tsvector NOT NULL,
  CONSTRAINT post_search_pkey PRIMARY KEY (post_id)
);

CREATE TABLE post_tag (
  name text NOT NULL,
  post_id bigint NOT NULL,
  CONSTRAINT post_tag_pkey PRIMARY KEY (post_id, name),
  CONSTRAINT post_tag_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id)
);

CREATE TABLE post_thread_budget (
  purse bytea NOT NULL,
  since timestamp with time zone NOT NULL,
  spent integer NOT NULL,
  CONSTRAINT post_thread_budget_pkey PRIMARY KEY (purse)
);

CREATE TABLE post_tombstone (
  uri text NOT NULL,
  actor_id bigint NOT NULL,
  buried_at timestamp with time zone NOT NULL,
  CONSTRAINT post_tombstone_pkey PRIMARY KEY (actor_id, uri),
  CONSTRAINT post_tombstone_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id)
);

CREATE TABLE preview (
  id bigint NOT NULL,
  url text NOT NULL,
  card jsonb,
  wanted_at timestamp with time zone,
  fetched_at timestamp with time zone,
  unlinked_at timestamp with time zone,
  CONSTRAINT preview_url_key UNIQUE (url),
  CONSTRAINT preview_pkey PRIMARY KEY (id)
);

CREATE TABLE preview_link (
  post_id bigint NOT NULL,
  preview_id bigint NOT NULL,
  CONSTRAINT preview_link_pkey PRIMARY KEY (post_id),
  CONSTRAINT preview_link_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id),
  CONSTRAINT preview_link_preview_id_fkey FOREIGN KEY (preview_id) REFERENCES preview(id)
);

CREATE TABLE push_key (
  single boolean DEFAULT true NOT NULL,
  point bytea NOT NULL,
  scalar bytea NOT NULL,
  made_at timestamp with time zone NOT NULL,
  CONSTRAINT push_key_pkey PRIMARY KEY (single),
  CONSTRAINT push_key_single_check CHECK (single)
);

CREATE TABLE push_subscription (
  id bigint NOT NULL,
  token_id bigint NOT NULL,
  owner_id bigint NOT NULL,
  endpoint text NOT NULL,
  point bytea NOT NULL,
  secret bytea NOT NULL,
  standard boolean NOT NULL,
  sealed_token bytea,
  alerts text[] NOT NULL,
  policy text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT push_subscription_token_id_key UNIQUE (token_id),
  CONSTRAINT push_subscription_pkey PRIMARY KEY (id),
  CONSTRAINT push_subscription_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES actor(id),
  CONSTRAINT push_subscription_token_id_fkey FOREIGN KEY (token_id) REFERENCES access_token(id) ON DELETE CASCADE,
  CONSTRAINT push_subscription_policy_check CHECK ((policy = ANY (ARRAY['all'::text, 'followed'::text, 'follower'::text, 'none'::text])))
);

CREATE TABLE quote (
  post_id bigint NOT NULL,
  quoted_uri text NOT NULL,
  quoted_id bigint,
  state text NOT NULL,
  authorization_uri text,
  CONSTRAINT quote_pkey PRIMARY KEY (post_id),
  CONSTRAINT quote_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id),
  CONSTRAINT quote_quoted_id_fkey FOREIGN KEY (quoted_id) REFERENCES post(id),
  CONSTRAINT quote_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'accepted'::text, 'rejected'::text, 'revoked'::text])))
);

CREATE TABLE quote_rule (
  post_id bigint NOT NULL,
  automatic text[] NOT NULL,
  manual text[] NOT NULL,
  CONSTRAINT quote_rule_pkey PRIMARY KEY (post_id),
  CONSTRAINT quote_rule_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id)
);

CREATE TABLE relationship_count (
  actor_id bigint NOT NULL,
  followers bigint DEFAULT 0 NOT NULL,
  following bigint DEFAULT 0 NOT NULL,
  CONSTRAINT relationship_count_pkey PRIMARY KEY (actor_id),
  CONSTRAINT relationship_count_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id),
  CONSTRAINT relationship_count_followers_check CHECK ((followers >= 0)),
  CONSTRAINT relationship_count_following_check CHECK ((following >= 0))
);

CREATE TABLE relationship_note (
  author_id bigint NOT NULL,
  about_id bigint NOT NULL,
  content text NOT NULL,
  CONSTRAINT relationship_note_pkey PRIMARY KEY (author_id, about_id),
  CONSTRAINT relationship_note_about_id_fkey FOREIGN KEY (about_id) REFERENCES actor(id),
  CONSTRAINT relationship_note_author_id_fkey FOREIGN KEY (author_id) REFERENCES actor(id)
);

CREATE TABLE report (
  id bigint NOT NULL,
  reporter_id bigint NOT NULL,
  activity_uri text NOT NULL,
  comment text NOT NULL,
  reported_at timestamp with time zone NOT NULL,
  resolved_at timestamp with time zone,
  resolved_by bigint,
  target_id bigint,
  category text DEFAULT 'other'::text NOT NULL,
  rule_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
  forwarded boolean DEFAULT false NOT NULL,
  assigned_to bigint,
  CONSTRAINT report_reporter_id_activity_uri_key UNIQUE (reporter_id, activity_uri),
  CONSTRAINT report_pkey PRIMARY KEY (id),
  CONSTRAINT report_assigned_to_fkey FOREIGN KEY (assigned_to) REFERENCES actor(id),
  CONSTRAINT report_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES actor(id),
  CONSTRAINT report_resolved_by_fkey FOREIGN KEY (resolved_by) REFERENCES actor(id),
  CONSTRAINT report_target_id_fkey FOREIGN KEY (target_id) REFERENCES actor(id),
  CONSTRAINT report_category_check CHECK ((category = ANY (ARRAY['spam'::text, 'legal'::text, 'violation'::text, 'other'::text])))
);

CREATE TABLE report_subject (
  report_id bigint NOT NULL,
  uri text NOT NULL,
  actor_id bigint,
  post_id bigint,
  CONSTRAINT report_subject_pkey PRIMARY KEY (report_id, uri),
  CONSTRAINT report_subject_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id),
  CONSTRAINT report_subject_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id)
);

CREATE TABLE scheduled_post (
  id bigint NOT NULL,
  actor_id bigint NOT NULL,
  scheduled_at timestamp with time zone NOT NULL,
  draft jsonb NOT NULL,
  idempotency_key text,
  CONSTRAINT scheduled_post_actor_id_idempotency_key_key UNIQUE (actor_id, idempotency_key),
  CONSTRAINT scheduled_post_pkey PRIMARY KEY (id),
  CONSTRAINT scheduled_post_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id)
);

CREATE TABLE search_author (
  actor_id bigint NOT NULL,
  next_id bigint NOT NULL,
  done_at timestamp with time zone,
  CONSTRAINT search_author_pkey PRIMARY KEY (actor_id)
);

CREATE TABLE sign_up (
  actor_id bigint NOT NULL,
  application_id bigint,
  invite_id bigint,
  reason text,
  locale text,
  CONSTRAINT sign_up_pkey PRIMARY KEY (actor_id),
  CONSTRAINT sign_up_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES account(actor_id) ON DELETE CASCADE
);

CREATE TABLE tag_feature (
  id bigint NOT NULL,
  owner_id bigint NOT NULL,
  name text NOT NULL,
  CONSTRAINT tag_feature_owner_id_name_key UNIQUE (owner_id, name),
  CONSTRAINT tag_feature_pkey PRIMARY KEY (id),
  CONSTRAINT tag_feature_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES actor(id)
);

CREATE TABLE tag_follow (
  id bigint NOT NULL,
  owner_id bigint NOT NULL,
  name text NOT NULL,
  CONSTRAINT tag_follow_owner_id_name_key UNIQUE (owner_id, name),
  CONSTRAINT tag_follow_pkey PRIMARY KEY (id),
  CONSTRAINT tag_follow_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES actor(id)
);

CREATE TABLE thread_mute (
  actor_id bigint NOT NULL,
  thread text NOT NULL,
  CONSTRAINT thread_mute_pkey PRIMARY KEY (actor_id, thread),
  CONSTRAINT thread_mute_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id)
);

CREATE TABLE upload (
  id bigint NOT NULL,
  owner_id bigint NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  preview text,
  description text,
  focus_x double precision,
  focus_y double precision,
  blurhash text,
  seconds double precision,
  post_id bigint,
  idle_since timestamp with time zone,
  CONSTRAINT upload_name_key UNIQUE (name),
  CONSTRAINT upload_pkey PRIMARY KEY (id),
  CONSTRAINT upload_name_fkey FOREIGN KEY (name) REFERENCES picture(name),
  CONSTRAINT upload_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES actor(id),
  CONSTRAINT upload_preview_fkey FOREIGN KEY (preview) REFERENCES picture(name),
  CONSTRAINT upload_check CHECK (((post_id IS NULL) = (idle_since IS NOT NULL))),
  CONSTRAINT upload_kind_check CHECK ((kind = ANY (ARRAY['image'::text, 'video'::text, 'audio'::text])))
);

CREATE VIEW account_staff AS
 SELECT actor_id
   FROM account
  WHERE role <> 'member'::text AND confirmed_at IS NOT NULL AND approved_at IS NOT NULL AND suspended_at IS NULL;

CREATE VIEW actor_here AS
 SELECT id AS actor_id
   FROM actor
  WHERE local AND deleted_at IS NULL;

CREATE VIEW actor_inbox AS
 SELECT id AS actor_id,
    inbox,
    shared_inbox
   FROM actor
  WHERE NOT local AND suspended_at IS NULL AND deleted_at IS NULL;

CREATE VIEW actor_indexable AS
 SELECT id AS actor_id
   FROM actor
  WHERE indexable;

CREATE VIEW actor_origin AS
 SELECT id AS actor_id,
    local,
    authority,
    published
   FROM actor;

CREATE VIEW actor_stamp AS
 SELECT id AS actor_id,
    xmin AS stamp
   FROM actor;

CREATE VIEW actor_withheld AS
 SELECT id AS actor_id
   FROM actor
  WHERE suspended_at IS NOT NULL OR deleted_at IS NOT NULL;

CREATE VIEW follow_abroad AS
 SELECT f.id,
    f.followed_id AS person_id,
    a.authority AS host
   FROM follow f
     JOIN actor a ON a.id = f.follower_id AND NOT a.local
UNION ALL
 SELECT f.id,
    f.follower_id AS person_id,
    a.authority AS host
   FROM follow f
     JOIN actor a ON a.id = f.followed_id AND NOT a.local;

CREATE VIEW follow_accepted AS
 SELECT id,
    follower_id,
    followed_id,
    shows_boosts,
    notifies,
    languages,
    accepted_at
   FROM follow
  WHERE accepted_at IS NOT NULL;

CREATE VIEW hidden_from AS
 SELECT block.blocker_id AS viewer_id,
    block.blocked_id AS hidden_id
   FROM block
UNION ALL
 SELECT block.blocked_id AS viewer_id,
    block.blocker_id AS hidden_id
   FROM block;

CREATE VIEW list_exclusive_member AS
 SELECT l.owner_id,
    m.member_id
   FROM list l
     JOIN list_member m ON m.list_id = l.id
  WHERE l.exclusive;

CREATE VIEW muted_by AS
 SELECT mute.muter_id AS viewer_id,
    mute.muted_id,
    mute.hides_notifications
   FROM mute
  WHERE mute.expires_at IS NULL OR mute.expires_at > now()
UNION ALL
 SELECT d.owner_id AS viewer_id,
    a.id AS muted_id,
    true AS hides_notifications
   FROM domain_mute d
     JOIN actor a ON a.authority = d.host AND NOT a.local;

CREATE VIEW notification_told AS
 SELECT id,
    owner_id,
    type
   FROM notification
  WHERE NOT filtered;

CREATE VIEW peer_down AS
 SELECT host,
    down_until
   FROM peer
  WHERE down_until IS NOT NULL;

CREATE VIEW peer_limited AS
 SELECT host
   FROM peer
  WHERE policy = 'limited'::text;

CREATE VIEW peer_standing AS
 SELECT host,
    failures = 0 AND last_success_at IS NOT NULL AS well,
    down_until,
    signature_dialect
   FROM peer;

CREATE VIEW post_library AS
 SELECT post.id AS post_id,
    post.author_id AS actor_id
   FROM post
  WHERE post.deleted_at IS NULL
UNION ALL
 SELECT post_mention.post_id,
    post_mention.actor_id
   FROM post_mention
  WHERE NOT post_mention.silent
UNION ALL
 SELECT favourite.post_id,
    favourite.actor_id
   FROM favourite
UNION ALL
 SELECT boost.post_id,
    boost.actor_id
   FROM boost
UNION ALL
 SELECT bookmark.post_id,
    bookmark.actor_id
   FROM bookmark;

CREATE VIEW post_origin AS
 SELECT id AS post_id,
    uri,
    author_id
   FROM post
  WHERE deleted_at IS NULL;

CREATE VIEW post_party AS
 SELECT post.id AS post_id,
    post.author_id AS actor_id,
    'author'::text AS role
   FROM post
  WHERE post.deleted_at IS NULL
UNION ALL
 SELECT post_mention.post_id,
    post_mention.actor_id,
    'mentioned'::text AS role
   FROM post_mention
  WHERE NOT post_mention.silent
UNION ALL
 SELECT boost.post_id,
    boost.actor_id,
    'booster'::text AS role
   FROM boost
UNION ALL
 SELECT DISTINCT poll_vote.post_id,
    poll_vote.actor_id,
    'voter'::text AS role
   FROM poll_vote
UNION ALL
 SELECT q.post_id,
    quoted.author_id AS actor_id,
    'quoted'::text AS role
   FROM quote q
     JOIN post quoted ON quoted.id = q.quoted_id
  WHERE q.state = 'accepted'::text
UNION ALL
 SELECT q.quoted_id AS post_id,
    quoting.author_id AS actor_id,
    'quoter'::text AS role
   FROM quote q
     JOIN post quoting ON quoting.id = q.post_id
  WHERE q.state = 'accepted'::text AND quoting.deleted_at IS NULL;

CREATE VIEW post_tagged AS
 SELECT name,
    post_id
   FROM post_tag;

CREATE VIEW preview_stamp AS
 SELECT l.post_id,
    concat(l.xmin, ':', p.xmin) AS stamp
   FROM preview_link l
     JOIN preview p ON p.id = l.preview_id;

CREATE VIEW relationship_count_stamp AS
 SELECT actor_id,
    xmin AS stamp
   FROM relationship_count;

CREATE VIEW tag_followed AS
 SELECT owner_id,
    name
   FROM tag_follow;

CREATE VIEW thread_muted_by AS
 SELECT m.actor_id AS viewer_id,
    p.id AS post_id
   FROM post p
     JOIN thread_mute m ON m.thread = COALESCE(p.conversation, p.uri);

CREATE INDEX access_attempt_by_subject ON public.access_attempt USING btree (subject, attempted_at);

CREATE INDEX access_attempt_by_time ON public.access_attempt USING btree (attempted_at);

CREATE INDEX access_token_by_actor ON public.access_token USING btree (actor_id, id);

CREATE INDEX access_token_by_application ON public.access_token USING btree (application_id);

CREATE INDEX access_token_by_code ON public.access_token USING btree (code_hash) WHERE (code_hash IS NOT NULL);

CREATE INDEX account_by_creation ON public.account USING btree (created_at, actor_id);

CREATE UNIQUE INDEX account_by_email ON public.account USING btree (lower(email));

CREATE INDEX account_by_role ON public.account USING btree (actor_id) WHERE (role <> 'member'::text);

CREATE INDEX account_waiting ON public.account USING btree (actor_id) WHERE ((approved_at IS NULL) OR (confirmed_at IS NULL));

CREATE INDEX actor_display_name ON public.actor USING btree (lower(display_name) text_pattern_ops);

CREATE INDEX actor_followers ON public.actor USING btree (followers) WHERE (followers IS NOT NULL);

CREATE INDEX actor_handle ON public.actor USING btree (authority, lower(name), id DESC);

CREATE INDEX actor_indexable_elsewhere ON public.actor USING btree (id) WHERE (indexable AND (NOT local));

CREATE UNIQUE INDEX actor_instance ON public.actor USING btree (local) WHERE (local AND (type = 'Application'::text));

CREATE INDEX actor_local_featured ON public.actor USING btree (featured) WHERE local;

CREATE INDEX actor_local_following ON public.actor USING btree (following) WHERE local;

CREATE UNIQUE INDEX actor_local_handle ON public.actor USING btree (authority, lower(name)) WHERE local;

CREATE INDEX actor_local_inbox ON public.actor USING btree (inbox) WHERE local;

CREATE INDEX actor_local_outbox ON public.actor USING btree (outbox) WHERE local;

CREATE INDEX actor_local_page ON public.actor USING btree (page) WHERE local;

CREATE INDEX actor_name ON public.actor USING btree (lower(name) text_pattern_ops);

CREATE INDEX actor_withheld_by_id ON public.actor USING btree (id) WHERE ((suspended_at IS NOT NULL) OR (deleted_at IS NOT NULL));

CREATE INDEX actor_key_actor ON public.actor_key USING btree (actor_id);

CREATE INDEX block_by_activity ON public.block USING hash (activity_uri);

CREATE INDEX block_by_blocked ON public.block USING btree (blocked_id);

CREATE INDEX block_by_blocker ON public.block USING btree (blocker_id, id);

CREATE INDEX bookmark_by_actor ON public.bookmark USING btree (actor_id, id);

CREATE INDEX bookmark_by_post ON public.bookmark USING btree (post_id, id);

CREATE INDEX boost_by_actor ON public.boost USING btree (actor_id, id);

CREATE INDEX boost_by_post ON public.boost USING btree (post_id, id);

CREATE INDEX browser_session_by_actor ON public.browser_session USING btree (actor_id, id);

CREATE INDEX browser_session_by_use ON public.browser_session USING btree (last_used_at);

CREATE INDEX conversation_by_last_post ON public.conversation USING btree (owner_id, last_post_id);

CREATE INDEX conversation_ending_with ON public.conversation USING btree (last_post_id);

CREATE INDEX delivery_by_activity ON public.delivery USING btree (activity_id);

CREATE INDEX delivery_parked ON public.delivery USING btree (parked_at) WHERE (parked_at IS NOT NULL);

CREATE INDEX delivery_waiting ON public.delivery USING btree (host, sender_id, ((id + 0))) WHERE (parked_at IS NULL);

CREATE INDEX delivery_host_due ON public.delivery_host USING btree (well, due_at);

CREATE INDEX delivery_host_resting ON public.delivery_host USING btree (rests_until);

CREATE INDEX delivery_lane_by_holder ON public.delivery_lane USING btree (holder) WHERE (holder IS NOT NULL);

CREATE INDEX delivery_lane_due ON public.delivery_lane USING btree (host, due_at);

CREATE UNIQUE INDEX event_by_number ON public.event USING btree (number) WHERE (number IS NOT NULL);

CREATE INDEX event_unnumbered ON public.event USING btree (turn) WHERE (number IS NULL);

CREATE INDEX event_parked ON public.event_failure USING btree (parked_at) WHERE (parked_at IS NOT NULL);

CREATE INDEX favourite_by_activity ON public.favourite USING hash (activity_uri);

CREATE INDEX favourite_by_actor ON public.favourite USING btree (actor_id, id);

CREATE INDEX favourite_by_post ON public.favourite USING btree (post_id, id);

CREATE INDEX filter_by_owner ON public.filter USING btree (owner_id, id);

CREATE INDEX filter_keyword_by_filter ON public.filter_keyword USING btree (filter_id, id);

CREATE INDEX filter_post_by_post ON public.filter_post USING btree (post_id);

CREATE INDEX follow_by_activity ON public.follow USING hash (activity_uri);

CREATE INDEX follow_by_followed ON public.follow USING btree (followed_id, id) WHERE (accepted_at IS NOT NULL);

CREATE INDEX follow_by_follower ON public.follow USING btree (follower_id, id) WHERE (accepted_at IS NOT NULL);

CREATE INDEX follow_endorsed ON public.follow USING btree (follower_id, endorsed_id) WHERE (endorsed_id IS NOT NULL);

CREATE INDEX follow_request_by_followed ON public.follow USING btree (followed_id, id) WHERE (accepted_at IS NULL);

CREATE INDEX follow_undone_by_time ON public.follow_undone USING btree (undone_at);

CREATE INDEX hashtag_by_prefix ON public.hashtag USING btree (name text_pattern_ops);

CREATE INDEX inbox_event_body ON public.inbox_event USING btree (received_at) WHERE (body IS NOT NULL);

CREATE INDEX inbox_event_by_holder ON public.inbox_event USING btree (holder) WHERE (holder IS NOT NULL);

CREATE INDEX inbox_event_due ON public.inbox_event USING btree (next_at, id) WHERE (outcome IS NULL);

CREATE INDEX inbox_event_lane ON public.inbox_event USING btree (lane, id) WHERE (outcome IS NULL);

CREATE INDEX inbox_event_parked ON public.inbox_event USING btree (handled_at) WHERE (outcome = 'parked'::text);

CREATE INDEX inbox_event_received ON public.inbox_event USING btree (received_at);

CREATE INDEX invite_by_maker ON public.invite USING btree (made_by, id);

CREATE INDEX job_by_holder ON public.job USING btree (holder) WHERE (holder IS NOT NULL);

CREATE UNIQUE INDEX job_by_key ON public.job USING btree (kind, key) WHERE (parked_at IS NULL);

CREATE INDEX job_due ON public.job USING btree (due_at) WHERE (parked_at IS NULL);

CREATE INDEX job_parked ON public.job USING btree (parked_at) WHERE (parked_at IS NOT NULL);

CREATE INDEX list_by_owner ON public.list USING btree (owner_id, id);

CREATE INDEX list_exclusive_by_owner ON public.list USING btree (owner_id) WHERE exclusive;

CREATE UNIQUE INDEX list_member_by_id ON public.list_member USING btree (list_id, id);

CREATE INDEX list_member_by_member ON public.list_member USING btree (member_id, list_id);

CREATE INDEX mail_link_by_actor ON public.mail_link USING btree (actor_id, purpose);

CREATE INDEX mail_link_by_issue ON public.mail_link USING btree (issued_at);

CREATE INDEX mute_by_expiry ON public.mute USING btree (expires_at) WHERE (expires_at IS NOT NULL);

CREATE INDEX mute_by_muted ON public.mute USING btree (muted_id);

CREATE INDEX mute_by_muter ON public.mute USING btree (muter_id, id);

CREATE INDEX notification_by_deed ON public.notification USING btree (actor_id, post_id, type);

CREATE INDEX notification_by_event ON public.notification USING btree (id);

CREATE INDEX notification_by_group ON public.notification USING btree (owner_id, group_key, id);

CREATE INDEX notification_filtered ON public.notification USING btree (owner_id, actor_id, id) WHERE filtered;

CREATE INDEX notification_request_by_actor ON public.notification_request USING btree (actor_id);

CREATE INDEX oauth_application_unused ON public.oauth_application USING btree (created_at) WHERE (used_at IS NULL);

CREATE INDEX oauth_code_by_actor ON public.oauth_code USING btree (actor_id);

CREATE INDEX oauth_code_by_application ON public.oauth_code USING btree (application_id);

CREATE INDEX oauth_code_by_issue ON public.oauth_code USING btree (issued_at);

CREATE INDEX outgoing_activity_by_time ON public.outgoing_activity USING btree (queued_at, id);

CREATE INDEX peer_down_until ON public.peer USING btree (down_until) WHERE (down_until IS NOT NULL);

CREATE INDEX peer_policy ON public.peer USING btree (host) WHERE (policy <> 'none'::text);

CREATE INDEX peer_policy_at ON public.peer USING btree (policy_at DESC) WHERE (policy_at IS NOT NULL);

CREATE INDEX picture_by_owner ON public.picture USING btree (owner_id);

CREATE INDEX picture_released ON public.picture USING btree (released_at) WHERE (released_at IS NOT NULL);

CREATE INDEX picture_unfinished ON public.picture USING btree (made_at) WHERE (stored_at IS NULL);

CREATE INDEX poll_vote_by_actor ON public.poll_vote USING btree (actor_id, post_id);

CREATE INDEX post_by_author ON public.post USING btree (author_id, id) WHERE (deleted_at IS NULL);

CREATE INDEX post_by_page ON public.post USING hash (page);

CREATE INDEX post_direct_by_thread ON public.post USING btree (COALESCE(conversation, uri), id) WHERE ((visibility = 'direct'::text) AND (deleted_at IS NULL));

CREATE INDEX post_pinned ON public.post USING btree (author_id, pinned_at) WHERE (pinned_at IS NOT NULL);

CREATE INDEX post_public ON public.post USING btree (id) WHERE ((visibility = 'public'::text) AND (deleted_at IS NULL));

CREATE INDEX post_public_local ON public.post USING btree (id) WHERE ((visibility = 'public'::text) AND (deleted_at IS NULL) AND local);

CREATE INDEX post_public_remote ON public.post USING btree (id) WHERE ((visibility = 'public'::text) AND (deleted_at IS NULL) AND (NOT local));

CREATE INDEX post_public_with_media ON public.post USING btree (id) WHERE ((visibility = 'public'::text) AND (deleted_at IS NULL) AND (attachments <> '[]'::jsonb));

CREATE INDEX post_reply ON public.post USING btree (in_reply_to_id, id) WHERE (in_reply_to_id IS NOT NULL);

CREATE INDEX post_with_media_by_author ON public.post USING btree (author_id, id) WHERE ((deleted_at IS NULL) AND (attachments <> '[]'::jsonb));

CREATE INDEX post_without_parent ON public.post USING btree (in_reply_to_uri) WHERE ((in_reply_to_id IS NULL) AND (in_reply_to_uri IS NOT NULL));

CREATE INDEX post_edit_by_post ON public.post_edit USING btree (post_id, id);

CREATE INDEX post_idempotency_by_time ON public.post_idempotency USING btree (used_at);

CREATE INDEX post_mention_by_actor ON public.post_mention USING btree (actor_id, post_id);

CREATE INDEX post_search_by_words ON public.post_search USING gin (words) WITH (gin_pending_list_limit='1024');

CREATE INDEX post_tag_by_name ON public.post_tag USING btree (name, post_id);

CREATE INDEX post_thread_budget_by_time ON public.post_thread_budget USING btree (since);

CREATE INDEX post_tombstone_by_time ON public.post_tombstone USING btree (buried_at);

CREATE INDEX preview_unlinked ON public.preview USING btree (unlinked_at) WHERE (unlinked_at IS NOT NULL);

CREATE INDEX preview_link_by_preview ON public.preview_link USING btree (preview_id, post_id);

CREATE INDEX push_subscription_by_owner ON public.push_subscription USING btree (owner_id);

CREATE INDEX quote_by_authorization ON public.quote USING hash (authorization_uri);

CREATE INDEX quote_of_post ON public.quote USING btree (quoted_id, post_id) WHERE (quoted_id IS NOT NULL);

CREATE INDEX relationship_note_by_about ON public.relationship_note USING btree (about_id);

CREATE INDEX report_by_reporter ON public.report USING btree (reporter_id, reported_at);

CREATE INDEX report_by_target ON public.report USING btree (target_id, id);

CREATE INDEX report_open ON public.report USING btree (id) WHERE (resolved_at IS NULL);

CREATE INDEX report_resolved ON public.report USING btree (id) WHERE (resolved_at IS NOT NULL);

CREATE INDEX report_subject_by_actor ON public.report_subject USING btree (actor_id) WHERE (actor_id IS NOT NULL);

CREATE INDEX scheduled_post_by_actor ON public.scheduled_post USING btree (actor_id, id);

CREATE INDEX scheduled_post_by_time ON public.scheduled_post USING btree (actor_id, scheduled_at);

CREATE INDEX tag_follow_by_name ON public.tag_follow USING btree (name);

CREATE INDEX tag_follow_by_owner ON public.tag_follow USING btree (owner_id, id);

CREATE INDEX upload_by_owner ON public.upload USING btree (owner_id, id);

CREATE INDEX upload_by_post ON public.upload USING btree (post_id) WHERE (post_id IS NOT NULL);

CREATE INDEX upload_by_preview ON public.upload USING btree (preview) WHERE (preview IS NOT NULL);

CREATE INDEX upload_idle ON public.upload USING btree (idle_since) WHERE (idle_since IS NOT NULL);

CREATE INDEX upload_idle_by_owner ON public.upload USING btree (owner_id) WHERE (idle_since IS NOT NULL);

CREATE OR REPLACE FUNCTION public.boost_visible_to(viewer bigint)
 RETURNS SETOF boost
 LANGUAGE sql
 STABLE
AS $function$
  SELECT b.*
    FROM boost AS b
   WHERE (b.visibility <> 'private'
          OR b.actor_id = viewer
          OR EXISTS (SELECT FROM follow_accepted AS f
                      WHERE f.follower_id = viewer AND f.followed_id = b.actor_id))
     AND NOT EXISTS (SELECT FROM hidden_from AS h
                      WHERE h.viewer_id = viewer AND h.hidden_id = b.actor_id)
     AND NOT EXISTS (SELECT FROM actor_withheld AS w WHERE w.actor_id = b.actor_id)
     AND EXISTS (SELECT FROM post_visible_to(viewer) AS p WHERE p.id = b.post_id)
$function$
;

CREATE OR REPLACE FUNCTION public.notification_verdict(owner bigint, actor bigint, post bigint, done_at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION public.post_visible_to(viewer bigint)
 RETURNS SETOF post
 LANGUAGE sql
 STABLE
AS $function$
  SELECT p.*
    FROM post AS p
   WHERE p.deleted_at IS NULL
     AND (p.visibility IN ('public', 'unlisted')
          OR p.author_id = viewer
          OR (p.visibility = 'private'
              AND EXISTS (SELECT FROM follow_accepted AS f
                           WHERE f.follower_id = viewer AND f.followed_id = p.author_id))
          OR EXISTS (SELECT FROM post_mention AS m
                      WHERE m.post_id = p.id AND m.actor_id = viewer))
     AND NOT EXISTS (SELECT FROM hidden_from AS h
                      WHERE h.viewer_id = viewer AND h.hidden_id = p.author_id)
     AND NOT EXISTS (SELECT FROM actor_withheld AS w WHERE w.actor_id = p.author_id)
$function$
;

CREATE OR REPLACE FUNCTION public.search_configuration(language text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT CASE split_part(lower(language), '-', 1)
    WHEN 'ar' THEN 'arabic' WHEN 'hy' THEN 'armenian' WHEN 'eu' THEN 'basque'
    WHEN 'ca' THEN 'catalan' WHEN 'da' THEN 'danish' WHEN 'nl' THEN 'dutch'
    WHEN 'en' THEN 'english' WHEN 'fi' THEN 'finnish' WHEN 'fr' THEN 'french'
    WHEN 'de' THEN 'german' WHEN 'el' THEN 'greek' WHEN 'hi' THEN 'hindi'
    WHEN 'hu' THEN 'hungarian' WHEN 'id' THEN 'indonesian' WHEN 'ga' THEN 'irish'
    WHEN 'it' THEN 'italian' WHEN 'lt' THEN 'lithuanian' WHEN 'ne' THEN 'nepali'
    WHEN 'no' THEN 'norwegian' WHEN 'nb' THEN 'norwegian' WHEN 'nn' THEN 'norwegian'
    WHEN 'pt' THEN 'portuguese' WHEN 'ro' THEN 'romanian' WHEN 'ru' THEN 'russian'
    WHEN 'sr' THEN 'serbian' WHEN 'es' THEN 'spanish' WHEN 'sv' THEN 'swedish'
    WHEN 'ta' THEN 'tamil' WHEN 'tr' THEN 'turkish' WHEN 'yi' THEN 'yiddish'
    ELSE 'simple' END
$function$
;

CREATE OR REPLACE FUNCTION public.search_query(words text, without text[], marks text)
 RETURNS tsquery
 LANGUAGE plpgsql
 STABLE
 SET client_min_messages TO 'warning'
AS $function$
DECLARE
  asked tsquery := marks::tsquery;
  each text;
BEGIN
  IF words <> '' THEN asked := search_words(words) && asked; END IF;
  FOREACH each IN ARRAY without LOOP
    asked := asked && !!search_words(each);
  END LOOP;
  RETURN asked;
END
$function$
;

CREATE OR REPLACE FUNCTION public.search_words(words text)
 RETURNS tsquery
 LANGUAGE sql
 STABLE
AS $function$
  WITH stemmed AS (
    SELECT cfgname, websearch_to_tsquery(cfgname::text::regconfig, words) AS query
      FROM pg_ts_config
     WHERE cfgnamespace = 'pg_catalog'::regnamespace),
  grouped AS (
    SELECT query, string_agg('''=c' || cfgname || '''', ' | ') AS configurations
      FROM stemmed
     WHERE numnode(query) > 0
     GROUP BY query)
  SELECT coalesce(
           string_agg(
             CASE WHEN numnode(query) = numnode(websearch_to_tsquery('simple', words))
                  THEN '(' || query::text || ')'
                  ELSE '((' || query::text || ') & (' || configurations || '))' END,
             ' | '), '')::tsquery
    FROM grouped
$function$
;
