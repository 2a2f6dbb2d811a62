-- The enterprises behind the indicators: who is on a roster, what each reported, and how much of a unit's figure is whose.
-- Money is in fen in the tables and in yuan in the views. These are micro-data: no wall reads them.

CREATE TABLE IF NOT EXISTS pennant.enterprise_registry_log
(
    partition Int32 COMMENT 'Partition of the message in topic enterprise-registry',
    offset Int64 COMMENT 'Offset of the message',
    enterprise_id String COMMENT 'Id of the enterprise, usually its 18-character credit code',
    valid_from LowCardinality(String) COMMENT 'First month of the span, such as 2020-01',
    valid_to Nullable(String) COMMENT 'Last month of the span, inclusive; null while it is open',
    name String COMMENT 'Name of the enterprise',
    unit LowCardinality(String) COMMENT 'Code of the township it is counted in',
    scope LowCardinality(String) COMMENT 'Roster: service-designated or trade-above-quota',
    industry LowCardinality(String) COMMENT 'Industry as registered',
    withdrawn Bool COMMENT 'Whether the message takes the span back',
    synthetic Bool COMMENT 'Whether the enterprise is made up',
    received_at DateTime64(3, 'UTC') COMMENT 'When Kafka took the message'
)
ENGINE = ReplacingMergeTree
ORDER BY (enterprise_id, valid_from, partition, offset)
COMMENT 'Every registration that was ever read: one span of an enterprise on a roster each';

CREATE TABLE IF NOT EXISTS pennant.enterprise_report_log
(
    partition Int32 COMMENT 'Partition of the message in topic enterprise-reports',
    offset Int64 COMMENT 'Offset of the message',
    enterprise_id String COMMENT 'Id of the enterprise',
    period LowCardinality(String) COMMENT 'The cumulative period through this month, such as 2020-10',
    revenue Int64 COMMENT 'Cumulative revenue in fen',
    revenue_last_year Int64 COMMENT 'The enterprise''s own figure for the same period a year before, in fen',
    retail_sales Nullable(Int64) COMMENT 'Cumulative retail sales in fen; null for services',
    retail_sales_last_year Nullable(Int64) COMMENT 'Its own retail sales of the same period a year before, in fen; null for services',
    revision UInt32 COMMENT 'Number of the filing: the highest of an enterprise and period stands',
    reported_at DateTime64(3, 'UTC') COMMENT 'When the enterprise filed it',
    synthetic Bool COMMENT 'Whether the report is made up',
    outcome LowCardinality(String) COMMENT 'applied, or superseded when it came after the same or a higher revision',
    received_at DateTime64(3, 'UTC') COMMENT 'When Kafka took the message'
)
ENGINE = ReplacingMergeTree
ORDER BY (enterprise_id, period, revision, partition, offset)
COMMENT 'Every valid report that was ever read';

CREATE TABLE IF NOT EXISTS pennant.enterprise_contribution_latest
(
    enterprise_id String COMMENT 'Id of the enterprise',
    period LowCardinality(String) COMMENT 'The cumulative period through this month, such as 2020-10',
    unit LowCardinality(String) COMMENT 'Code of the township it counts in; empty when it is not on the roster of the period',
    scope LowCardinality(String) COMMENT 'Roster it counts on; empty when it is on none',
    name String COMMENT 'Name of the enterprise; empty while it is not registered',
    revenue Int64 COMMENT 'Cumulative revenue in fen',
    revenue_last_year Int64 COMMENT 'Its own figure for the same period a year before, in fen',
    retail_sales Nullable(Int64) COMMENT 'Cumulative retail sales in fen; null for services',
    retail_sales_last_year Nullable(Int64) COMMENT 'Its own retail sales of the same period a year before, in fen; null for services',
    revision UInt32 COMMENT 'Revision of the report that stands',
    synthetic Bool COMMENT 'Whether the enterprise or its report is made up',
    version UInt64 COMMENT 'Epoch and inputs applied, packed: the largest of a key is the current one',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the job emitted it'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (period, enterprise_id)
COMMENT 'The report of each enterprise and period that stands, and where it counts; read it with FINAL';

CREATE OR REPLACE VIEW pennant.enterprise_contributions
(
    unit LowCardinality(String) COMMENT 'Code of the township the enterprise counts in',
    scope LowCardinality(String) COMMENT 'Roster: service-designated or trade-above-quota',
    enterprise String COMMENT 'Id of the enterprise',
    name String COMMENT 'Name of the enterprise',
    period LowCardinality(String) COMMENT 'The cumulative period through this month, such as 2020-10',
    revenue Decimal(38, 2) COMMENT 'Cumulative revenue in yuan',
    base Decimal(38, 2) COMMENT 'Its own figure for the same period a year before, in yuan',
    share Nullable(Float64) COMMENT 'Percent of the revenue of the unit and scope; null when that is zero',
    contribution Nullable(Float64) COMMENT 'Percentage points it adds to the growth of the unit and scope; null when their base is not positive',
    retail_sales Nullable(Decimal(38, 2)) COMMENT 'Cumulative retail sales in yuan; null for services',
    retail_base Nullable(Decimal(38, 2)) COMMENT 'Its own retail sales of the same period a year before, in yuan; null for services',
    revision UInt32 COMMENT 'Revision of the report that stands',
    synthetic Bool COMMENT 'Whether the enterprise or its report is made up',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the row last changed'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    unit,
    scope,
    enterprise_id AS enterprise,
    name,
    period,
    yuan AS revenue,
    yuan_last_year AS base,
    if(total = 0, NULL, toFloat64(yuan) / toFloat64(total) * 100) AS share,
    if(total_last_year <= 0, NULL, toFloat64(yuan - yuan_last_year) / toFloat64(total_last_year) * 100) AS contribution,
    toDecimal128(retail_fen, 2) / 100 AS retail_sales,
    toDecimal128(retail_fen_last_year, 2) / 100 AS retail_base,
    revision,
    synthetic,
    updated_at
FROM
(
    SELECT
        unit,
        scope,
        enterprise_id,
        name,
        period,
        toDecimal128(revenue, 2) / 100 AS yuan,
        toDecimal128(revenue_last_year, 2) / 100 AS yuan_last_year,
        sum(yuan) OVER (PARTITION BY period, unit, scope) AS total,
        sum(yuan_last_year) OVER (PARTITION BY period, unit, scope) AS total_last_year,
        retail_sales AS retail_fen,
        retail_sales_last_year AS retail_fen_last_year,
        revision,
        synthetic,
        updated_at
    FROM pennant.enterprise_contribution_latest FINAL
    WHERE unit != ''
)
COMMENT 'Whose figures a unit''s revenue is made of, period by period, for the enterprises on the roster';

CREATE OR REPLACE VIEW pennant.enterprise_reports
(
    enterprise String COMMENT 'Id of the enterprise',
    period LowCardinality(String) COMMENT 'The cumulative period through this month, such as 2020-10',
    revision UInt32 COMMENT 'Number of the filing',
    stands Bool COMMENT 'Whether it is the filing that counts: the highest revision applied',
    outcome LowCardinality(String) COMMENT 'applied, or superseded when it came after the same or a higher revision',
    revenue Decimal(38, 2) COMMENT 'Cumulative revenue in yuan',
    base Decimal(38, 2) COMMENT 'Its own figure for the same period a year before, in yuan',
    retail_sales Nullable(Decimal(38, 2)) COMMENT 'Cumulative retail sales in yuan; null for services',
    retail_base Nullable(Decimal(38, 2)) COMMENT 'Its own retail sales of the same period a year before, in yuan; null for services',
    synthetic Bool COMMENT 'Whether the report is made up',
    reported_at DateTime64(3, 'UTC') COMMENT 'When the enterprise filed it',
    received_at DateTime64(3, 'UTC') COMMENT 'When Kafka took the message',
    partition Int32 COMMENT 'Partition of the message in topic enterprise-reports',
    offset Int64 COMMENT 'Offset of the message'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    enterprise_id AS enterprise,
    period,
    revision,
    CAST(outcome = 'applied' AND revision = highest AS Bool) AS stands,
    outcome,
    toDecimal128(fen, 2) / 100 AS revenue,
    toDecimal128(fen_last_year, 2) / 100 AS base,
    toDecimal128(retail_fen, 2) / 100 AS retail_sales,
    toDecimal128(retail_fen_last_year, 2) / 100 AS retail_base,
    synthetic,
    reported_at,
    received_at,
    partition,
    offset
FROM
(
    SELECT
        enterprise_id,
        period,
        revision,
        outcome,
        revenue AS fen,
        revenue_last_year AS fen_last_year,
        retail_sales AS retail_fen,
        retail_sales_last_year AS retail_fen_last_year,
        synthetic,
        reported_at,
        received_at,
        partition,
        offset,
        maxIf(revision, outcome = 'applied') OVER (PARTITION BY enterprise_id, period) AS highest
    FROM pennant.enterprise_report_log FINAL
)
COMMENT 'Every valid filing of every enterprise, and which of them counts';

CREATE OR REPLACE VIEW pennant.enterprise_registry
(
    enterprise String COMMENT 'Id of the enterprise',
    name String COMMENT 'Name of the enterprise',
    unit LowCardinality(String) COMMENT 'Code of the township it is counted in',
    unit_name String COMMENT 'Name of that township',
    scope LowCardinality(String) COMMENT 'Roster: service-designated or trade-above-quota',
    industry LowCardinality(String) COMMENT 'Industry as registered',
    valid_from LowCardinality(String) COMMENT 'First month of the span, such as 2020-01',
    valid_to Nullable(String) COMMENT 'Last month of the span, inclusive; null while it is open',
    synthetic Bool COMMENT 'Whether the enterprise is made up',
    received_at DateTime64(3, 'UTC') COMMENT 'When Kafka took the message'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    spans.enterprise_id AS enterprise,
    spans.name AS name,
    spans.unit AS unit,
    coalesce(nullIf(units.name, ''), spans.unit) AS unit_name,
    spans.scope AS scope,
    spans.industry AS industry,
    spans.valid_from AS valid_from,
    spans.valid_to AS valid_to,
    spans.synthetic AS synthetic,
    spans.received_at AS received_at
FROM
(
    -- All messages of an enterprise are in one partition, so that the highest offset is the last word on a span.
    SELECT *
    FROM pennant.enterprise_registry_log FINAL
    ORDER BY enterprise_id, valid_from, offset DESC
    LIMIT 1 BY enterprise_id, valid_from
) AS spans
LEFT JOIN pennant.units AS units FINAL ON units.code = spans.unit
WHERE NOT spans.withdrawn
COMMENT 'The rosters as they stand: one row for each span of an enterprise in a unit';
