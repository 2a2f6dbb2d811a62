-- The values of indicators: every value ever emitted in a log, the latest of each key beside it, and what readers see of both.
-- Jobs insert into the log only. A version is (epoch, inputs applied) packed in 64 bits: the larger one is the later truth.

CREATE TABLE IF NOT EXISTS pennant.indicator_log
(
    indicator LowCardinality(String) COMMENT 'Indicator id, such as service-revenue',
    unit LowCardinality(String) COMMENT 'Code of the unit',
    period LowCardinality(String) COMMENT 'The period through its last month (2020-10) or day (2020-10-07)',
    period_label LowCardinality(String) COMMENT 'The period as people write it, such as 1-10月',
    value Decimal(38, 10) COMMENT 'Cumulative value in the measure, not rounded',
    base Nullable(Decimal(38, 10)) COMMENT 'The same enterprises'' own value a year before, in the measure, not rounded',
    growth Nullable(Decimal(38, 10)) COMMENT 'Growth on the base, rounded as published; null where it means nothing',
    growth_kind LowCardinality(String) COMMENT 'percent or points; empty where there is no growth',
    measure LowCardinality(String) COMMENT 'What value and base are given in, such as 亿元',
    reported UInt32 COMMENT 'Enterprises on the roster that have reported the period',
    expected UInt32 COMMENT 'Enterprises on the roster of the period',
    status LowCardinality(String) COMMENT 'provisional until all expected have reported, then complete',
    synthetic Bool COMMENT 'Whether made-up enterprises are in it',
    version UInt64 COMMENT 'Epoch and inputs applied, packed: the largest of a key is the current one',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the job emitted it'
)
ENGINE = ReplacingMergeTree
ORDER BY (indicator, unit, period, version)
COMMENT 'Every value of every indicator that was ever emitted';

CREATE TABLE IF NOT EXISTS pennant.indicator_latest
(
    indicator LowCardinality(String) COMMENT 'Indicator id, such as service-revenue',
    unit LowCardinality(String) COMMENT 'Code of the unit',
    period LowCardinality(String) COMMENT 'The period through its last month (2020-10) or day (2020-10-07)',
    period_label LowCardinality(String) COMMENT 'The period as people write it, such as 1-10月',
    value Decimal(38, 10) COMMENT 'Cumulative value in the measure, not rounded',
    base Nullable(Decimal(38, 10)) COMMENT 'The same enterprises'' own value a year before, in the measure, not rounded',
    growth Nullable(Decimal(38, 10)) COMMENT 'Growth on the base, rounded as published; null where it means nothing',
    growth_kind LowCardinality(String) COMMENT 'percent or points; empty where there is no growth',
    measure LowCardinality(String) COMMENT 'What value and base are given in, such as 亿元',
    reported UInt32 COMMENT 'Enterprises on the roster that have reported the period',
    expected UInt32 COMMENT 'Enterprises on the roster of the period',
    status LowCardinality(String) COMMENT 'provisional until all expected have reported, then complete',
    synthetic Bool COMMENT 'Whether made-up enterprises are in it',
    version UInt64 COMMENT 'Epoch and inputs applied, packed: the largest of a key is the current one',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the job emitted it'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (indicator, period, unit)
COMMENT 'The current value of every indicator, unit and period; read it with FINAL';

CREATE MATERIALIZED VIEW IF NOT EXISTS pennant.indicator_log_to_latest TO pennant.indicator_latest
(
    indicator LowCardinality(String) COMMENT 'Indicator id, such as service-revenue',
    unit LowCardinality(String) COMMENT 'Code of the unit',
    period LowCardinality(String) COMMENT 'The period through its last month (2020-10) or day (2020-10-07)',
    period_label LowCardinality(String) COMMENT 'The period as people write it, such as 1-10月',
    value Decimal(38, 10) COMMENT 'Cumulative value in the measure, not rounded',
    base Nullable(Decimal(38, 10)) COMMENT 'The same enterprises'' own value a year before, in the measure, not rounded',
    growth Nullable(Decimal(38, 10)) COMMENT 'Growth on the base, rounded as published; null where it means nothing',
    growth_kind LowCardinality(String) COMMENT 'percent or points; empty where there is no growth',
    measure LowCardinality(String) COMMENT 'What value and base are given in, such as 亿元',
    reported UInt32 COMMENT 'Enterprises on the roster that have reported the period',
    expected UInt32 COMMENT 'Enterprises on the roster of the period',
    status LowCardinality(String) COMMENT 'provisional until all expected have reported, then complete',
    synthetic Bool COMMENT 'Whether made-up enterprises are in it',
    version UInt64 COMMENT 'Epoch and inputs applied, packed: the largest of a key is the current one',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the job emitted it'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT * FROM pennant.indicator_log
COMMENT 'Carries every inserted value to indicator_latest';

CREATE OR REPLACE VIEW pennant.indicators
(
    indicator LowCardinality(String) COMMENT 'Indicator id, such as service-revenue',
    title String COMMENT 'Chinese title of the indicator',
    unit LowCardinality(String) COMMENT 'Code of the unit',
    unit_name String COMMENT 'Name of the unit',
    period LowCardinality(String) COMMENT 'The period through its last month (2020-10) or day (2020-10-07)',
    period_label LowCardinality(String) COMMENT 'The period as people write it, such as 1-10月',
    value Decimal(38, 10) COMMENT 'Cumulative value in the measure, not rounded',
    base Nullable(Decimal(38, 10)) COMMENT 'The same enterprises'' own value a year before, in the measure, not rounded',
    growth Nullable(Decimal(38, 10)) COMMENT 'Growth on the base, rounded as published; null where it means nothing',
    growth_kind LowCardinality(String) COMMENT 'percent or points; empty where there is no growth',
    measure LowCardinality(String) COMMENT 'What value and base are given in, such as 亿元',
    reported UInt32 COMMENT 'Enterprises on the roster that have reported the period',
    expected UInt32 COMMENT 'Enterprises on the roster of the period',
    status LowCardinality(String) COMMENT 'provisional until all expected have reported, then complete',
    synthetic Bool COMMENT 'Whether made-up enterprises are in it',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the value last changed'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    latest.indicator AS indicator,
    coalesce(nullIf(definitions.title, ''), latest.indicator) AS title,
    latest.unit AS unit,
    coalesce(nullIf(units.name, ''), latest.unit) AS unit_name,
    latest.period AS period,
    latest.period_label AS period_label,
    latest.value AS value,
    latest.base AS base,
    latest.growth AS growth,
    latest.growth_kind AS growth_kind,
    latest.measure AS measure,
    latest.reported AS reported,
    latest.expected AS expected,
    latest.status AS status,
    latest.synthetic AS synthetic,
    latest.updated_at AS updated_at
FROM pennant.indicator_latest AS latest FINAL
LEFT JOIN pennant.indicator_definitions AS definitions FINAL ON definitions.id = latest.indicator
LEFT JOIN pennant.units AS units FINAL ON units.code = latest.unit
WHERE latest.reported > 0
COMMENT 'The current value of every indicator, unit and period for which anyone has reported';

CREATE OR REPLACE VIEW pennant.indicators_history
(
    indicator LowCardinality(String) COMMENT 'Indicator id, such as service-revenue',
    title String COMMENT 'Chinese title of the indicator',
    unit LowCardinality(String) COMMENT 'Code of the unit',
    unit_name String COMMENT 'Name of the unit',
    period LowCardinality(String) COMMENT 'The period through its last month (2020-10) or day (2020-10-07)',
    period_label LowCardinality(String) COMMENT 'The period as people write it, such as 1-10月',
    value Decimal(38, 10) COMMENT 'Cumulative value in the measure, not rounded',
    base Nullable(Decimal(38, 10)) COMMENT 'The same enterprises'' own value a year before, in the measure, not rounded',
    growth Nullable(Decimal(38, 10)) COMMENT 'Growth on the base, rounded as published; null where it means nothing',
    growth_kind LowCardinality(String) COMMENT 'percent or points; empty where there is no growth',
    measure LowCardinality(String) COMMENT 'What value and base are given in, such as 亿元',
    reported UInt32 COMMENT 'Enterprises on the roster that had reported the period',
    expected UInt32 COMMENT 'Enterprises on the roster of the period',
    status LowCardinality(String) COMMENT 'provisional until all expected had reported, then complete',
    synthetic Bool COMMENT 'Whether made-up enterprises are in it',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the value changed to this',
    valid_from DateTime64(3, 'UTC') COMMENT 'The moment from which this was the value shown',
    valid_to Nullable(DateTime64(3, 'UTC')) COMMENT 'The moment at which the next version replaced it; null for the current one'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    versions.indicator AS indicator,
    coalesce(nullIf(definitions.title, ''), versions.indicator) AS title,
    versions.unit AS unit,
    coalesce(nullIf(units.name, ''), versions.unit) AS unit_name,
    versions.period AS period,
    versions.period_label AS period_label,
    versions.value AS value,
    versions.base AS base,
    versions.growth AS growth,
    versions.growth_kind AS growth_kind,
    versions.measure AS measure,
    versions.reported AS reported,
    versions.expected AS expected,
    versions.status AS status,
    versions.synthetic AS synthetic,
    versions.updated_at AS updated_at,
    versions.updated_at AS valid_from,
    versions.valid_to AS valid_to
FROM
(
    SELECT
        *,
        leadInFrame(toNullable(updated_at)) OVER (
            PARTITION BY indicator, unit, period
            ORDER BY version
            ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
        ) AS valid_to
    FROM pennant.indicator_log FINAL
) AS versions
LEFT JOIN pennant.indicator_definitions AS definitions FINAL ON definitions.id = versions.indicator
LEFT JOIN pennant.units AS units FINAL ON units.code = versions.unit
-- After the window: a value that nobody stands behind any more still ends the one before it.
WHERE versions.reported > 0
COMMENT 'Every value of every indicator with the time it was the one shown: what did the board say at that moment';
