,
    judged AS (
        SELECT
            station,
            unit,
            day,
            stations,
            dust,
            synthetic,
            arrayMap(
                (part, number, tick) -> if(number = 0 OR part < 0, -1, toInt32(half_even(part, number * parts_of_tick * tick))),
                parts, stations_of, ticks) AS steps,
            standards[standard_on(day)] AS standard,
            arrayMap((step, points) -> individual_index(step, points), steps, columns_of(standard)) AS of_six,
            index_of_air(of_six, standard) AS aqi,
            arrayStringConcat(
                arrayFilter(
                    reason -> reason != '',
                    arrayMap(
                        (pollutant, step, there) -> if(step >= 0, '', concat(pollutant, ': ', toString(there.1), ' of ', toString(there.2), ' ', there.3)),
                        pollutants, steps, found)),
                '; ') AS reasons
        FROM
        (
            SELECT station, township AS unit, day, parts, arrayMap(part -> 1, parts) AS stations_of, found, 1 AS stations, false AS dust, synthetic
            FROM station_days
            UNION ALL
            SELECT
                '', unit, day, parts, stations_of, arrayMap(number -> (toUInt64(number), toUInt64(1), 'valid stations'), stations_of), stations, dust,
                synthetic
            FROM unit_days
            WHERE stations > 0
        )
    ),
    -- What was read of each hour and stands, as a sum over the hours of a day.
    read_hours AS (
        SELECT
            station,
            toDate(hour) AS day,
            count() AS hours,
            sum(cityHash64(
                toHour(hour), revision, [ifNull(pm2_5, -1), ifNull(pm10, -1), ifNull(so2, -1), ifNull(no2, -1), ifNull(co, -1), ifNull(o3, -1)])) AS sum
        FROM
        (
            SELECT station, hour, revision, pm2_5, pm10, so2, no2, co, o3
            FROM pennant.air_reading_log
            ORDER BY station, hour, revision DESC
            LIMIT 1 BY station, hour
        )
        WHERE station IN (SELECT station FROM pennant.air_stations)
        GROUP BY station, day
    ),
    shown_hours AS (
        SELECT
            station,
            day,
            countIf(revision >= 0) AS hours,
            sumIf(cityHash64(toUInt8(slot - 1), revision, arraySlice(concentrations, 6 * slot - 5, 6)), revision >= 0) AS sum
        FROM pennant.air_day_latest FINAL
        ARRAY JOIN revisions AS revision, arrayEnumerate(revisions) AS slot
        WHERE station != '' AND unit != '' AND stations > 0
        GROUP BY station, day
    ),
    both AS (
        SELECT
            'air_days' AS what,
            if(station = '', unit, station) AS subject,
            day,
            '' AS stands,
            concat(
                unit, ': ', toString(steps), ', indices ', toString(of_six), ', AQI ', toString(aqi), ' ',
                multiIf(aqi < 0, '', aqi <= 50, '优', aqi <= 100, '良', aqi <= 150, '轻度污染', aqi <= 200, '中度污染', aqi <= 300, '重度污染', '严重污染'),
                '[', arrayStringConcat(arrayFilter((pollutant, index) -> aqi > 50 AND index = aqi, pollutants, of_six), ','), '], ',
                standard.1, ', of ', toString(stations),
                if(dust, ', dust', ''), if(synthetic, ', synthetic', ''), if(reasons = '', '', ', '), reasons) AS recomputed
        FROM judged
        UNION ALL
        SELECT
            'air_days',
            if(station = '', unit, station),
            day,
            concat(
                unit, ': ',
                toString([ifNull(pm2_5, -1), ifNull(pm10, -1), ifNull(so2, -1), ifNull(no2, -1), ifNull(toInt32(co * 10), -1), ifNull(o3, -1)]),
                ', indices ', toString([
                    ifNull(iaqi_pm2_5, -1), ifNull(iaqi_pm10, -1), ifNull(iaqi_so2, -1), ifNull(iaqi_no2, -1), ifNull(iaqi_co, -1), ifNull(iaqi_o3, -1)]),
                ', AQI ', toString(ifNull(aqi, -1)), ' ', level, '[', arrayStringConcat(primary, ','), '], ', standard, ', of ', toString(stations),
                if(dust, ', dust', ''), if(synthetic, ', synthetic', ''), if(valid, '', ', '), reasons),
            ''
        FROM pennant.air_days
        UNION ALL
        SELECT 'air_hours', station, day, '', concat(toString(hours), ' hours, ', hex(sum)) FROM read_hours
        UNION ALL
        SELECT 'air_hours', station, day, concat(toString(hours), ' hours, ', hex(sum)), '' FROM shown_hours
    )
SELECT what, subject, toString(day), ifNull(nullIf(max(stands), ''), 'nothing'), ifNull(nullIf(max(recomputed), ''), 'nothing')
FROM both
GROUP BY what, subject, day
HAVING max(stands) != max(recomputed)
ORDER BY 1, 2, 3
SETTINGS max_block_size = 4096
