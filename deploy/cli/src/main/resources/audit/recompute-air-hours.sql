,
    -- Of a calendar year, from {first:Date} to {last:Date}: the arrays of the hours of ten do not stand in memory together. Of every run of consecutive hours the least AQI, and of those the greatest; an hour without one breaks the run.
    reckoned AS (
        SELECT
            unit,
            day,
            synthetic,
            over,
            arrayJoin(indicators_of_hours) AS asked,
            arrayMax(arrayMap(first -> arrayMin(arraySlice(aqis, first, asked.2)), range(1, 26 - asked.2))) AS highest,
            arrayCount(aqi -> aqi >= 0, aqis) AS measured
        FROM judged_hours
    ),
    both AS (
        SELECT
            toString(asked.1) AS indicator,
            toString(unit) AS unit,
            toString(day) AS period,
            '' AS stands,
            concat(
                toString(highest), ' on –, –, ', toString(measured), ' of 24, ',
                if(over AND measured >= hours_of_day, 'complete', 'provisional'), if(synthetic, ', synthetic', '')) AS recomputed
        FROM reckoned
        WHERE highest >= 0
        UNION ALL
        SELECT
            toString(indicator),
            toString(unit),
            toString(period),
            concat(
                toString(value), ' on ', ifNull(toString(base), '–'), ', ', ifNull(toString(growth), '–'), ', ', toString(reported), ' of ',
                toString(expected), ', ', toString(status), if(synthetic, ', synthetic', '')),
            ''
        FROM pennant.indicator_latest FINAL
        WHERE reported > 0 AND period BETWEEN toString({first:Date}) AND toString({last:Date})
            AND indicator IN (SELECT id FROM pennant.indicator_definitions FINAL WHERE amount = 'air-hours')
    )
SELECT indicator, unit, period, ifNull(nullIf(max(stands), ''), 'nothing'), ifNull(nullIf(max(recomputed), ''), 'nothing')
FROM both
GROUP BY indicator, unit, period
HAVING max(stands) != max(recomputed)
ORDER BY 1, 2, 3
-- A day's hours are an array of 144, of which few stand in memory at a time.
SETTINGS max_threads = 1, max_block_size = 512
