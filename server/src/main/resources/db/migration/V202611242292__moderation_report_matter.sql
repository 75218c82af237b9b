-- What a report is about, and what moderators did with it.
ALTER TABLE report
  ADD COLUMN target_id bigint REFERENCES actor (id),
  ADD COLUMN category text NOT NULL DEFAULT 'other'
    CHECK (category IN ('spam', 'legal', 'violation', 'other')),
  ADD COLUMN rule_ids bigint[] NOT NULL DEFAULT '{}',
  ADD COLUMN forwarded boolean NOT NULL DEFAULT false,
  ADD COLUMN assigned_to bigint REFERENCES actor (id);
COMMENT ON COLUMN report.target_id IS 'the account that it is about, where that is known here';

ALTER TABLE report_subject ADD COLUMN post_id bigint;
COMMENT ON COLUMN report_subject.post_id IS 'the post, where the subject is one that is known here';

CREATE INDEX report_by_target ON report (target_id, id);
CREATE INDEX report_resolved ON report (id) WHERE resolved_at IS NOT NULL;
CREATE INDEX report_by_reporter ON report (reporter_id, reported_at);
