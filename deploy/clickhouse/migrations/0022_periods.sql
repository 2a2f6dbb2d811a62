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
    period LowCardinality(String) COMMENT 'The last period of the indicator, through its last month (2020-10) or day (2020-10-07)',
    period_label LowCardinality(String) COMMENT 'The period as people write it, such as 1-10月',
    townships UInt64 COMMENT 'Townships for which anyone has reported',
    complete UInt64 COMMENT 'How many of them are complete',
    reported UInt64 COMMENT 'Sum of what has been reported, as each township counts it',
    expected UInt64 COMMENT 'Sum of what is expected, as each township counts it',
    updated_at DateTime64(3, 'UTC') COMMENT 'When a value of it last changed'
)
DEFINER = migrator SQL SECURITY DEFINER
AS WITH
    -- The last period that was ever told of townships, found in the order of the key: with FINAL it would take 100 ms over ten years.
    told AS
    (
        SELECT indicator, period FROM pennant.indicator_latest WHERE length(unit) = 9
        ORDER BY indicator DESC, period DESC LIMIT 1 BY indicator
    ),
    -- Where a value of it was taken back, perhaps no other stands in it: then the last one is looked for among all.
    doubtful AS
    (
        SELECT indicator FROM told
        WHERE (indicator, period) IN (SELECT indicator, period FROM pennant.indicator_latest WHERE reported = 0 AND length(unit) = 9)
    ),
    candidates AS
    (
        SELECT indicator, period FROM told
        UNION ALL
        SELECT DISTINCT indicator, period FROM pennant.indicator_latest
        WHERE indicator IN (SELECT indicator FROM doubtful)
    )
SELECT
    periods.indicator AS indicator,
    coalesce(nullIf(definitions.title, ''), periods.indicator) AS title,
    periods.period AS period,
    periods.label AS period_label,
    periods.townships AS townships,
    periods.complete AS complete,
    periods.reported AS reported,
    periods.expected AS expected,
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
    WHERE (figures.indicator, figures.period) IN (SELECT indicator, period FROM candidates)
        AND figures.reported > 0 AND length(unit) = 9
    GROUP BY indicator, period
    ORDER BY period DESC
    LIMIT 1 BY indicator
) AS periods
LEFT JOIN pennant.indicator_definitions AS definitions FINAL ON definitions.id = periods.indicator
COMMENT 'How far the last period of each indicator is covered, over all townships';

CREATE OR REPLACE VIEW pennant.filing_punctuality
(
    period LowCardinality(String) COMMENT 'The cumulative period through this month, such as 2020-10',
    filed UInt64 COMMENT 'Enterprises that have filed it',
    late UInt64 COMMENT 'How many of them filed first, by their own reported_at, when it was overdue: after the 18th of the month that follows',
    latest_days Int32 COMMENT 'Days between that 18th and the last first filing; zero or less when none was late',
    revised UInt64 COMMENT 'How many have filed it again, in a higher revision'
)
DEFINER = migrator SQL SECURITY DEFINER
AS WITH toLastDayOfMonth(toDate(concat(period, '-01'))) + 18 AS due
SELECT
    period,
    count() AS filed,
    countIf(first_day > due) AS late,
    toInt32(max(first_day) - due) AS latest_days,
    countIf(highest > lowest) AS revised
FROM
(
    SELECT
        period,
        toDate(min(reported_at), 'Asia/Shanghai') AS first_day,
        min(revision) AS lowest,
        max(revision) AS highest
    FROM pennant.enterprise_report_log
    WHERE period >=
    (
        SELECT formatDateTime(addMonths(toDateOrZero(concat(max(period), '-01')), -5), '%Y-%m') FROM pennant.enterprise_report_log
    )
    GROUP BY enterprise_id, period
)
GROUP BY period
COMMENT 'How punctually the enterprises have filed the periods of six months, up to the last that any has filed';
