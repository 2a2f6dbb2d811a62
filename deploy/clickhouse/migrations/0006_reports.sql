-- What departments report, and the units below the township that they report of. Every message that was read stands in a log; a report of a unit that
-- nobody has registered yet is there too, and waits. Figures have ten decimals, in the measure of their indicator.

CREATE TABLE IF NOT EXISTS pennant.unit_registry_log
(
    partition Int32 COMMENT 'Partition of the message in topic units',
    offset Int64 COMMENT 'Offset of the message',
    code String COMMENT 'Code of the unit; it begins with the nine digits of its township',
    name String COMMENT 'Name of the unit',
    kind LowCardinality(String) COMMENT 'village, residential-quarter, building or household',
    parent String COMMENT 'Code of the unit it is a part of',
    withdrawn Bool COMMENT 'Whether the message takes the registration back',
    synthetic Bool COMMENT 'Whether the unit is made up',
    received_at DateTime64(3, 'UTC') COMMENT 'When Kafka took the message'
)
ENGINE = ReplacingMergeTree
ORDER BY (code, partition, offset)
COMMENT 'Every registration of a unit below the township that was ever read';

CREATE TABLE IF NOT EXISTS pennant.indicator_report_log
(
    partition Int32 COMMENT 'Partition of the message in topic indicator-reports',
    offset Int64 COMMENT 'Offset of the message',
    unit String COMMENT 'Code of the unit',
    indicator LowCardinality(String) COMMENT 'Indicator id, such as service-value-added',
    period LowCardinality(String) COMMENT 'The period through its last month (2020-10) or day (2020-10-07)',
    value Decimal(38, 10) COMMENT 'The figure in the measure; where numerator and denominator state it, their quotient',
    base Nullable(Decimal(38, 10)) COMMENT 'The comparable figure of the year before; null where none is reported',
    growth Nullable(Decimal(38, 10)) COMMENT 'The department''s own growth, in percent or percentage points; null where none is reported',
    numerator Nullable(Decimal(38, 10)) COMMENT 'Of a share or a rate: the part; null where it was not stated so',
    denominator Nullable(Decimal(38, 10)) COMMENT 'Of a share or a rate: the whole; null where it was not stated so',
    revision UInt32 COMMENT 'Number of the filing: the highest of a unit, indicator and period stands',
    reported_at DateTime64(3, 'UTC') COMMENT 'When the department filed it',
    synthetic Bool COMMENT 'Whether the figure is made up',
    outcome LowCardinality(String) COMMENT 'applied, or superseded when it came after the same or a higher revision',
    received_at DateTime64(3, 'UTC') COMMENT 'When Kafka took the message'
)
ENGINE = ReplacingMergeTree
ORDER BY (indicator, unit, period, revision, partition, offset)
COMMENT 'Every valid report of a department that was ever read';

CREATE OR REPLACE VIEW pennant.unit_registry
(
    code String COMMENT 'Code of the unit; it begins with the nine digits of its township',
    name String COMMENT 'Name of the unit',
    kind LowCardinality(String) COMMENT 'village, residential-quarter, building or household',
    parent String COMMENT 'Code of the unit it is a part of',
    township String COMMENT 'Code of its township',
    synthetic Bool COMMENT 'Whether the unit is made up',
    received_at DateTime64(3, 'UTC') COMMENT 'When Kafka took the message'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT code, name, kind, parent, substring(code, 1, 9) AS township, synthetic, received_at
FROM
(
    -- All messages of a unit are in one partition, so that the highest offset is the last word on it.
    SELECT *
    FROM pennant.unit_registry_log FINAL
    ORDER BY code, offset DESC
    LIMIT 1 BY code
)
WHERE NOT withdrawn
COMMENT 'The units below the township as they stand';

CREATE OR REPLACE VIEW pennant.unit_names
(
    code String COMMENT 'Code of the unit',
    name String COMMENT 'Name of the unit; not unique',
    kind String COMMENT 'What it is, from prefecture to household',
    parent String COMMENT 'Code of the unit it is a part of, empty for a prefecture'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT toString(code) AS code, name, toString(kind) AS kind, toString(parent) AS parent
FROM pennant.units FINAL
UNION ALL
SELECT code, name, toString(kind) AS kind, parent
FROM pennant.unit_registry
COMMENT 'Every unit, those of the catalogue and those below the township';

CREATE OR REPLACE VIEW pennant.indicator_reports
(
    unit String COMMENT 'Code of the unit',
    unit_name String COMMENT 'Name of the unit',
    held Bool COMMENT 'Whether the report waits because nobody has registered its unit',
    indicator LowCardinality(String) COMMENT 'Indicator id, such as service-value-added',
    title String COMMENT 'Chinese title of the indicator',
    period LowCardinality(String) COMMENT 'The period through its last month (2020-10) or day (2020-10-07)',
    revision UInt32 COMMENT 'Number of the filing',
    stands Bool COMMENT 'Whether it is the one that counts for the unit, indicator and period',
    outcome LowCardinality(String) COMMENT 'applied, or superseded when it came after the same or a higher revision',
    value Decimal(38, 10) COMMENT 'The figure in the measure; where numerator and denominator state it, their quotient',
    measure LowCardinality(String) COMMENT 'What value and base are given in, such as 亿元',
    base Nullable(Decimal(38, 10)) COMMENT 'The comparable figure of the year before; null where none is reported',
    growth Nullable(Decimal(38, 10)) COMMENT 'The department''s own growth, in percent or percentage points; null where none is reported',
    numerator Nullable(Decimal(38, 10)) COMMENT 'Of a share or a rate: the part; null where it was not stated so',
    denominator Nullable(Decimal(38, 10)) COMMENT 'Of a share or a rate: the whole; null where it was not stated so',
    synthetic Bool COMMENT 'Whether the figure is made up',
    reported_at DateTime64(3, 'UTC') COMMENT 'When the department filed it',
    received_at DateTime64(3, 'UTC') COMMENT 'When Kafka took the message',
    partition Int32 COMMENT 'Partition of the message in topic indicator-reports',
    offset Int64 COMMENT 'Offset of the message'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    reports.unit AS unit,
    coalesce(nullIf(units.name, ''), reports.unit) AS unit_name,
    CAST(empty(units.code) AS Bool) AS held,
    reports.indicator AS indicator,
    coalesce(nullIf(definitions.title, ''), reports.indicator) AS title,
    reports.period AS period,
    reports.revision AS revision,
    CAST(reports.outcome = 'applied' AND reports.revision = reports.highest AS Bool) AS stands,
    reports.outcome AS outcome,
    reports.value AS value,
    definitions.measure AS measure,
    reports.base AS base,
    reports.growth AS growth,
    reports.numerator AS numerator,
    reports.denominator AS denominator,
    reports.synthetic AS synthetic,
    reports.reported_at AS reported_at,
    reports.received_at AS received_at,
    reports.partition AS partition,
    reports.offset AS offset
FROM
(
    SELECT *, maxIf(revision, outcome = 'applied') OVER (PARTITION BY indicator, unit, period) AS highest
    FROM pennant.indicator_report_log FINAL
) AS reports
LEFT JOIN pennant.indicator_definitions AS definitions FINAL ON definitions.id = reports.indicator
LEFT JOIN pennant.unit_names AS units ON units.code = reports.unit
COMMENT 'Every valid filing of every department, and which of them counts';

-- As they were, with the names of the units below the township too.

CREATE OR REPLACE VIEW pennant.indicators
(
    indicator LowCardinality(String) COMMENT 'Indicator id, such as service-revenue',
    title String COMMENT 'Chinese title of the indicator',
    unit LowCardinality(String) COMMENT 'Code of the unit',
    unit_name String COMMENT 'Name of the unit',
    period LowCardinality(String) COMMENT 'The period through its last month (2020-10) or day (2020-10-07)',
    period_label LowCardinality(String) COMMENT 'The period as people write it, such as 1-10月',
    value Decimal(38, 10) COMMENT 'Value in the measure, not rounded',
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
LEFT JOIN pennant.unit_names AS units ON units.code = latest.unit
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
    value Decimal(38, 10) COMMENT 'Value in the measure, not rounded',
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
LEFT JOIN pennant.unit_names AS units ON units.code = versions.unit
-- After the window: a value that nobody stands behind any more still ends the one before it.
WHERE versions.reported > 0
COMMENT 'Every value of every indicator with the time it was the one shown: what did the board say at that moment';
