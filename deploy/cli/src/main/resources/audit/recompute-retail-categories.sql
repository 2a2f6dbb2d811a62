-- Recomputes the running sales of a township by category from the hours sold alone, and returns the rows in which the two disagree. How far time has
-- gone there is taken from retail_category_latest itself. A row of nothing, which is told where a store has left, is none; synthetic is not compared.
WITH
    sold AS (
        SELECT
            category,
            toDate(hour) AS day,
            toHour(hour) AS hour_of_day,
            toInt256(sales) - refunds AS net,
            hours.receipts AS receipts
        FROM pennant.retail_hour_latest AS hours FINAL
        WHERE hours.unit = {township:String} AND hours.receipts > 0
    ),
    frontier AS (
        SELECT max(day) AS last_day, argMax(hours, (day, hours)) AS hours
        FROM pennant.retail_category_latest FINAL
        WHERE unit = {township:String}
    ),
    days AS (
        SELECT arrayJoin(arrayMap(day -> toDate(day), range(
            toUInt32((SELECT toStartOfYear(min(day)) FROM sold)), toUInt32((SELECT last_day FROM frontier)) + 1))) AS day
    ),
    running AS (
        SELECT
            category,
            day,
            sum(facts.net) AS sold,
            sum(sum(facts.net)) OVER year AS value,
            sum(sum(facts.receipts)) OVER year AS receipts
        FROM
        (
            SELECT category, day, net, receipts FROM sold
            UNION ALL
            SELECT known.category, days.day, 0, 0
            FROM (SELECT DISTINCT category FROM sold) AS known
            CROSS JOIN days
        ) AS facts
        GROUP BY category, day
        WINDOW year AS (PARTITION BY category, toYear(day) ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    ),
    -- Last year's hours that the frontier's day has not come to; after 29 February the whole of the 28th has been.
    to_come AS (
        SELECT sold.category AS category, sum(sold.net) AS net_to_come, sum(sold.receipts) AS receipts_to_come
        FROM sold
        CROSS JOIN frontier
        WHERE sold.day = addYears(frontier.last_day, -1) AND sold.hour_of_day >= frontier.hours
            AND toDayOfMonth(sold.day) = toDayOfMonth(frontier.last_day)
        GROUP BY sold.category
    ),
    recomputed AS (
        SELECT
            running.category AS category,
            running.day AS day,
            if(running.day = frontier.last_day, frontier.hours, 24) AS hours,
            running.sold AS sold,
            running.value AS value,
            before.receipts > if(running.day = frontier.last_day, to_come.receipts_to_come, 0) AS compared,
            before.value - if(running.day = frontier.last_day, to_come.net_to_come, toInt256(0)) AS base_value,
            if(compared, toString(base_value), '–') AS base_shown
        FROM running
        CROSS JOIN frontier
        LEFT JOIN running AS before ON before.category = running.category AND before.day = addYears(running.day, -1)
        LEFT JOIN to_come ON to_come.category = running.category
        WHERE running.day <= frontier.last_day
    ),
    both AS (
        SELECT category, day, '' AS published,
            concat(toString(sold), ' that day, ', toString(value), ' on ', base_shown, ', ', toString(hours), ' h') AS recomputed
        FROM recomputed
        WHERE sold != 0 OR value != 0 OR compared
        UNION ALL
        SELECT category, day,
            concat(toString(sold), ' that day, ', toString(value), ' on ', ifNull(toString(base), '–'), ', ', toString(hours), ' h'), ''
        FROM pennant.retail_category_latest FINAL
        WHERE unit = {township:String} AND (sold != 0 OR value != 0 OR base IS NOT NULL)
    )
SELECT
    'retail_categories',
    {township:String},
    concat(toString(day), ' ', category),
    ifNull(nullIf(max(published), ''), 'nothing'),
    ifNull(nullIf(max(recomputed), ''), 'nothing')
FROM both
GROUP BY category, day
HAVING max(published) != max(recomputed)
ORDER BY 3
