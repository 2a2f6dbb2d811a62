-- What could not be used: nothing is dropped, everything stands here with its reason and its original bytes.

CREATE TABLE IF NOT EXISTS pennant.dead_letter_log
(
    topic LowCardinality(String) COMMENT 'Topic the record came from',
    partition Int32 COMMENT 'Partition of the record',
    offset Int64 COMMENT 'Offset of the record',
    key Nullable(String) COMMENT 'The key of the record, as its bytes',
    reason LowCardinality(String) COMMENT 'Code of the reason, such as unknown-unit',
    detail String COMMENT 'What exactly was wrong, as a sentence',
    payload Nullable(String) COMMENT 'The original bytes of the record',
    job LowCardinality(String) COMMENT 'The job that refused it',
    seen_at DateTime64(3, 'UTC') COMMENT 'When the job refused it',
    replayed_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When it was sent to its topic once more; null if never'
)
ENGINE = ReplacingMergeTree(seen_at)
ORDER BY (topic, partition, offset, reason)
COMMENT 'Records that could not be used; read it with FINAL';

CREATE OR REPLACE VIEW pennant.dead_letters
(
    topic LowCardinality(String) COMMENT 'Topic the record came from',
    partition Int32 COMMENT 'Partition of the record',
    offset Int64 COMMENT 'Offset of the record',
    reason LowCardinality(String) COMMENT 'Code of the reason, such as unknown-unit',
    seen_at DateTime64(3, 'UTC') COMMENT 'When the job refused it',
    replayed_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When it was sent to its topic once more; null if never',
    detail String COMMENT 'What exactly was wrong, as a sentence',
    key Nullable(String) COMMENT 'The key of the record, as its bytes',
    payload Nullable(String) COMMENT 'The original bytes of the record',
    job LowCardinality(String) COMMENT 'The job that refused it'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT topic, partition, offset, reason, seen_at, replayed_at, detail, key, payload, job
FROM pennant.dead_letter_log FINAL
COMMENT 'Records that could not be used, with the reason and the original bytes';
