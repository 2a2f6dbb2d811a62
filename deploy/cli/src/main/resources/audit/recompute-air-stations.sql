-- Statistics of stations. A township's days are those of its only station, where it has one: so what the job made of the township's days is what the
-- view has to make of the station's.
WITH
    alone AS (
        SELECT unit AS township, any(subject) AS only_station
        FROM pennant.air_day_latest FINAL
        WHERE station != '' AND unit != '' AND stations > 0
        GROUP BY unit
        HAVING uniqExact(subject) = 1
    ),
    last_days AS (
        SELECT subject AS township, max(day)
        FROM pennant.air_day_latest FINAL
        WHERE station = '' AND stations > 0
        GROUP BY subject, toStartOfMonth(day)
    ),
    both AS (
        SELECT station AS subject, period, toString(tuple(* EXCEPT (station, station_name, unit_name, updated_at))) AS stands, '' AS recomputed
        FROM pennant.air_station_statistics
        WHERE station IN (SELECT only_station FROM alone)
        UNION ALL
        SELECT alone.only_station, statistics.period, '', toString(tuple(statistics.* EXCEPT (unit_name, updated_at)))
        FROM pennant.air_statistics AS statistics
        INNER JOIN alone ON alone.township = statistics.unit
        WHERE statistics.span = 'month' OR (statistics.unit, statistics.last_day) IN last_days
    )
SELECT
    'air_station_statistics' AS what,
    subject,
    period,
    ifNull(nullIf(replaceAll(max(stands), '\'', ''), ''), 'nothing'),
    ifNull(nullIf(replaceAll(max(recomputed), '\'', ''), ''), 'nothing')
FROM both
GROUP BY subject, period
HAVING max(stands) != max(recomputed)
ORDER BY 1, 2, 3
