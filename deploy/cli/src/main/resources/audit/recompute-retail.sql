-- Recomputes the indicators of receipts from the hours sold, the stores' days and the register alone, by the rules of the README and not by
-- what the job kept, and returns the rows in which the two disagree. How far time has gone in a unit is taken from retail_category_latest.
-- No row means that every published number can be reproduced.
WITH
    lineage AS (
        SELECT
            township.code AS township,
            arrayJoin([township.code, township.parent, county.parent]) AS unit
        FROM pennant.units AS township FINAL
        INNER JOIN pennant.units AS county FINAL ON township.parent = county.code
        WHERE township.kind NOT IN ('county', 'prefecture')
    ),
    sold AS (
        SELECT
            unit,
            toDate(hour) AS day,
            toHour(hour) AS hour_of_day,
            toInt256(sum(sales - refunds)) AS net,
            sum(hours.receipts) AS receipts
        FROM pennant.retail_hour_latest AS hours FINAL
        WHERE hours.receipts > 0
        GROUP BY unit, day, hour_of_day
    ),
    frontier AS (
        SELECT unit, max(day) AS last_day, argMax(hours, (day, hours)) AS hours
        FROM pennant.retail_category_latest FINAL
        GROUP BY unit
    ),
    days AS (
        SELECT arrayJoin(arrayMap(day -> toDate(day), range(
            toUInt32((SELECT toStartOfYear(min(day)) FROM sold)), toUInt32((SELECT max(last_day) FROM frontier)) + 1))) AS day
    ),
    spans AS (
        SELECT
            unit,
            valid_from,
            leadInFrame(toNullable(valid_from)) OVER (
                PARTITION BY store_id ORDER BY valid_from ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
            ) AS next_from
        FROM
        (
            SELECT store_id, valid_from, argMax(log.unit, offset) AS unit
            FROM pennant.store_registry_log AS log
            GROUP BY store_id, valid_from
            HAVING NOT argMax(withdrawn, offset)
        )
    ),
    -- Stores on the register, day by day, of townships and what they belong to.
    roster AS (
        SELECT lineage.unit AS unit, changes.day AS day, sum(sum(changes.stores)) OVER (PARTITION BY lineage.unit ORDER BY changes.day) AS expected
        FROM
        (
            SELECT unit AS township, toDate(greatest(valid_from, toDate32('2000-01-01'))) AS day, 1 AS stores FROM spans
            UNION ALL
            SELECT unit, toDate(greatest(assumeNotNull(next_from), toDate32('2000-01-01'))), -1 FROM spans WHERE next_from IS NOT NULL
            UNION ALL
            SELECT lineage.township, days.day, 0 FROM lineage CROSS JOIN days
        ) AS changes
        INNER JOIN lineage ON lineage.township = changes.township
        GROUP BY lineage.unit, changes.day
    ),
    -- Stores that have sold by then in the day's year: in a township, or in any of those that a county or prefecture has, each once.
    sellers AS (
        SELECT unit, day, sum(sum(stores)) OVER (PARTITION BY unit, toYear(day) ORDER BY day) AS reported
        FROM
        (
            SELECT lineage.unit AS unit, min(days.day) AS day, 1 AS stores
            FROM pennant.retail_store_day_latest AS days FINAL
            INNER JOIN lineage ON lineage.township = days.unit
            WHERE days.receipts > 0
            GROUP BY lineage.unit, days.store_id, toYear(days.day)
            UNION ALL
            SELECT DISTINCT lineage.unit, days.day, 0 FROM lineage CROSS JOIN days
        )
        GROUP BY unit, day
    ),
    facts AS (
        SELECT unit, day, net, receipts, false AS synthetic FROM sold
        UNION ALL
        SELECT unit, min(days.day), 0, 0, true
        FROM pennant.retail_store_day_latest AS days FINAL
        WHERE receipts > 0 AND synthetic
        GROUP BY unit, toYear(days.day)
        UNION ALL
        SELECT frontier.unit, days.day, 0, 0, false FROM frontier CROSS JOIN days WHERE days.day <= frontier.last_day
    ),
    running AS (
        SELECT
            unit,
            day,
            sum(sum(facts.net)) OVER year AS value,
            sum(sum(facts.receipts)) OVER year AS receipts,
            max(max(facts.synthetic)) OVER year AS synthetic
        FROM facts
        GROUP BY unit, day
        WINDOW year AS (PARTITION BY unit, toYear(day) ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    ),
    -- Last year's hours that the frontier's day has not come to; after 29 February the whole of the 28th has been.
    to_come AS (
        SELECT sold.unit AS unit, sum(sold.net) AS net_to_come, sum(sold.receipts) AS receipts_to_come
        FROM sold
        INNER JOIN frontier ON frontier.unit = sold.unit
        WHERE sold.day = addYears(frontier.last_day, -1) AND sold.hour_of_day >= frontier.hours
            AND toDayOfMonth(sold.day) = toDayOfMonth(frontier.last_day)
        GROUP BY sold.unit
    ),
    periods AS (
        SELECT
            frontier.unit AS unit,
            running.day AS day,
            arrayJoin(multiIf(
                running.day = frontier.last_day, [toString(running.day), formatDateTime(running.day, '%Y-%m')],
                running.day = toLastDayOfMonth(running.day), [toString(running.day), formatDateTime(running.day, '%Y-%m')],
                [toString(running.day)])) AS period,
            running.day < frontier.last_day AS over,
            if(length(period) = 7 AND over, toLastDayOfMonth(addYears(running.day, -1)), addYears(running.day, -1)) AS base_day,
            running.value AS value,
            running.receipts AS receipts,
            running.synthetic AS synthetic
        FROM running
        INNER JOIN frontier ON frontier.unit = running.unit
        WHERE running.day <= frontier.last_day
    ),
    townships AS (
        SELECT
            periods.unit AS unit,
            periods.period AS period,
            periods.day AS day,
            periods.over AS over,
            periods.value AS value,
            base.receipts > if(periods.over, 0, to_come.receipts_to_come) AS compared,
            if(compared, base.value - if(periods.over, toInt256(0), to_come.net_to_come), toInt256(0)) AS base_value,
            periods.synthetic OR base.synthetic AS synthetic
        FROM periods
        LEFT JOIN running AS base ON base.unit = periods.unit AND base.day = periods.base_day
        LEFT JOIN to_come ON to_come.unit = periods.unit
        WHERE periods.receipts > 0 OR compared
    ),
    regions AS (
        SELECT
            lineage.unit AS unit,
            townships.period AS period,
            max(townships.day) AS last_day,
            sum(townships.value) AS value_fen,
            sum(townships.base_value) AS base_fen,
            max(townships.compared) AS compared,
            max(townships.synthetic) AS synthetic,
            min(townships.over) AS over
        FROM townships
        INNER JOIN lineage ON lineage.township = townships.unit
        GROUP BY lineage.unit, townships.period
    ),
    recomputed AS (
        SELECT
            definition.id AS indicator,
            regions.unit AS unit,
            regions.period AS period,
            regions.value_fen AS value_fen,
            regions.base_fen AS base_fen,
            regions.compared AS compared,
            sellers.reported AS reported,
            greatest(roster.expected, sellers.reported) AS expected,
            regions.synthetic AS synthetic,
            regions.over AND sellers.reported >= roster.expected AS complete,
            definition.fen_power AS fen_power,
            abs(value_fen - base_fen) * 100 * toInt256(exp10(definition.growth_decimals)) AS dividend,
            if(base_fen > 0, base_fen, toInt256(1)) AS divisor,
            intDiv(dividend * 2 + divisor, divisor * 2) AS half_up,
            (dividend * 2 + divisor) % (divisor * 2) = 0 AND half_up % 2 = 1 AS tie_to_odd,
            if(definition.growth_mode = 'half-even' AND tie_to_odd, half_up - 1, half_up) AS rounded,
            if(base_fen > 0,
                toDecimal128(sign(value_fen - base_fen) * rounded, 10) / toDecimal128(toInt256(exp10(definition.growth_decimals)), 0),
                NULL) AS growth
        FROM regions
        CROSS JOIN (SELECT * FROM pennant.indicator_definitions FINAL WHERE amount = 'receipts') AS definition
        INNER JOIN sellers ON sellers.unit = regions.unit AND sellers.day = regions.last_day
        LEFT JOIN roster ON roster.unit = regions.unit AND roster.day = regions.last_day
        WHERE sellers.reported > 0
    ),
    both AS (
        SELECT
            indicator,
            unit,
            period,
            '' AS published,
            concat(
                toString(toDecimal128(value_fen, 10) / toDecimal128(toInt256(exp10(fen_power)), 0)), ' on ',
                if(compared, toString(toDecimal128(base_fen, 10) / toDecimal128(toInt256(exp10(fen_power)), 0)), '–'), ', ',
                ifNull(toString(growth), '–'), ', ', toString(reported), ' of ', toString(expected),
                if(complete, ', complete', ', provisional'), if(synthetic, ', synthetic', '')) AS recomputed
        FROM recomputed
        UNION ALL
        SELECT
            indicator,
            unit,
            period,
            concat(
                toString(value), ' on ', ifNull(toString(base), '–'), ', ', ifNull(toString(growth), '–'), ', ',
                toString(reported), ' of ', toString(expected), ', ', status, if(synthetic, ', synthetic', '')),
            ''
        FROM pennant.indicator_latest FINAL
        WHERE reported > 0 AND indicator IN (SELECT id FROM pennant.indicator_definitions FINAL WHERE amount = 'receipts')
    )
SELECT indicator, unit, period, ifNull(nullIf(max(published), ''), 'nothing'), ifNull(nullIf(max(recomputed), ''), 'nothing')
FROM both
GROUP BY indicator, unit, period
HAVING max(published) != max(recomputed)
UNION ALL
-- What stores sold on a day is what was sold in its hours.
SELECT 'retail_store_days', unit, toString(day), toString(sum(of_stores)), toString(sum(of_hours))
FROM
(
    SELECT unit, day, toInt256(sum(sales - refunds)) AS of_stores, toInt256(0) AS of_hours
    FROM pennant.retail_store_day_latest FINAL
    GROUP BY unit, day
    UNION ALL
    SELECT unit, day, toInt256(0), sum(net) FROM sold GROUP BY unit, day
)
GROUP BY unit, day
HAVING sum(of_stores) != sum(of_hours)
ORDER BY 1, 2, 3
