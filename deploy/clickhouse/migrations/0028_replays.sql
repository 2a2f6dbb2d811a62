-- What was sent again stands by itself: a job that goes back to a checkpoint writes its dead letters anew, which must not take that back.

CREATE TABLE IF NOT EXISTS pennant.dead_letter_replay_log
(
    topic LowCardinality(String) COMMENT 'Topic of the record that was refused',
    partition Int32 COMMENT 'Partition of the record',
    offset Int64 COMMENT 'Offset at which it was refused',
    replayed_at DateTime64(3, 'UTC') COMMENT 'When that was done',
    replay LowCardinality(String) COMMENT 'sent to its topic once more; or left as replaced, where a later message of its key has come'
)
ENGINE = ReplacingMergeTree(replayed_at)
ORDER BY (topic, partition, offset)
COMMENT 'What `pennant replay` did with records that were refused; read it with FINAL';

CREATE OR REPLACE VIEW pennant.dead_letters
(
    topic LowCardinality(String) COMMENT 'Topic the record came from',
    partition Int32 COMMENT 'Partition of the record',
    offset Int64 COMMENT 'Offset of the record',
    reason LowCardinality(String) COMMENT 'Code of the reason, such as unknown-unit',
    seen_at DateTime64(3, 'UTC') COMMENT 'When the job refused it',
    replayed_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When it was sent to its topic once more, or left; null while it waits',
    detail String COMMENT 'What exactly was wrong, as a sentence',
    key Nullable(String) COMMENT 'The key of the record, as its bytes',
    payload Nullable(String) COMMENT 'The original bytes of the record',
    job LowCardinality(String) COMMENT 'The job that refused it',
    replay LowCardinality(String) COMMENT 'sent to its topic once more; or left as replaced, where a later message of its key has come; empty while it waits'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    letters.topic AS topic,
    letters.partition AS partition,
    letters.offset AS offset,
    letters.reason AS reason,
    letters.seen_at AS seen_at,
    replays.replayed_at AS replayed_at,
    letters.detail AS detail,
    letters.key AS key,
    letters.payload AS payload,
    letters.job AS job,
    replays.replay AS replay
FROM pennant.dead_letter_log AS letters FINAL
LEFT JOIN
(
    SELECT topic, partition, offset, toNullable(replayed_at) AS replayed_at, replay
    FROM pennant.dead_letter_replay_log FINAL
) AS replays USING (topic, partition, offset)
COMMENT 'Records that could not be used, with the reason and the original bytes';

ALTER TABLE pennant.dead_letter_log DROP COLUMN IF EXISTS replayed_at;
