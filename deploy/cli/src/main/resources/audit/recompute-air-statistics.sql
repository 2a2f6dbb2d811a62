,
    -- Of values in rising order the one at rank 1 + (n - 1) p, between neighbours in proportion; a hundredfold. It is near the end, where the largest
    -- stands first, and no more are sorted than it can be far from there among the 366 values of a year.
    (falling, rank) -> if(empty(falling), toInt256(0),
        falling[length(falling) - intDiv((length(falling) - 1) * rank, 100)] * (100 - (length(falling) - 1) * rank % 100)
            + falling[length(falling) - intDiv((length(falling) - 1) * rank, 100) - 1] * ((length(falling) - 1) * rank % 100)) AS at_rank,
    (values, rank) -> at_rank(arrayPartialReverseSort(366 - intDiv(365 * rank, 100), values), rank) AS percentile,
    -- The eight figures in their measures, each as dividend and divisor, which is 0 where there is none.
    (levels, dividends, divisors, composite, product, divisible) -> arrayConcat(
        [(toInt256(100 * (levels[1] + levels[2])), toInt256(arraySum(levels)))],
        arrayMap(
            (dividend, divisor, tick, place) -> (dividend, divisor * parts_of_tick * tick * divisible * if(place = 5, 10, 1)),
            dividends, divisors, ticks, [1, 2, 3, 4, 5, 6]),
        [(composite, product * parts_of_tick * divisible)]) AS figures_of,
    ['air-good-days', 'air-pm25', 'air-pm10', 'air-so2', 'air-no2', 'air-co', 'air-o3', 'air-composite'] AS indicators_of,
    -- How many ten-billionths make a unit of the last decimal that is published.
    [1000000000, 10000000000, 10000000000, 10000000000, 10000000000, 1000000000, 10000000000, 100000000] AS published_units,
    -- A figure is divided once, which is what takes longest: into whole ten-billionths, and what is left of one (0 nothing, 1 less than half, 2 half, 3 more).
    quotient -> if(quotient.2 = 0, -1, toInt64(intDiv(quotient.1 * 10000000000, greatest(quotient.2, toInt256(1))))) AS whole,
    (quotient, floor) -> multiIf(
        quotient.2 = 0 OR quotient.1 * 10000000000 = quotient.2 * floor, 0,
        2 * (quotient.1 * 10000000000 - quotient.2 * floor) < quotient.2, 1,
        2 * (quotient.1 * 10000000000 - quotient.2 * floor) = quotient.2, 2,
        3) AS left_over,
    (floor, rest) -> toDecimal128(floor + (rest = 3 OR rest = 2 AND floor % 2 = 1), 10) / 10000000000 AS exactly,
    (floor, rest, unit) -> if(floor < 0, -1, intDiv(floor, unit)
        + (2 * (floor % unit) > unit OR 2 * (floor % unit) = unit AND (rest > 0 OR intDiv(floor, unit) % 2 = 1))) AS published,
    -- As the table has it where there is none.
    -2147483648 AS no_growth,
    (now, before, place) -> multiIf(
        now < 0 OR before < 0, no_growth,
        place = 1, now - before,
        before = 0, no_growth,
        sign(now - before) * half_even(abs(now - before) * 1000, greatest(before, 1))) AS tenths_of_growth,
    (number, unit) -> if(number = -1, '–', toString(toDecimal64(number, 2) / intDiv(10000000000, unit))) AS written,
    statistic -> concat(
        toString(statistic.1), ' to ', toString(statistic.2), ', days by level ', toString(statistic.3), '; ',
        arrayStringConcat(
            arrayMap(
                (now, before, change, unit) -> concat(
                    written(now, unit), ' on ', written(before, unit), ', ', if(change = no_growth, '–', toString(toDecimal64(change, 1) / 10))),
                statistic.4, statistic.5, statistic.6, published_units),
            '; '),
        '; limits ', toString(arrayMap((limit, place) -> toDecimal32(limit, 1) / if(place = 5, 10, 1), statistic.7, [1, 2, 3, 4, 5, 6])), '; ',
        statistic.8, if(statistic.9 = 1, ', synthetic', '')) AS statistic_in_words,
    figure -> concat(
        toString(figure.2), ' on ', ifNull(toString(figure.3), '–'), ', ', ifNull(toString(figure.4), '–'), ', ', toString(figure.5), ' of ',
        toString(figure.6), ', ', figure.7, if(figure.8 = 1, ', synthetic', '')) AS figure_in_words,
    -- Of a calendar year, from {first:Date} to {last:Date}, and of the year before, with which it is compared: what ten years run through does not stand in
    -- memory together.
    stepped AS (
        SELECT
            *,
            arrayMap(
                (part, number, tick) -> if(number = 0, -1, toInt32(half_even(part, greatest(number, 1) * parts_of_tick * tick))), parts, stations_of, ticks) AS steps
        FROM unit_days
        WHERE day BETWEEN addYears({first:Date}, -1) AND {last:Date}
    ),
    indexed AS (
        SELECT
            *,
            arrayMap(
                standard -> arrayMap((step, points) -> individual_index(step, points), steps, columns_of(standard)), standards) AS indices_by_standard
        FROM stepped
    ),
    levelled AS (
        SELECT
            *,
            arrayMap((of_six, standard) -> index_of_air(of_six, standard), indices_by_standard, standards) AS aqis
        FROM indexed
    ),
    followed AS (SELECT unit FROM last_days WHERE day > {last:Date}),
    -- In parts that the means of all days of a unit divide into, of however many stations each is.
    valued AS (
        SELECT
            unit,
            day,
            stations > 0 AS known,
            max(if(known, day, toDate(0))) OVER (PARTITION BY unit, toYear(day)) AS last_known,
            -- Through the end of a year that is followed by another.
            if(last_known >= {first:Date} AND unit IN followed, {last:Date}, last_known) AS reached,
            hours_begun,
            synthetic,
            arrayFold(
                (divisible, number) -> divisible * intDiv(number, gcd(toUInt64(divisible % number + number), toUInt64(number))),
                arrayFilter(number -> number > 0, groupUniqArrayArray(stations_of) OVER (PARTITION BY unit)),
                toInt256(1)) AS divisible,
            arrayMap(number -> toUInt32(number > 0), stations_of) AS valid,
            arrayMap((there, place) -> toUInt32(there AND NOT (dust AND place <= 2)), valid, [1, 2, 3, 4, 5, 6]) AS counted,
            arrayMap((part, number) -> toInt256(part) * intDiv(divisible, greatest(number, 1)), parts, stations_of) AS amounts,
            -- One of six for each standard, and for that of the day.
            arrayFlatten(arrayMap(
                aqi -> arrayMap(
                    (best, worst) -> toUInt32(known AND aqi >= best AND aqi <= worst), [0, 51, 101, 151, 201, 301], [50, 100, 150, 200, 300, 1000]),
                aqis)) AS levels_by_all,
            arraySlice(levels_by_all, 6 * standard_on(day) - 5, 6) AS levels_by_own
        FROM levelled
    ),
    years AS (
        SELECT *, (
                running.1,
                [percentile(running.2, percentile_ranks[5]), percentile(running.3, percentile_ranks[6])],
                running.4, running.5, running.6, running.7, running.8
            ) AS of_year
        FROM
        (
            SELECT
                *,
                (
                    sumForEach(arrayMap((amount, counts) -> amount * counts, amounts, counted)) OVER year,
                    groupArray(if(counted[5] = 1, amounts[5], NULL)) OVER year,
                    groupArray(if(counted[6] = 1, amounts[6], NULL)) OVER year,
                    sumForEach(counted) OVER year,
                    sumForEach(valid) OVER year,
                    sumForEach(levels_by_own) OVER year,
                    sumForEach(levels_by_all) OVER year,
                    max(synthetic) OVER year
                ) AS running
            FROM valued
            WINDOW year AS (PARTITION BY unit, toYear(day) ORDER BY day)
        )
    ),
    months AS (
        SELECT
            unit,
            day,
            known,
            reached,
            hours_begun,
            divisible,
            known_in_month,
            of_year,
            (
                running.1,
                [percentile(running.2, percentile_ranks[5]), percentile(running.3, percentile_ranks[6])],
                running.4, running.5, running.6, running.7, running.8
            ) AS of_month
        FROM
        (
            SELECT
                * EXCEPT (running),
                max(known) OVER month AS known_in_month,
                (
                    sumForEach(arrayMap((amount, counts) -> amount * counts, amounts, counted)) OVER month,
                    groupArray(if(counted[5] = 1, amounts[5], NULL)) OVER month,
                    groupArray(if(counted[6] = 1, amounts[6], NULL)) OVER month,
                    sumForEach(counted) OVER month,
                    sumForEach(valid) OVER month,
                    sumForEach(levels_by_own) OVER month,
                    sumForEach(levels_by_all) OVER month,
                    max(synthetic) OVER month
                ) AS running
            FROM years
            WINDOW month AS (PARTITION BY unit, toStartOfMonth(day) ORDER BY day)
        )
    ),
    -- The year through each day that is known, and through each month whose end was reached; and each month. Whole months are compared with whole months,
    -- days with the same date a year before, 29 February with the 28th.
    spans AS (
        SELECT
            unit,
            span.2 AS kind,
            span.3 AS period,
            span.4 AS over,
            if(kind = 'month', toStartOfMonth(day), toStartOfYear(day)) AS first_day,
            day AS last_day,
            divisible,
            if(kind = 'month', of_month, of_year) AS current,
            if(kind = 'month',
                arrayFirst(before -> before.1 = span.5, year_before).3,
                arrayFirst(before -> before.1 = span.5, year_before).2) AS base
        FROM
        (
            SELECT
                *,
                groupArray((day, of_year, of_month)) OVER (PARTITION BY unit ORDER BY toInt32(day) RANGE BETWEEN 366 PRECEDING AND 365 PRECEDING) AS year_before,
                arrayJoin(arrayFilter(span -> span.1, [
                    (known, 'year-to-date', toString(day), NOT ((unit, day) IN last_days AND hours_begun BETWEEN 1 AND 23), addYears(day, -1)),
                    (
                        day = toLastDayOfMonth(day) AND reached >= day,
                        'through month', formatDateTime(day, '%Y-%m'),
                        NOT ((unit, day) IN last_days AND hours_begun BETWEEN 1 AND 23), toLastDayOfMonth(addYears(day, -1))
                    ),
                    (
                        known_in_month AND day = least(toLastDayOfMonth(day), reached),
                        'month', formatDateTime(day, '%Y-%m'), true,
                        if(reached >= toLastDayOfMonth(day), toLastDayOfMonth(addYears(day, -1)), addYears(day, -1))
                    )
                ])) AS span
            FROM months
        )
        WHERE day >= {first:Date}
    ),
    -- By what the six are judged, over divisors beside those that all have: a sum over its days, of CO and O3 the percentile over 100.
    evaluated AS (
        SELECT
            *,
            yearly_limits[greatest(arrayLastIndex(limits -> limits.1 <= last_day, yearly_limits), 1)].2 AS limits,
            arraySlice(base.6, 6 * standard_on(last_day) - 5, 6) AS base_levels,
            arrayConcat(arraySlice(current.1, 1, 4), current.2) AS dividends,
            arrayResize(arrayConcat(arraySlice(base.1, 1, 4), base.2), 6) AS base_dividends,
            arrayMap((number, place) -> toInt256(if(number = 0, 0, if(place <= 4, number, 100))), current.3, [1, 2, 3, 4, 5, 6]) AS divisors,
            arrayMap(
                (number, place) -> toInt256(if(number = 0, 0, if(place <= 4, number, 100))), arrayResize(base.3, 6), [1, 2, 3, 4, 5, 6]) AS base_divisors,
            arrayMap((divisor, tick, limit) -> divisor * tick * limit, divisors, ticks, limits) AS weights,
            arrayMap((divisor, tick, limit) -> divisor * tick * limit, base_divisors, ticks, limits) AS base_weights
        FROM spans
    ),
    composed AS (
        SELECT
            *,
            arrayFold((product, weight) -> product * weight, weights, toInt256(1)) AS product,
            arrayFold((product, weight) -> product * weight, base_weights, toInt256(1)) AS base_product,
            arraySum(arrayMap(
                (dividend, place) -> arrayFold(
                    (product, weight, other) -> if(other = place, product, product * weight), weights, [1, 2, 3, 4, 5, 6], dividend),
                dividends, [1, 2, 3, 4, 5, 6])) AS composite,
            arraySum(arrayMap(
                (dividend, place) -> arrayFold(
                    (product, weight, other) -> if(other = place, product, product * weight), base_weights, [1, 2, 3, 4, 5, 6], dividend),
                base_dividends, [1, 2, 3, 4, 5, 6])) AS base_composite
        FROM evaluated
    ),
    quotients AS (
        SELECT
            *,
            current.5 AS levels,
            figures_of(levels, dividends, divisors, composite, product, divisible) AS quotients_now,
            figures_of(base_levels, base_dividends, base_divisors, base_composite, base_product, divisible) AS quotients_before
        FROM composed
    ),
    divided AS (
        SELECT
            *,
            arrayMap(quotient -> whole(quotient), quotients_now) AS now,
            arrayMap(quotient -> whole(quotient), quotients_before) AS before
        FROM quotients
    ),
    rounded AS (
        SELECT
            * EXCEPT (quotients_now, quotients_before, weights, base_weights, dividends, base_dividends),
            arrayMap((quotient, floor) -> left_over(quotient, floor), quotients_now, now) AS rest_now,
            arrayMap((quotient, floor) -> left_over(quotient, floor), quotients_before, before) AS rest_before
        FROM divided
    ),
    reckoned AS (
        SELECT
            unit,
            kind,
            period,
            over,
            first_day,
            last_day,
            toUInt64(last_day - first_day + 1) AS days,
            levels,
            toUInt8(current.7 OR base.7) AS synthetic,
            current.4 AS valid_days,
            arrayMap((number, valid) -> if(number = 0, toUInt64(0), valid), current.3, valid_days) AS counted_days,
            arrayConcat([arraySum(levels)], counted_days, [arrayMin(counted_days)]) AS reported,
            limits,
            now,
            rest_now,
            before,
            rest_before,
            arrayMap((floor, rest, unit) -> published(floor, rest, unit), now, rest_now, published_units) AS published_now,
            arrayMap((floor, rest, unit) -> published(floor, rest, unit), before, rest_before, published_units) AS published_before,
            arrayMap((one, other, place) -> tenths_of_growth(one, other, place), published_now, published_before, [1, 2, 3, 4, 5, 6, 7, 8]) AS growth,
            toDayOfYear(toLastDayOfMonth(addMonths(toStartOfYear(last_day), 11))) AS days_in_year,
            if(kind = 'month',
                if(toMonth(last_day) = 2, days_of_february, days_of_month),
                intDiv(days_of_year * days + days_in_year - 1, days_in_year)) AS days_needed,
            arrayStringConcat(
                arrayFilter(
                    shortage -> shortage != '',
                    arrayMap(
                        (pollutant, number) -> if(number >= days_needed, '', concat(pollutant, ': ', toString(number), ' of ', toString(days_needed), ' valid days')),
                        pollutants, valid_days)),
                '; ') AS reasons
        FROM rounded
    ),
    -- What is to be published of a span, and what is, in the same types: its statistics, where there are any, and its indicators.
    recomputed AS (
        SELECT
            unit,
            kind,
            period,
            if(kind = 'through month' OR arrayMax(reported) = 0, [], [(
                first_day, last_day, CAST(levels, 'Array(UInt16)'), CAST(published_now, 'Array(Int32)'), CAST(published_before, 'Array(Int32)'),
                CAST(growth, 'Array(Int32)'), CAST(limits, 'Array(Int32)'), reasons, synthetic)]) AS statistics,
            arrayFilter(
                (figure, floor) -> kind != 'month' AND floor >= 0 AND figure.5 > 0 AND (kind != 'year-to-date' OR has(daily_indicators, figure.1)),
                arrayMap(
                    (indicator, floor, rest, base, base_rest, change, number) -> (
                        indicator,
                        exactly(floor, rest),
                        if(base < 0, NULL, exactly(base, base_rest)),
                        if(change = no_growth, NULL, toDecimal128(change, 10) / 10),
                        toUInt32(number),
                        toUInt32(days),
                        if(over AND number >= days_needed, 'complete', 'provisional'),
                        synthetic),
                    indicators_of, now, rest_now, before, rest_before, growth, reported),
                now) AS figures
        FROM reckoned
    ),
    shown AS (
        SELECT
            unit,
            kind,
            period,
            groupArrayArray(statistics) AS statistics,
            arraySort(figure -> indexOf(indicators_of, figure.1), groupArrayArray(figures)) AS figures
        FROM
        (
            SELECT
                unit,
                CAST(span, 'String') AS kind,
                period,
                [(first_day, last_day, days_by_level, latest.figures, bases, growth, limits, reasons, toUInt8(synthetic))] AS statistics,
                [] AS figures
            FROM pennant.air_statistics_latest AS latest FINAL
            WHERE (valid_days > 0 OR arrayMax(pollutant_days) > 0) AND last_day BETWEEN {first:Date} AND {last:Date}
            UNION ALL
            SELECT
                unit,
                if(length(period) = 7, 'through month', 'year-to-date'),
                period,
                [],
                [(CAST(indicator, 'String'), value, base, growth, reported, expected, CAST(status, 'String'), toUInt8(synthetic))]
            FROM pennant.indicator_latest FINAL
            WHERE reported > 0 AND toUInt16(substring(period, 1, 4)) = toYear({first:Date})
                AND indicator IN (SELECT id FROM pennant.indicator_definitions FINAL WHERE amount = 'air')
        )
        GROUP BY unit, kind, period
    ),
    -- Of what differs alone there are words.
    differing AS (
        SELECT
            if(recomputed.period = '', shown.unit, recomputed.unit) AS unit,
            if(recomputed.period = '', shown.period, recomputed.period) AS period,
            shown.statistics AS statistics,
            recomputed.statistics AS statistics_recomputed,
            shown.figures AS figures,
            recomputed.figures AS figures_recomputed
        FROM recomputed
        FULL JOIN shown ON shown.unit = recomputed.unit AND shown.kind = recomputed.kind AND shown.period = recomputed.period
        WHERE shown.statistics != recomputed.statistics OR shown.figures != recomputed.figures
    ),
    worded AS (
        SELECT
            unit,
            period,
            arrayJoin(arrayPushFront(
                arrayMap(
                    indicator -> (
                        indicator,
                        arrayStringConcat(arrayMap(figure -> figure_in_words(figure), arrayFilter(figure -> figure.1 = indicator, figures))),
                        arrayStringConcat(arrayMap(figure -> figure_in_words(figure), arrayFilter(figure -> figure.1 = indicator, figures_recomputed)))),
                    arrayDistinct(arrayMap(figure -> figure.1, arrayConcat(figures, figures_recomputed)))),
                (
                    'air_statistics',
                    arrayStringConcat(arrayMap(statistic -> statistic_in_words(statistic), statistics)),
                    arrayStringConcat(arrayMap(statistic -> statistic_in_words(statistic), statistics_recomputed))
                ))) AS words
        FROM differing
    )
SELECT words.1 AS what, unit, period, ifNull(nullIf(words.2, ''), 'nothing'), ifNull(nullIf(words.3, ''), 'nothing')
FROM worded
WHERE words.2 != words.3
ORDER BY what, unit, period
-- So that the longest arrays are gone before anything is sorted, few stand in memory at a time, and what several branches need is reckoned once.
SETTINGS query_plan_execute_functions_after_sorting = 0, max_block_size = 1024, short_circuit_function_evaluation = 'disable'
