-- A station's December is over once the next year begins, whether or not its last days were measured. The same columns as before.

CREATE OR REPLACE VIEW pennant.air_station_statistics
(
    station LowCardinality(String) COMMENT 'Id of the station',
    station_name String COMMENT 'Name of the station',
    unit LowCardinality(String) COMMENT 'Code of the township whose air it measures',
    unit_name String COMMENT 'Name of the township',
    span LowCardinality(String) COMMENT 'month, or year-to-date',
    period LowCardinality(String) COMMENT 'The month (2020-10), or the day through which the year runs (2020-10-31): the last one of a month that was measured',
    first_day Date COMMENT 'First day of the span',
    last_day Date COMMENT 'Last day of the span so far',
    days UInt16 COMMENT 'Days of the span so far',
    valid_days UInt16 COMMENT 'Days with an AQI',
    good_days UInt16 COMMENT 'Days of an AQI of at most 100 (优良天数)',
    days_1 UInt16 COMMENT 'Days of level 1, 优',
    days_2 UInt16 COMMENT 'Days of level 2, 良',
    days_3 UInt16 COMMENT 'Days of level 3, 轻度污染',
    days_4 UInt16 COMMENT 'Days of level 4, 中度污染',
    days_5 UInt16 COMMENT 'Days of level 5, 重度污染',
    days_6 UInt16 COMMENT 'Days of level 6, 严重污染',
    good_share Nullable(Decimal(9, 1)) COMMENT 'Good days of the valid days, in percent',
    good_share_base Nullable(Decimal(9, 1)) COMMENT 'The same of the year before',
    good_share_growth Nullable(Decimal(9, 1)) COMMENT 'Its change, in percentage points',
    pm2_5 Nullable(Int32) COMMENT 'PM2.5, mean of the days, without those of sand and dust, in µg/m³',
    pm2_5_base Nullable(Int32) COMMENT 'The same of the year before',
    pm2_5_growth Nullable(Decimal(9, 1)) COMMENT 'Its change, in percent, from the figures as published',
    pm10 Nullable(Int32) COMMENT 'PM10, likewise',
    pm10_base Nullable(Int32) COMMENT 'The same of the year before',
    pm10_growth Nullable(Decimal(9, 1)) COMMENT 'Its change, in percent',
    so2 Nullable(Int32) COMMENT 'SO2, mean of the days, in µg/m³',
    so2_base Nullable(Int32) COMMENT 'The same of the year before',
    so2_growth Nullable(Decimal(9, 1)) COMMENT 'Its change, in percent',
    no2 Nullable(Int32) COMMENT 'NO2, mean of the days, in µg/m³',
    no2_base Nullable(Int32) COMMENT 'The same of the year before',
    no2_growth Nullable(Decimal(9, 1)) COMMENT 'Its change, in percent',
    co Nullable(Decimal(9, 1)) COMMENT 'CO, the 95th percentile of the days, in mg/m³',
    co_base Nullable(Decimal(9, 1)) COMMENT 'The same of the year before',
    co_growth Nullable(Decimal(9, 1)) COMMENT 'Its change, in percent',
    o3 Nullable(Int32) COMMENT 'O3, the 90th percentile of the days'' largest 8-hour means, in µg/m³',
    o3_base Nullable(Int32) COMMENT 'The same of the year before',
    o3_growth Nullable(Decimal(9, 1)) COMMENT 'Its change, in percent',
    composite Nullable(Decimal(9, 2)) COMMENT 'The composite index (综合指数); lower is better',
    composite_base Nullable(Decimal(9, 2)) COMMENT 'The same of the year before, against the limits of the last day',
    composite_growth Nullable(Decimal(9, 1)) COMMENT 'Its change, in percent',
    means Array(Nullable(Decimal(9, 1))) COMMENT 'Mean of each of pm2_5, pm10, so2, no2, co, o3',
    percentiles Array(Nullable(Decimal(9, 1))) COMMENT 'Percentile of each: the 95th, of so2 and no2 the 98th, of o3 the 90th',
    limits Array(Decimal(9, 1)) COMMENT 'Yearly limit of each: of the mean, of co and o3 of the percentile',
    valid Bool COMMENT 'Whether there are enough valid days of every pollutant',
    reasons String COMMENT 'Of which there are too few; empty where the statistics are valid',
    synthetic Bool COMMENT 'Whether any reading was made up',
    updated_at DateTime64(3, 'UTC') COMMENT 'When it last changed'
)
DEFINER = migrator SQL SECURITY DEFINER
AS WITH
    (
        SELECT (
            any(standards), any(yearly_limits), any(percentiles), any(hours_of_eight), any(days_of_month), any(days_of_february), any(days_of_year))
        FROM pennant.air_definitions
    ) AS definitions,
    definitions.1 AS dated_standards,
    definitions.2 AS dated_limits,
    definitions.3 AS ranks,
    [10, 10, 10, 10, 100, 10] AS ticks,
    -- 6, 7, 8 and 20 to 24 divide it: every mean of a day's hours is a whole number of parts of a tick.
    212520 AS parts_of_tick,
    (dividend, divisor) -> intDiv(dividend, divisor)
        + (2 * (dividend % divisor) > divisor OR 2 * (dividend % divisor) = divisor AND intDiv(dividend, divisor) % 2 = 1) AS half_even,
    -- The year through the last known day of each month, and each month, through its end once a later day is known, of the next year too. Whole months are
    -- compared with whole months, days with the same date a year before, 29 February with the 28th.
    station_years AS (
        SELECT
            station,
            year,
            arrayConcat(
                arrayMap(
                    known -> ('year-to-date', toStartOfYear(known), known, addYears(toStartOfYear(known), -1), addYears(known, -1)),
                    known_days),
                arrayMap(
                    known -> (
                        'month', toStartOfMonth(known), least(toLastDayOfMonth(known), reached), addYears(toStartOfMonth(known), -1),
                        if(reached >= toLastDayOfMonth(known),
                            toLastDayOfMonth(addYears(toStartOfMonth(known), -1)),
                            addYears(known, -1))),
                    known_days)) AS sections
        FROM
        (
            SELECT
                station,
                year,
                known_days,
                if(
                    any(year) OVER (PARTITION BY station ORDER BY year ROWS BETWEEN 1 FOLLOWING AND 1 FOLLOWING) = year + 1,
                    makeDate(year, 12, 31),
                    arrayMax(known_days)) AS reached
            FROM
            (
                SELECT station, toYear(known_day) AS year, groupArray(known_day) AS known_days
                FROM
                (
                    SELECT station, toStartOfMonth(day) AS month, max(day) AS known_day
                    FROM pennant.air_day_latest FINAL
                    WHERE station != '' AND unit != '' AND stations > 0
                    GROUP BY station, month
                )
                GROUP BY station, year
            )
        )
    ),
    -- A day is a row with its hours, six pollutants each; the sums of eight hours of O3 end at 08:00 to 24:00.
    station_days AS (
        SELECT
            station,
            unit,
            day,
            synthetic,
            updated_at,
            means,
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
            arrayPushFront(arrayCumSum(arrayMap(value -> toInt64(greatest(value, 0)), o3)), 0) AS o3_totals,
            arrayPushFront(arrayCumSum(arrayMap(value -> toInt64(value >= 0), o3)), 0) AS o3_hours,
            arrayMax(arrayMap(
                (total, there, total_before, there_before) -> if(
                    there - there_before >= definitions.4,
                    (total - total_before) * intDiv(parts_of_tick, greatest(there - there_before, 1)),
                    -1),
                arraySlice(o3_totals, 9), arraySlice(o3_hours, 9), arraySlice(o3_totals, 1, 17), arraySlice(o3_hours, 1, 17))) AS largest_of_eight,
            arrayPushBack(
                arrayMap(
                    (step, there, total) -> if(step < 0, -1, total * intDiv(parts_of_tick, greatest(there, 1))), arraySlice(means, 1, 5), hours, totals),
                if(means[6] < 0, -1, largest_of_eight)) AS parts,
            (unit, day) IN (SELECT subject, day FROM pennant.air_day_latest FINAL WHERE station = '' AND dust AND stations > 0) AS dusty,
            arrayMap((part, place) -> toUInt8(part >= 0 AND NOT (dusty AND place <= 2)), parts, [1, 2, 3, 4, 5, 6]) AS counted,
            -- By each standard, 0 where there is none.
            arrayMap(
                (worst, standard) -> if(has(means, -1) AND worst < standard.4, 0, worst),
                arrayMap(
                    standard -> arrayMax(arrayMap(
                        (step, ends) -> if(step < 0, 0, 1 + arrayCount(last_step -> last_step < step, ends)), means, standard.3)),
                    dated_standards),
                dated_standards) AS levels_by_standard
        FROM pennant.air_day_latest FINAL
        WHERE station != '' AND unit != '' AND stations > 0
    ),
    -- Every day counts in sections of its own year, and as a base in those of the next one.
    section_days AS (
        SELECT
            station, unit, section, is_base, synthetic, updated_at, parts, counted,
            levels_by_standard[
                greatest(arrayLastIndex(standard -> standard.2 <= if(is_base, section.3, day), dated_standards), 1)] AS level
        FROM
        (
            SELECT
                days.station AS station,
                days.unit AS unit,
                days.day AS day,
                days.is_base AS is_base,
                days.synthetic AS synthetic,
                days.updated_at AS updated_at,
                days.parts AS parts,
                days.counted AS counted,
                days.levels_by_standard AS levels_by_standard,
                arrayFilter(
                    section -> if(days.is_base, days.day BETWEEN section.4 AND section.5, days.day BETWEEN section.2 AND section.3),
                    years.sections) AS sections_of_day
            FROM
            (
                SELECT
                    station, unit, day, synthetic, updated_at, parts, counted, levels_by_standard, is_base,
                    toUInt16(toYear(day) + is_base) AS year
                FROM station_days
                ARRAY JOIN [0, 1] AS is_base
            ) AS days
            INNER JOIN station_years AS years ON years.station = days.station AND years.year = days.year
        )
        ARRAY JOIN sections_of_day AS section
    ),
    -- Of the year before nobody asks for other percentiles than those by which it is judged.
    summed AS (
        SELECT
            station,
            section,
            is_base,
            any(unit) AS township,
            max(synthetic) AS any_synthetic,
            max(updated_at) AS last_updated,
            sumForEach(arrayMap(number -> toUInt16(level = number), [1, 2, 3, 4, 5, 6])) AS levels,
            sumForEach(arrayMap(part -> toUInt16(part >= 0), parts)) AS valid_of_six,
            sumForEach(counted) AS counted_of_six,
            sumForEach(arrayMap((part, counts) -> if(counts, part, 0), parts, counted)) AS totals,
            arrayMap(values -> arraySort(values), [
                groupArrayIf(parts[1], counted[1] AND NOT is_base),
                groupArrayIf(parts[2], counted[2] AND NOT is_base),
                groupArrayIf(parts[3], counted[3] AND NOT is_base),
                groupArrayIf(parts[4], counted[4] AND NOT is_base),
                groupArrayIf(parts[5], counted[5]),
                groupArrayIf(parts[6], counted[6])]) AS rising
        FROM section_days
        GROUP BY station, section, is_base
    ),
    -- By what the six are judged: of the first four the mean, of CO and O3 the value at rank 1 + (n - 1) p, between neighbours in proportion; a hundredfold.
    evaluated AS (
        SELECT
            *,
            dated_limits[greatest(arrayLastIndex(limits -> limits.2 <= section.3, dated_limits), 1)].3 AS limits_of_day,
            arrayMap(
                (values, rank) -> values[intDiv((length(values) - 1) * rank, 100) + 1] * (100 - (length(values) - 1) * rank % 100)
                    + values[intDiv((length(values) - 1) * rank, 100) + 2] * ((length(values) - 1) * rank % 100),
                rising, ranks) AS at_ranks,
            arrayMap(
                (total, at_rank, place) -> toInt256(if(place <= 4, total, at_rank)), totals, at_ranks, [1, 2, 3, 4, 5, 6]) AS judged,
            arrayMap(
                (number, tick, limit, place) -> toInt256(if(number = 0, 0, if(place <= 4, number, 100)) * tick * limit),
                counted_of_six, ticks, limits_of_day, [1, 2, 3, 4, 5, 6]) AS weights,
            arrayFold((product, weight) -> product * weight, weights, toInt256(1)) AS product
        FROM summed
    ),
    -- Share of good days, six means, six percentiles, composite index, in units of the last decimal; -1 where there is none.
    rounded AS (
        SELECT
            * EXCEPT (totals, rising, at_ranks, judged, weights, product),
            arrayMap(
                (dividend, divisor) -> if(divisor = 0, toInt64(-1), toInt64(half_even(dividend, greatest(divisor, toInt256(1))))),
                arrayConcat(
                    [toInt256(1000 * (levels[1] + levels[2]))],
                    arrayMap(total -> toInt256(total), totals),
                    arrayMap(at_rank -> toInt256(at_rank), at_ranks),
                    [100 * arraySum(arrayMap((each, weight) -> each * intDiv(product, greatest(weight, toInt256(1))), judged, weights))]),
                arrayConcat(
                    [toInt256(arraySum(levels))],
                    arrayMap((number, tick) -> toInt256(number) * tick * parts_of_tick, counted_of_six, ticks),
                    arrayMap((number, tick) -> toInt256(if(number = 0, 0, 100)) * tick * parts_of_tick, counted_of_six, ticks),
                    [product * parts_of_tick])) AS published
        FROM evaluated
    ),
    compared AS (
        SELECT
            station,
            section,
            anyIf(township, NOT is_base) AS unit,
            anyIf(rounded.levels, NOT is_base) AS levels,
            anyIf(valid_of_six, NOT is_base) AS valid_days_of_six,
            anyIf(rounded.limits_of_day, NOT is_base) AS limits_of_day,
            anyIf(published, NOT is_base) AS now,
            arrayResize(anyIf(published, is_base), 14, -1) AS before,
            [now[1], now[2], now[3], now[4], now[5], now[12], now[13], now[14]] AS figures,
            [before[1], before[2], before[3], before[4], before[5], before[12], before[13], before[14]] AS bases,
            arrayMap(
                (one, other, place) -> multiIf(
                    one < 0 OR other < 0, NULL,
                    place = 1, one - other,
                    other = 0, NULL,
                    sign(one - other) * half_even(toInt64(abs(one - other) * 1000), greatest(other, toInt64(1)))),
                figures, bases, range(1, 9)) AS growth,
            max(any_synthetic) AS synthetic,
            max(last_updated) AS updated_at,
            section.3 - section.2 + 1 AS days,
            addYears(toStartOfYear(section.3), 1) - toStartOfYear(section.3) AS days_of_its_year,
            if(section.1 = 'month',
                if(toMonth(section.3) = 2, definitions.6, definitions.5),
                intDiv(definitions.7 * days + days_of_its_year - 1, days_of_its_year)) AS days_needed
        FROM rounded
        GROUP BY station, section
        HAVING arraySum(levels) > 0 OR arrayMax(anyIf(counted_of_six, NOT is_base)) > 0
    )
SELECT
    compared.station AS station,
    stations.name AS station_name,
    compared.unit AS unit,
    coalesce(nullIf(units.name, ''), compared.unit) AS unit_name,
    section.1 AS span,
    if(section.1 = 'month', formatDateTime(section.3, '%Y-%m'), toString(section.3)) AS period,
    section.2 AS first_day,
    section.3 AS last_day,
    compared.days AS days,
    arraySum(levels) AS valid_days,
    levels[1] + levels[2] AS good_days,
    levels[1] AS days_1,
    levels[2] AS days_2,
    levels[3] AS days_3,
    levels[4] AS days_4,
    levels[5] AS days_5,
    levels[6] AS days_6,
    toDecimal32(nullIf(figures[1], -1), 1) / 10 AS good_share,
    toDecimal32(nullIf(bases[1], -1), 1) / 10 AS good_share_base,
    toDecimal32(growth[1], 1) / 10 AS good_share_growth,
    nullIf(figures[2], -1) AS pm2_5,
    nullIf(bases[2], -1) AS pm2_5_base,
    toDecimal32(growth[2], 1) / 10 AS pm2_5_growth,
    nullIf(figures[3], -1) AS pm10,
    nullIf(bases[3], -1) AS pm10_base,
    toDecimal32(growth[3], 1) / 10 AS pm10_growth,
    nullIf(figures[4], -1) AS so2,
    nullIf(bases[4], -1) AS so2_base,
    toDecimal32(growth[4], 1) / 10 AS so2_growth,
    nullIf(figures[5], -1) AS no2,
    nullIf(bases[5], -1) AS no2_base,
    toDecimal32(growth[5], 1) / 10 AS no2_growth,
    toDecimal32(nullIf(figures[6], -1), 1) / 10 AS co,
    toDecimal32(nullIf(bases[6], -1), 1) / 10 AS co_base,
    toDecimal32(growth[6], 1) / 10 AS co_growth,
    nullIf(figures[7], -1) AS o3,
    nullIf(bases[7], -1) AS o3_base,
    toDecimal32(growth[7], 1) / 10 AS o3_growth,
    toDecimal32(nullIf(figures[8], -1), 2) / 100 AS composite,
    toDecimal32(nullIf(bases[8], -1), 2) / 100 AS composite_base,
    toDecimal32(growth[8], 1) / 10 AS composite_growth,
    arrayMap((step, place) -> toDecimal32(nullIf(step, -1), 1) / if(place = 5, 10, 1), arraySlice(now, 2, 6), range(1, 7)) AS means,
    arrayMap((step, place) -> toDecimal32(nullIf(step, -1), 1) / if(place = 5, 10, 1), arraySlice(now, 8, 6), range(1, 7)) AS percentiles,
    arrayMap((step, place) -> toDecimal32(step, 1) / if(place = 5, 10, 1), limits_of_day, range(1, 7)) AS limits,
    CAST(empty(reasons) AS Bool) AS valid,
    arrayStringConcat(
        arrayFilter(
            reason -> reason != '',
            arrayMap(
                (pollutant, number) -> if(
                    number >= days_needed, '', concat(pollutant, ': ', toString(number), ' of ', toString(days_needed), ' valid days')),
                ['pm2_5', 'pm10', 'so2', 'no2', 'co', 'o3'], valid_days_of_six)),
        '; ') AS reasons,
    compared.synthetic AS synthetic,
    compared.updated_at AS updated_at
FROM compared
LEFT JOIN pennant.units AS units FINAL ON units.code = compared.unit
LEFT JOIN pennant.air_stations AS stations ON stations.station = compared.station
COMMENT 'The air of each station in months, and in years through each month, against the year before: made of its days when it is read';
