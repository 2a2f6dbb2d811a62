-- Which periods there are to show, and how far they are covered, without all that the views of figures and standings tell of each unit.

CREATE OR REPLACE VIEW pennant.standing_periods
(
    competition LowCardinality(String) COMMENT 'Competition id, such as jiaxing-service',
    period LowCardinality(String) COMMENT 'The period through its last month (2020-09) or day (2020-10-07)',
    ranked UInt64 COMMENT 'How many units are ranked in it',
    latest Bool COMMENT 'Whether it is the last period of the competition in which any is'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    competition,
    period,
    countIf(rank IS NOT NULL AND version = current) AS ranked,
    CAST(ranked > 0 AND period = maxIf(period, ranked > 0) OVER (PARTITION BY competition) AS Bool) AS latest
FROM
(
    SELECT competition, period, rank, version, max(version) OVER (PARTITION BY competition, period) AS current
    FROM pennant.standing_latest FINAL
)
GROUP BY competition, period
COMMENT 'The periods for which a competition has a standing';

CREATE OR REPLACE VIEW pennant.indicator_coverage
(
    indicator LowCardinality(String) COMMENT 'Indicator id, such as service-revenue',
    title String COMMENT 'Chinese title of the indicator',
    period LowCardinality(String) COMMENT 'The period through its last month (2020-10) or day (2020-10-07)',
    period_label LowCardinality(String) COMMENT 'The period as people write it, such as 1-10月',
    townships UInt64 COMMENT 'Townships for which anyone has reported',
    complete UInt64 COMMENT 'How many of them are complete',
    reported UInt64 COMMENT 'Sum of what has been reported, as each township counts it',
    expected UInt64 COMMENT 'Sum of what is expected, as each township counts it',
    latest Bool COMMENT 'Whether it is the last period of the indicator',
    updated_at DateTime64(3, 'UTC') COMMENT 'When a value of it last changed'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    periods.indicator AS indicator,
    coalesce(nullIf(definitions.title, ''), periods.indicator) AS title,
    periods.period AS period,
    periods.label AS period_label,
    periods.townships AS townships,
    periods.complete AS complete,
    periods.reported AS reported,
    periods.expected AS expected,
    CAST(periods.period = max(periods.period) OVER (PARTITION BY periods.indicator) AS Bool) AS latest,
    periods.updated_at AS updated_at
FROM
(
    SELECT
        indicator,
        period,
        any(period_label) AS label,
        count() AS townships,
        countIf(status = 'complete') AS complete,
        sum(figures.reported) AS reported,
        sum(figures.expected) AS expected,
        max(figures.updated_at) AS updated_at
    FROM pennant.indicator_latest AS figures FINAL
    WHERE figures.reported > 0 AND length(unit) = 9
    GROUP BY indicator, period
) AS periods
LEFT JOIN pennant.indicator_definitions AS definitions FINAL ON definitions.id = periods.indicator
COMMENT 'How far each period of an indicator is covered, over all townships';
