-- How the jobs run, as Flink's processes report it every ten seconds, each in one insert.

CREATE TABLE IF NOT EXISTS pennant.job_metric_log
(
    at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When it was reported, by the clock of the database',
    job LowCardinality(String) COMMENT 'Name of the job, such as retail; retail-rebuild while it is rebuilt',
    operator LowCardinality(String) COMMENT 'Name of the source or sink, such as Source: retail-receipts; empty where the metric is of the job',
    subtask UInt16 COMMENT 'Which of its subtasks, from 0; 0 where the metric is of the job',
    metric LowCardinality(String) COMMENT 'Name of the metric as Flink or the sink gives it, such as pendingRecords',
    value Decimal(18, 3) COMMENT 'What it said: a number of records, milliseconds, bytes, or records a second over the last minute'
)
ENGINE = MergeTree
PARTITION BY toDate(at)
ORDER BY (metric, at)
TTL toDateTime(at) + INTERVAL 7 DAY
SETTINGS ttl_only_drop_parts = 1
COMMENT 'Metrics of the jobs over the last seven days';

CREATE OR REPLACE VIEW pennant.job_metrics
(
    at DateTime64(3, 'UTC') COMMENT 'When it was reported, by the clock of the database',
    job LowCardinality(String) COMMENT 'Name of the job, such as retail; retail-rebuild while it is rebuilt',
    operator LowCardinality(String) COMMENT 'Name of the source or sink, such as Source: retail-receipts; empty where the metric is of the job',
    subtask UInt16 COMMENT 'Which of its subtasks, from 0; 0 where the metric is of the job',
    metric LowCardinality(String) COMMENT 'Name of the metric as Flink or the sink gives it, such as pendingRecords',
    value Decimal(18, 3) COMMENT 'What it said: a number of records, milliseconds, bytes, or records a second over the last minute'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT at, job, operator, subtask, metric, value
FROM pennant.job_metric_log
COMMENT 'Metrics of the jobs over the last seven days, as they were reported';

CREATE OR REPLACE VIEW pennant.job_health
(
    job LowCardinality(String) COMMENT 'Name of the job, such as retail; retail-rebuild while it is rebuilt',
    reported_at DateTime64(3, 'UTC') COMMENT 'When Flink last reported on it',
    uptime_ms Nullable(UInt64) COMMENT 'For how long it has run without a restart, in milliseconds; 0 while it does not run',
    restarts Nullable(UInt64) COMMENT 'How often it has restarted since it was submitted',
    pending_records Nullable(UInt64) COMMENT 'Lag: records of its topics that it has yet to read, as of its last fetches; null before the first record',
    records_per_second Nullable(Decimal(18, 3)) COMMENT 'How many records it reads a second, over the last minute',
    checkpoint_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When its last checkpoint was first reported; null before the first',
    checkpoint_ms Nullable(UInt64) COMMENT 'How long its last checkpoint took, in milliseconds',
    checkpoint_bytes Nullable(UInt64) COMMENT 'How much its last checkpoint wrote, in bytes',
    checkpoints_completed Nullable(UInt64) COMMENT 'Checkpoints since it was submitted',
    checkpoints_failed Nullable(UInt64) COMMENT 'Checkpoints that have failed since it was submitted, those included that came before all its tasks ran',
    rows_per_second Nullable(Decimal(18, 3)) COMMENT 'How many rows it writes into ClickHouse a second, over the last minute',
    inserts_per_second Nullable(Decimal(18, 3)) COMMENT 'How many inserts these are',
    insert_ms Nullable(UInt64) COMMENT 'How long the last insert into each of its tables took, the longest of them, in milliseconds, waiting for ClickHouse included',
    insert_retries Nullable(UInt64) COMMENT 'How often an insert was tried again since its tasks have started'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    job,
    max(job_reported_at) AS reported_at,
    maxOrNullIf(newest, metric = 'uptime') AS uptime_ms,
    maxOrNullIf(newest, metric = 'numRestarts') AS restarts,
    sumOrNullIf(newest, metric = 'pendingRecords') AS pending_records,
    sumOrNullIf(newest, metric = 'numRecordsInPerSecond') AS records_per_second,
    argMaxOrNullIf(first_at, last_at, metric = 'lastCompletedCheckpointId') AS checkpoint_at,
    maxOrNullIf(newest, metric = 'lastCheckpointDuration') AS checkpoint_ms,
    maxOrNullIf(newest, metric = 'lastCheckpointSize') AS checkpoint_bytes,
    maxOrNullIf(newest, metric = 'numberOfCompletedCheckpoints') AS checkpoints_completed,
    maxOrNullIf(newest, metric = 'numberOfFailedCheckpoints') AS checkpoints_failed,
    sumOrNullIf(newest, metric = 'rowsPerSecond') AS rows_per_second,
    sumOrNullIf(newest, metric = 'batchesPerSecond') AS inserts_per_second,
    maxOrNullIf(newest, metric = 'lastFlushMillis') AS insert_ms,
    sumOrNullIf(newest, metric = 'retries') AS insert_retries
FROM
(
    SELECT job, metric, first_at, last_at, newest, max(last_at) OVER (PARTITION BY job) AS job_reported_at
    FROM
    (
        -- A checkpoint has its number in all reports until the next one is complete: the first of them tells when it was.
        SELECT
            job,
            operator,
            subtask,
            metric,
            if(metric = 'lastCompletedCheckpointId', value, 0) AS checkpoint,
            min(at) AS first_at,
            max(at) AS last_at,
            argMax(value, at) AS newest
        FROM pennant.job_metric_log
        WHERE at > now64(3) - INTERVAL 1 HOUR
        GROUP BY job, operator, subtask, metric, checkpoint
    )
)
-- What one process of Flink said last, and not what another one said that is gone.
WHERE last_at > job_reported_at - INTERVAL 1 MINUTE
GROUP BY job
COMMENT 'How each job runs that has reported within the last hour';

-- Screens follow the figures; that the jobs still run is no news to them.
CREATE OR REPLACE VIEW pennant.data_version
(
    version UInt64 COMMENT 'Another number after every insert, those of metrics excepted; the numbers have no order'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT sum(cityHash64(table, newest)) AS version
FROM
(
    -- A merge keeps the newest block of what it merges, so only inserts count.
    SELECT table, max(max_block_number) AS newest
    FROM system.parts
    WHERE database = 'pennant' AND active AND table != 'job_metric_log'
    GROUP BY table
)
COMMENT 'Tells at little cost whether anything was inserted since one last looked';
