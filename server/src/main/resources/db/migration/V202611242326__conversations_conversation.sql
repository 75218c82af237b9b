-- A thread of direct messages, as one of those who have part in it keeps it.
CREATE TABLE conversation (
  owner_id bigint NOT NULL REFERENCES actor (id),
  thread text NOT NULL,
  id bigint NOT NULL,
  last_post_id bigint NOT NULL REFERENCES post (id),
  unread boolean NOT NULL,
  PRIMARY KEY (owner_id, thread),
  UNIQUE (owner_id, id)
);
COMMENT ON COLUMN conversation.id IS 'of the post that it began with, as far as its owner saw';

CREATE INDEX conversation_by_last_post ON conversation (owner_id, last_post_id);
CREATE INDEX conversation_ending_with ON conversation (last_post_id);

-- For finding what was said last in such a thread.
CREATE INDEX post_direct_by_thread ON post ((coalesce(conversation, uri)), id)
  WHERE visibility = 'direct' AND deleted_at IS NULL;
