-- Standings: every snapshot in a log, the latest of each unit beside it, and what readers see of both. All units of a snapshot are in one insert under one
-- version; of a competition and period only the rows of the highest version count, so that nobody ever sees a part of one, or a unit that has left.
-- Names are those of unit_names where it has the unit, so that households stay unnamed on screens.

CREATE TABLE IF NOT EXISTS pennant.standing_log
(
    competition LowCardinality(String) COMMENT 'Competition id, such as jiaxing-service',
    title LowCardinality(String) COMMENT 'Chinese title of the competition',
    period LowCardinality(String) COMMENT 'The period through its last month (2020-09) or day (2020-10-07)',
    period_label LowCardinality(String) COMMENT 'The period as people write it, such as 前三季度',
    unit String COMMENT 'Code of the competition unit: a place''s own, or one that only the competition knows',
    unit_name String COMMENT 'Name of the unit; not unique',
    county LowCardinality(String) COMMENT 'Name of its county',
    rank Nullable(UInt32) COMMENT 'Rank; equal scores share one and the next is skipped (1, 2, 2, 4); null where not ranked',
    not_ranked String COMMENT 'Why the unit is not ranked, or empty',
    previous_rank Nullable(UInt32) COMMENT 'Rank in the period before; null where not ranked then',
    score Nullable(Decimal(38, 10)) COMMENT 'Score with its adjustments; null where not ranked',
    gap_to_next Nullable(Decimal(38, 10)) COMMENT 'Points behind the next better rank; null for the first',
    adjusted Decimal(38, 10) COMMENT 'The part of the score that adjustments gave or took',
    list LowCardinality(String) COMMENT 'red, black, or empty',
    provisional Bool COMMENT 'Whether more reports are expected for a figure of the unit',
    cause LowCardinality(String) COMMENT 'Why the rank last changed: own-value, others, correction, roster, adjustment; empty before it is first ranked',
    cause_indicator LowCardinality(String) COMMENT 'The indicator behind that change, where it was a figure of the unit''s own, or empty',
    moved_from Nullable(UInt32) COMMENT 'The rank before that change; null where not ranked',
    moved_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When that change was made',
    synthetic Bool COMMENT 'Whether made-up figures are scored in the standing',
    version UInt64 COMMENT 'Epoch and snapshots made, packed: the largest of a competition and period is the current one',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the snapshot was made'
)
ENGINE = ReplacingMergeTree
ORDER BY (competition, period, version, unit)
COMMENT 'Every snapshot of every standing that was ever made';

CREATE TABLE IF NOT EXISTS pennant.standing_latest
(
    competition LowCardinality(String) COMMENT 'Competition id, such as jiaxing-service',
    title LowCardinality(String) COMMENT 'Chinese title of the competition',
    period LowCardinality(String) COMMENT 'The period through its last month (2020-09) or day (2020-10-07)',
    period_label LowCardinality(String) COMMENT 'The period as people write it, such as 前三季度',
    unit String COMMENT 'Code of the competition unit: a place''s own, or one that only the competition knows',
    unit_name String COMMENT 'Name of the unit; not unique',
    county LowCardinality(String) COMMENT 'Name of its county',
    rank Nullable(UInt32) COMMENT 'Rank; equal scores share one and the next is skipped (1, 2, 2, 4); null where not ranked',
    not_ranked String COMMENT 'Why the unit is not ranked, or empty',
    previous_rank Nullable(UInt32) COMMENT 'Rank in the period before; null where not ranked then',
    score Nullable(Decimal(38, 10)) COMMENT 'Score with its adjustments; null where not ranked',
    gap_to_next Nullable(Decimal(38, 10)) COMMENT 'Points behind the next better rank; null for the first',
    adjusted Decimal(38, 10) COMMENT 'The part of the score that adjustments gave or took',
    list LowCardinality(String) COMMENT 'red, black, or empty',
    provisional Bool COMMENT 'Whether more reports are expected for a figure of the unit',
    cause LowCardinality(String) COMMENT 'Why the rank last changed: own-value, others, correction, roster, adjustment; empty before it is first ranked',
    cause_indicator LowCardinality(String) COMMENT 'The indicator behind that change, where it was a figure of the unit''s own, or empty',
    moved_from Nullable(UInt32) COMMENT 'The rank before that change; null where not ranked',
    moved_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When that change was made',
    synthetic Bool COMMENT 'Whether made-up figures are scored in the standing',
    version UInt64 COMMENT 'Epoch and snapshots made, packed: the largest of a competition and period is the current one',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the snapshot was made'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (competition, period, unit)
COMMENT 'The last row of every unit in every standing; read it with FINAL, and of a competition and period the highest version alone';

CREATE MATERIALIZED VIEW IF NOT EXISTS pennant.standing_log_to_latest TO pennant.standing_latest
(
    competition LowCardinality(String) COMMENT 'Competition id, such as jiaxing-service',
    title LowCardinality(String) COMMENT 'Chinese title of the competition',
    period LowCardinality(String) COMMENT 'The period through its last month (2020-09) or day (2020-10-07)',
    period_label LowCardinality(String) COMMENT 'The period as people write it, such as 前三季度',
    unit String COMMENT 'Code of the competition unit: a place''s own, or one that only the competition knows',
    unit_name String COMMENT 'Name of the unit; not unique',
    county LowCardinality(String) COMMENT 'Name of its county',
    rank Nullable(UInt32) COMMENT 'Rank; equal scores share one and the next is skipped (1, 2, 2, 4); null where not ranked',
    not_ranked String COMMENT 'Why the unit is not ranked, or empty',
    previous_rank Nullable(UInt32) COMMENT 'Rank in the period before; null where not ranked then',
    score Nullable(Decimal(38, 10)) COMMENT 'Score with its adjustments; null where not ranked',
    gap_to_next Nullable(Decimal(38, 10)) COMMENT 'Points behind the next better rank; null for the first',
    adjusted Decimal(38, 10) COMMENT 'The part of the score that adjustments gave or took',
    list LowCardinality(String) COMMENT 'red, black, or empty',
    provisional Bool COMMENT 'Whether more reports are expected for a figure of the unit',
    cause LowCardinality(String) COMMENT 'Why the rank last changed: own-value, others, correction, roster, adjustment; empty before it is first ranked',
    cause_indicator LowCardinality(String) COMMENT 'The indicator behind that change, where it was a figure of the unit''s own, or empty',
    moved_from Nullable(UInt32) COMMENT 'The rank before that change; null where not ranked',
    moved_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When that change was made',
    synthetic Bool COMMENT 'Whether made-up figures are scored in the standing',
    version UInt64 COMMENT 'Epoch and snapshots made, packed: the largest of a competition and period is the current one',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the snapshot was made'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT * FROM pennant.standing_log
COMMENT 'Carries every inserted snapshot to standing_latest';

CREATE TABLE IF NOT EXISTS pennant.standing_score_latest
(
    competition LowCardinality(String) COMMENT 'Competition id, such as jiaxing-service',
    period LowCardinality(String) COMMENT 'The period through its last month (2020-09) or day (2020-10-07)',
    unit String COMMENT 'Code of the competition unit',
    line UInt16 COMMENT 'Place of the line in the competition, from 0',
    indicator LowCardinality(String) COMMENT 'Indicator id',
    aspect LowCardinality(String) COMMENT 'What of the indicator is scored: level, growth or share',
    title LowCardinality(String) COMMENT 'Chinese title of the line',
    class LowCardinality(String) COMMENT 'Class of indicators the line belongs to, or empty',
    class_rank Nullable(UInt32) COMMENT 'Rank by the points of the class; null where not ranked',
    value Nullable(Decimal(38, 10)) COMMENT 'Value of the indicator; null where there is none',
    growth Nullable(Decimal(38, 10)) COMMENT 'Its growth as published; null where it means nothing',
    figure Nullable(Decimal(38, 10)) COMMENT 'What was scored of it; null where the unit has no valid figure',
    points Decimal(38, 10) COMMENT 'Points for the line',
    max_points Decimal(38, 10) COMMENT 'The most points that the line gives',
    indicator_rank Nullable(UInt32) COMMENT 'Rank in the line; null where the unit is not compared',
    version UInt64 COMMENT 'Version of the snapshot',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the snapshot was made'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (competition, period, unit, line)
COMMENT 'Every point of the current standings; read it with FINAL, and of a competition and period the highest version alone';

CREATE TABLE IF NOT EXISTS pennant.adjustment_log
(
    partition Int32 COMMENT 'Partition of the message in topic adjustments',
    offset Int64 COMMENT 'Offset of the message',
    competition LowCardinality(String) COMMENT 'Competition id',
    period LowCardinality(String) COMMENT 'The period ranked',
    unit String COMMENT 'Code of the competition unit',
    kind LowCardinality(String) COMMENT 'points, veto or veto-lifted',
    points Nullable(Decimal(38, 10)) COMMENT 'Points, negative where they are taken; null for a veto and its lifting',
    reason String COMMENT 'Why, as published',
    approver String COMMENT 'Who approved it',
    adjusted_at DateTime64(3, 'UTC') COMMENT 'When it was decided',
    synthetic Bool COMMENT 'Whether it is made up',
    outcome LowCardinality(String) COMMENT 'applied, or superseded when the same entry stood already',
    received_at DateTime64(3, 'UTC') COMMENT 'When Kafka took the message'
)
ENGINE = ReplacingMergeTree
ORDER BY (competition, period, unit, adjusted_at, partition, offset)
COMMENT 'Every valid adjustment that was ever read';

CREATE TABLE IF NOT EXISTS pennant.settled_standings
(
    competition LowCardinality(String) COMMENT 'Competition id',
    period LowCardinality(String) COMMENT 'The period ranked',
    unit String COMMENT 'Code of the competition unit',
    unit_name String COMMENT 'Its name when the result was settled',
    rank Nullable(UInt32) COMMENT 'The official rank; null where not ranked',
    score Nullable(Decimal(38, 10)) COMMENT 'The official score; null where not ranked',
    list LowCardinality(String) COMMENT 'The list it was published on: red, black, or empty',
    not_ranked String COMMENT 'Why it was not ranked, or empty',
    version UInt64 COMMENT 'Version of the snapshot that was settled',
    settled_at DateTime64(3, 'UTC') COMMENT 'When the result was settled'
)
ENGINE = ReplacingMergeTree
ORDER BY (competition, period, unit)
COMMENT 'Official results: frozen when they were settled, and never changed';

CREATE TABLE IF NOT EXISTS pennant.competition_definitions
(
    id LowCardinality(String) COMMENT 'Competition id, a contract',
    title String COMMENT 'Chinese title',
    title_en String COMMENT 'English title',
    periods LowCardinality(String) COMMENT 'For which periods it is ranked: quarters, months or days',
    max_points Decimal(38, 10) COMMENT 'The most points that the indicators give together',
    red UInt32 COMMENT 'How many of the first are on the red list',
    black UInt32 COMMENT 'How many of the last are on the black list',
    sourced String COMMENT 'The public rule it follows, or empty',
    assumed String COMMENT 'What of it no public source confirms, or empty',
    position UInt16 COMMENT 'Its place in the catalogue, from 0',
    loaded_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the row came from the catalogue'
)
ENGINE = ReplacingMergeTree(loaded_at)
ORDER BY id
COMMENT 'The definition cards of the competitions';

CREATE OR REPLACE VIEW pennant.competitions
(
    competition LowCardinality(String) COMMENT 'Competition id, a contract',
    title String COMMENT 'Chinese title',
    title_en String COMMENT 'English title',
    periods LowCardinality(String) COMMENT 'For which periods it is ranked: quarters, months or days',
    max_points Decimal(38, 10) COMMENT 'The most points that the indicators give together',
    red UInt32 COMMENT 'How many of the first are on the red list',
    black UInt32 COMMENT 'How many of the last are on the black list',
    sourced String COMMENT 'The public rule it follows, or empty',
    assumed String COMMENT 'What of it no public source confirms, or empty',
    position UInt16 COMMENT 'Its place in the catalogue, from 0'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT id AS competition, title, title_en, periods, max_points, red, black, sourced, assumed, position
FROM pennant.competition_definitions FINAL
COMMENT 'The competitions, and what their rules rest on';

CREATE OR REPLACE VIEW pennant.standings
(
    competition LowCardinality(String) COMMENT 'Competition id, such as jiaxing-service',
    title LowCardinality(String) COMMENT 'Chinese title of the competition',
    period LowCardinality(String) COMMENT 'The period through its last month (2020-09) or day (2020-10-07)',
    period_label LowCardinality(String) COMMENT 'The period as people write it, such as 前三季度',
    unit String COMMENT 'Code of the competition unit: a place''s own, or one that only the competition knows',
    unit_name String COMMENT 'Name of the unit; not unique',
    county LowCardinality(String) COMMENT 'Name of its county',
    rank Nullable(UInt32) COMMENT 'Rank; equal scores share one and the next is skipped (1, 2, 2, 4); null where not ranked',
    previous_rank Nullable(UInt32) COMMENT 'Rank in the period before; null where not ranked then',
    movement Nullable(Int32) COMMENT 'Ranks gained on the period before, negative where they were lost; null where there is nothing to compare',
    score Nullable(Decimal(38, 10)) COMMENT 'Score with its adjustments; null where not ranked',
    gap_to_next Nullable(Decimal(38, 10)) COMMENT 'Points behind the next better rank; null for the first',
    adjusted Decimal(38, 10) COMMENT 'The part of the score that adjustments gave or took',
    list LowCardinality(String) COMMENT 'red, black, or empty',
    not_ranked String COMMENT 'Why the unit is not ranked, or empty',
    provisional Bool COMMENT 'Whether more reports are expected for a figure of the unit',
    cause LowCardinality(String) COMMENT 'Why the rank last changed: own-value, others, correction, roster, adjustment; empty before it is first ranked',
    cause_indicator LowCardinality(String) COMMENT 'The indicator behind that change, where it was a figure of the unit''s own, or empty',
    moved_from Nullable(UInt32) COMMENT 'The rank before that change; null where not ranked',
    moved_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When that change was made',
    settled_rank Nullable(UInt32) COMMENT 'The official rank, where the result is settled',
    settled_score Nullable(Decimal(38, 10)) COMMENT 'The official score, where the result is settled',
    settled_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When the result was settled; null while it is not',
    restated Bool COMMENT 'Whether rank or score are no longer the settled ones',
    synthetic Bool COMMENT 'Whether made-up figures are scored in the standing',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the snapshot was made'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    latest.competition AS competition,
    latest.title AS title,
    latest.period AS period,
    latest.period_label AS period_label,
    latest.unit AS unit,
    coalesce(nullIf(names.name, ''), latest.unit_name) AS unit_name,
    latest.county AS county,
    latest.rank AS rank,
    latest.previous_rank AS previous_rank,
    CAST(latest.previous_rank AS Nullable(Int32)) - CAST(latest.rank AS Nullable(Int32)) AS movement,
    latest.score AS score,
    latest.gap_to_next AS gap_to_next,
    latest.adjusted AS adjusted,
    latest.list AS list,
    latest.not_ranked AS not_ranked,
    latest.provisional AS provisional,
    latest.cause AS cause,
    latest.cause_indicator AS cause_indicator,
    latest.moved_from AS moved_from,
    latest.moved_at AS moved_at,
    settled.rank AS settled_rank,
    settled.score AS settled_score,
    settled.at AS settled_at,
    CAST(isNotNull(settled.at)
        AND (coalesce(settled.rank, 0) != coalesce(latest.rank, 0) OR coalesce(settled.score, 0) != coalesce(latest.score, 0)) AS Bool) AS restated,
    latest.synthetic AS synthetic,
    latest.updated_at AS updated_at
FROM
(
    SELECT *, max(version) OVER (PARTITION BY competition, period) AS current
    FROM pennant.standing_latest FINAL
) AS latest
LEFT JOIN
(
    SELECT competition, period, unit, rank, score, toNullable(settled_at) AS at
    FROM pennant.settled_standings FINAL
) AS settled ON settled.competition = latest.competition AND settled.period = latest.period AND settled.unit = latest.unit
LEFT JOIN pennant.unit_names AS names ON names.code = latest.unit
WHERE latest.version = latest.current
COMMENT 'Where every unit stands in every competition and period, beside the settled result';

CREATE OR REPLACE VIEW pennant.standing_scores
(
    competition LowCardinality(String) COMMENT 'Competition id, such as jiaxing-service',
    period LowCardinality(String) COMMENT 'The period through its last month (2020-09) or day (2020-10-07)',
    unit String COMMENT 'Code of the competition unit',
    class LowCardinality(String) COMMENT 'Class of indicators the line belongs to, or empty',
    class_rank Nullable(UInt32) COMMENT 'Rank by the points of the class; null where not ranked',
    line UInt16 COMMENT 'Place of the line in the competition, from 0',
    indicator LowCardinality(String) COMMENT 'Indicator id',
    aspect LowCardinality(String) COMMENT 'What of the indicator is scored: level, growth or share',
    title LowCardinality(String) COMMENT 'Chinese title of the line',
    value Nullable(Decimal(38, 10)) COMMENT 'Value of the indicator; null where there is none',
    growth Nullable(Decimal(38, 10)) COMMENT 'Its growth as published; null where it means nothing',
    figure Nullable(Decimal(38, 10)) COMMENT 'What was scored of it; null where the unit has no valid figure',
    points Decimal(38, 10) COMMENT 'Points for the line',
    max_points Decimal(38, 10) COMMENT 'The most points that the line gives',
    indicator_rank Nullable(UInt32) COMMENT 'Rank in the line; null where the unit is not compared',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the snapshot was made'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    competition, period, unit, class, class_rank, line, indicator, aspect, title, value, growth, figure, points, max_points, indicator_rank, updated_at
FROM
(
    SELECT *, max(version) OVER (PARTITION BY competition, period) AS current
    FROM pennant.standing_score_latest FINAL
)
WHERE version = current
COMMENT 'Every point of the current standings, line by line';

CREATE OR REPLACE VIEW pennant.standings_history
(
    competition LowCardinality(String) COMMENT 'Competition id, such as jiaxing-service',
    title LowCardinality(String) COMMENT 'Chinese title of the competition',
    period LowCardinality(String) COMMENT 'The period through its last month (2020-09) or day (2020-10-07)',
    period_label LowCardinality(String) COMMENT 'The period as people write it, such as 前三季度',
    unit String COMMENT 'Code of the competition unit',
    unit_name String COMMENT 'Name of the unit; not unique',
    county LowCardinality(String) COMMENT 'Name of its county',
    rank Nullable(UInt32) COMMENT 'Rank; null where not ranked',
    previous_rank Nullable(UInt32) COMMENT 'Rank in the period before; null where not ranked then',
    movement Nullable(Int32) COMMENT 'Ranks gained on the period before, negative where they were lost; null where there is nothing to compare',
    score Nullable(Decimal(38, 10)) COMMENT 'Score with its adjustments; null where not ranked',
    gap_to_next Nullable(Decimal(38, 10)) COMMENT 'Points behind the next better rank; null for the first',
    adjusted Decimal(38, 10) COMMENT 'The part of the score that adjustments gave or took',
    list LowCardinality(String) COMMENT 'red, black, or empty',
    not_ranked String COMMENT 'Why the unit was not ranked, or empty',
    provisional Bool COMMENT 'Whether more reports were expected for a figure of the unit',
    cause LowCardinality(String) COMMENT 'Why the rank had last changed',
    cause_indicator LowCardinality(String) COMMENT 'The indicator behind that change, or empty',
    moved_from Nullable(UInt32) COMMENT 'The rank before that change; null where not ranked',
    moved_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When that change was made',
    synthetic Bool COMMENT 'Whether made-up figures are scored in the standing',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the snapshot was made',
    valid_from DateTime64(3, 'UTC') COMMENT 'The moment from which this was the standing shown',
    valid_to Nullable(DateTime64(3, 'UTC')) COMMENT 'The moment at which the next snapshot replaced it; null for the current one'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    log.competition AS competition,
    log.title AS title,
    log.period AS period,
    log.period_label AS period_label,
    log.unit AS unit,
    coalesce(nullIf(names.name, ''), log.unit_name) AS unit_name,
    log.county AS county,
    log.rank AS rank,
    log.previous_rank AS previous_rank,
    CAST(log.previous_rank AS Nullable(Int32)) - CAST(log.rank AS Nullable(Int32)) AS movement,
    log.score AS score,
    log.gap_to_next AS gap_to_next,
    log.adjusted AS adjusted,
    log.list AS list,
    log.not_ranked AS not_ranked,
    log.provisional AS provisional,
    log.cause AS cause,
    log.cause_indicator AS cause_indicator,
    log.moved_from AS moved_from,
    log.moved_at AS moved_at,
    log.synthetic AS synthetic,
    log.updated_at AS updated_at,
    log.updated_at AS valid_from,
    snapshots.valid_to AS valid_to
FROM pennant.standing_log AS log FINAL
INNER JOIN
(
    -- The next snapshot ends this one for every unit, also for one that is not in it any more.
    SELECT
        competition,
        period,
        version,
        leadInFrame(toNullable(updated_at)) OVER (
            PARTITION BY competition, period
            ORDER BY version
            ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
        ) AS valid_to
    FROM (SELECT DISTINCT competition, period, version, updated_at FROM pennant.standing_log)
) AS snapshots ON snapshots.competition = log.competition AND snapshots.period = log.period AND snapshots.version = log.version
LEFT JOIN pennant.unit_names AS names ON names.code = log.unit
COMMENT 'Every standing with the time it was the one shown: who led at that moment';

CREATE OR REPLACE VIEW pennant.adjustments
(
    competition LowCardinality(String) COMMENT 'Competition id',
    period LowCardinality(String) COMMENT 'The period ranked',
    unit String COMMENT 'Code of the competition unit',
    kind LowCardinality(String) COMMENT 'points, veto or veto-lifted',
    points Nullable(Decimal(38, 10)) COMMENT 'Points, negative where they are taken; null for a veto and its lifting',
    reason String COMMENT 'Why, as published',
    approver String COMMENT 'Who approved it',
    adjusted_at DateTime64(3, 'UTC') COMMENT 'When it was decided',
    synthetic Bool COMMENT 'Whether it is made up',
    received_at DateTime64(3, 'UTC') COMMENT 'When Kafka took the message',
    partition Int32 COMMENT 'Partition of the message in topic adjustments',
    offset Int64 COMMENT 'Offset of the message'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT competition, period, unit, kind, points, reason, approver, adjusted_at, synthetic, received_at, partition, offset
FROM pennant.adjustment_log FINAL
WHERE outcome = 'applied'
COMMENT 'The adjustments that count';
