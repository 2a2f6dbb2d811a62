-- Recomputes the running sales of each township and category from the hours sold alone, and returns the rows in which the two disagree. How far
-- time has gone in a unit is taken from retail_category_latest itself. A row of nothing, which is told where a store has left, is none.
WITH
    sold AS (
        SELECT
            unit,
            category,
            toDate(hour) AS day,
            toHour(hour) AS hour_of_day,
            toInt256(sales) - refunds AS net,
            hours.receipts AS receipts
        FROM pennant.retail_hour_latest AS hours FINAL
        WHERE hours.receipts > 0
    ),
    frontier AS (
        SELECT unit, max(day) AS last_day, argMax(hours, day) AS hours
        FROM pennant.retail_category_latest FINAL
        GROUP BY unit
    ),
    days AS (
        SELECT arrayJoin(arrayMap(day -> toDate(day), range(
            toUInt32((SELECT toStartOfYear(min(day)) FROM sold)), toUInt32((SELECT max(last_day) FROM frontier)) + 1))) AS day
    ),
    running AS (
        SELECT
            unit,
            category,
            day,
            sum(facts.net) AS sold,
            sum(sum(facts.net)) OVER year AS value,
            sum(sum(facts.receipts)) OVER year AS receipts
        FROM
        (
            SELECT unit, category, day, net, receipts FROM sold
            UNION ALL
            SELECT known.unit, known.category, days.day, 0, 0
            FROM (SELECT DISTINCT unit, category FROM sold) AS known
            CROSS JOIN days
        ) AS facts
        GROUP BY unit, category, day
        WINDOW year AS (PARTITION BY unit, category, toYear(day) ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    ),
    -- Last year's hours that the frontier's day has not come to; after 29 February the whole of the 28th has been.
    to_come AS (
        SELECT sold.unit AS unit, sold.category AS category, sum(sold.net) AS net_to_come, sum(sold.receipts) AS receipts_to_come
        FROM sold
        INNER JOIN frontier ON frontier.unit = sold.unit
        WHERE sold.day = addYears(frontier.last_day, -1) AND sold.hour_of_day >= frontier.hours
            AND toDayOfMonth(sold.day) = toDayOfMonth(frontier.last_day)
        GROUP BY sold.unit, sold.category
    ),
    recomputed AS (
        SELECT
            running.unit AS unit,
            running.category AS category,
            running.day AS day,
            if(running.day = frontier.last_day, frontier.hours, 24) AS hours,
            running.sold AS sold,
            running.value AS value,
            before.receipts > if(running.day = frontier.last_day, to_come.receipts_to_come, 0) AS compared,
            before.value - if(running.day = frontier.last_day, to_come.net_to_come, toInt256(0)) AS base_value,
            if(compared, toString(base_value), '–') AS base_shown
        FROM running
        INNER JOIN frontier ON frontier.unit = running.unit
        LEFT JOIN running AS before
            ON before.unit = running.unit AND before.category = running.category AND before.day = addYears(running.day, -1)
        LEFT JOIN to_come ON to_come.unit = running.unit AND to_come.category = running.category
        WHERE running.day <= frontier.last_day
    ),
    both AS (
        SELECT unit, category, day, '' AS published,
            concat(toString(sold), ' that day, ', toString(value), ' on ', base_shown, ', ', toString(hours), ' h') AS recomputed
        FROM recomputed
        WHERE sold != 0 OR value != 0 OR compared
        UNION ALL
        SELECT unit, category, day,
            concat(toString(sold), ' that day, ', toString(value), ' on ', ifNull(toString(base), '–'), ', ', toString(hours), ' h'), ''
        FROM pennant.retail_category_latest FINAL
        WHERE sold != 0 OR value != 0 OR base IS NOT NULL
    )
SELECT
    'retail_categories',
    unit,
    concat(toString(day), ' ', category),
    ifNull(nullIf(max(published), ''), 'nothing'),
    ifNull(nullIf(max(recomputed), ''), 'nothing')
FROM both
GROUP BY unit, category, day
HAVING max(published) != max(recomputed)
ORDER BY 2, 3
