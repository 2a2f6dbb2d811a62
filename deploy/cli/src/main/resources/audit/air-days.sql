-- The days of the air, reckoned from the hours of stations by the rules of the README and not by what the job kept: of stations (station_days), and of
-- townships, counties and the prefecture (unit_days). Queries go on from here. All is exact: an amount counts parts of a tick in whole numbers, and is
-- rounded once, half to even. Arrays of six stand in the order of pollutants; -1 is a missing value.
WITH
    ['pm2_5', 'pm10', 'so2', 'no2', 'co', 'o3'] AS pollutants,
    -- Ticks of a reading in a step of what is published.
    [10, 10, 10, 10, 100, 10] AS ticks,
    -- 6, 7, 8 and 20 to 24 divide it: every mean of a day's hours is a whole number of parts.
    212520 AS parts_of_tick,
    (dividend, divisor) -> intDiv(dividend, divisor)
        + (2 * (dividend % divisor) > divisor OR 2 * (dividend % divisor) = divisor AND intDiv(dividend, divisor) % 2 = 1) AS half_even,
    (steps, points, upper) -> indices[upper - 1] + intDiv(
        (indices[upper] - indices[upper - 1]) * (steps - points[upper - 1]) + points[upper] - points[upper - 1] - 1,
        points[upper] - points[upper - 1]) AS on_segment,
    (steps, points) -> multiIf(
        steps < 0, -1,
        steps >= points[-1], indices[length(points)],
        on_segment(steps, points, greatest(arrayFirstIndex(point -> point >= steps, points), 2))) AS individual_index,
    -- The columns that judge a day; that of O3 either ends, or reads on in its other one.
    standard -> arrayPushBack(
        arrayPopBack(standard.5),
        if(standard.3 = 'cap', standard.5[-1], arrayConcat(standard.5[-1], arraySlice(standard.6, length(standard.5[-1]) + 1)))) AS columns_of,
    (of_six, standard) -> if(
        arrayMax(of_six) >= if(has(of_six, -1) AND standard.4 = 'published-above-100', 101, 0), arrayMax(of_six), -1) AS index_of_air,
    day -> greatest(arrayLastIndex(standard -> standard.2 <= day, standards), 1) AS standard_on,
    lineage AS (
        SELECT
            township.code AS township,
            arrayJoin([township.code, township.parent, county.parent]) AS unit
        FROM pennant.units AS township FINAL
        INNER JOIN pennant.units AS county FINAL ON township.parent = county.code
        WHERE township.kind NOT IN ('county', 'prefecture')
    ),
    -- A day is a row; view air_hours shows the same hours one by one. They stand one after the other, six pollutants each.
    station_days AS (
        SELECT
            station,
            unit AS township,
            day,
            synthetic,
            arrayEnumerate(concentrations) AS places,
            [
                arrayCount((value, place) -> value >= 0 AND place % 6 = 1, concentrations, places),
                arrayCount((value, place) -> value >= 0 AND place % 6 = 2, concentrations, places),
                arrayCount((value, place) -> value >= 0 AND place % 6 = 3, concentrations, places),
                arrayCount((value, place) -> value >= 0 AND place % 6 = 4, concentrations, places),
                arrayCount((value, place) -> value >= 0 AND place % 6 = 5, concentrations, places)
            ] AS hours,
            [
                arraySum((value, place) -> if(place % 6 = 1, greatest(value, 0), 0), concentrations, places),
                arraySum((value, place) -> if(place % 6 = 2, greatest(value, 0), 0), concentrations, places),
                arraySum((value, place) -> if(place % 6 = 3, greatest(value, 0), 0), concentrations, places),
                arraySum((value, place) -> if(place % 6 = 4, greatest(value, 0), 0), concentrations, places),
                arraySum((value, place) -> if(place % 6 = 5, greatest(value, 0), 0), concentrations, places)
            ] AS totals,
            arrayFilter((value, place) -> place % 6 = 0, concentrations, places) AS o3,
            -- Eight hours of O3 end at 08:00 to 24:00.
            arrayFilter(
                eight -> length(eight) >= hours_of_eight,
                arrayMap(last -> arrayFilter(value -> value >= 0, arraySlice(o3, last - 7, 8)), range(8, 25))) AS eights,
            toInt64(arrayMax(arrayMap(eight -> arraySum(eight) * intDiv(parts_of_tick, length(eight)), eights))) AS largest,
            arrayPushBack(
                arrayMap(
                    (there, total) -> if(there >= hours_of_day, total * intDiv(parts_of_tick, greatest(there, 1)), toInt64(-1)), hours, totals),
                if(length(eights) >= eight_hour_means_of_day OR half_even(largest, parts_of_tick * ticks[6]) > o3_8h_valid_above,
                    largest, toInt64(-1))) AS parts,
            arrayPushBack(
                arrayMap(there -> (toUInt64(there), toUInt64(hours_of_day), 'hours'), hours),
                (toUInt64(length(eights)), toUInt64(eight_hour_means_of_day), 'eight-hour means')) AS found,
            intDiv(arrayLastIndex(value -> value >= 0, concentrations) + 5, 6) AS hours_begun
        FROM pennant.air_day_latest FINAL
        WHERE station != '' AND unit != '' AND stations > 0
    ),
    dust_days AS (
        SELECT DISTINCT lineage.unit AS unit, marks.day AS day
        FROM pennant.air_dust_days AS marks
        CROSS JOIN lineage
        WHERE startsWith(lineage.unit, marks.unit)
    ),
    -- Sums over stations. Days of which nothing is known are there too, with no station, so that a year can be told through each.
    unit_days AS (
        SELECT
            unit,
            day,
            sumForEach(valid_parts) AS parts,
            sumForEach(is_valid) AS stations_of,
            sum(is_read) AS stations,
            max(hours_begun) AS hours_begun,
            max(synthetic) AS synthetic,
            (unit, day) IN dust_days AS dust
        FROM
        (
            SELECT
                lineage.unit AS unit,
                station_days.day AS day,
                arrayMap(part -> greatest(part, 0), parts) AS valid_parts,
                arrayMap(part -> toInt64(part >= 0), parts) AS is_valid,
                1 AS is_read,
                hours_begun,
                synthetic
            FROM station_days
            INNER JOIN lineage ON lineage.township = station_days.township
            UNION ALL
            SELECT
                units.unit,
                arrayJoin(arrayMap(day -> toDate(day), range(
                    toUInt32((SELECT toStartOfYear(min(day)) FROM pennant.air_days)), toUInt32((SELECT max(day) FROM pennant.air_days)) + 1))),
                arrayWithConstant(6, toInt64(0)),
                arrayWithConstant(6, toInt64(0)),
                0,
                0,
                false
            FROM (SELECT DISTINCT unit FROM lineage) AS units
        )
        GROUP BY unit, day
    )
