-- Recomputes every derived indicator from the indicators in its formula as they are published, which the other queries recompute, and returns the rows in
-- which the two disagree. Figures are whole numbers of 1e-10 here, so that every rounding is exact.
WITH
    definition AS (
        SELECT id, measure, operation, inputs, growth_kind, toInt256(exp10(growth_decimals)) AS unit_of_growth, growth_mode
        FROM pennant.indicator_definitions FINAL
        WHERE amount = 'derived'
    ),
    falling AS (
        SELECT id FROM pennant.indicator_definitions FINAL WHERE direction = 'lower-is-better'
    ),
    published AS (
        SELECT *
        FROM pennant.indicator_latest FINAL
        WHERE reported > 0
    ),
    input AS (
        SELECT
            definition.id AS indicator,
            published.unit AS unit,
            published.period AS period,
            indexOf(definition.inputs, toString(published.indicator)) AS place,
            toInt256(toDecimal256(published.value, 10) * 10000000000) AS value,
            toInt256(toDecimal256(published.base, 10) * 10000000000) AS base,
            multiIf(isNotNull(published.base), sign(published.value - published.base), isNotNull(published.growth), sign(published.growth), NULL)
                AS movement,
            movement = if(published.indicator IN (SELECT id FROM falling), -1, 1) AS improved,
            published.reported AS reported,
            published.expected AS expected,
            published.status = 'complete' AS complete,
            published.synthetic AS synthetic
        FROM definition
        CROSS JOIN published
        WHERE has(definition.inputs, toString(published.indicator))
    ),
    paired AS (
        SELECT
            indicator,
            unit,
            period,
            anyIf(value, place = 1) AS first,
            anyIf(value, place = 2) AS second,
            maxIf(base, place = 1) AS base_of_first,
            maxIf(base, place = 2) AS base_of_second,
            anyIf(reported, place = 1) AS reported_of_first,
            anyIf(expected, place = 1) AS expected_of_first,
            anyIf(reported, place = 2) AS reported_of_second,
            anyIf(expected, place = 2) AS expected_of_second,
            count() AS known,
            toUInt32(countIf(isNotNull(movement))) AS compared,
            countIf(ifNull(improved, false)) AS better,
            min(complete) AS all_complete,
            minIf(complete, isNotNull(movement)) AS all_compared_complete,
            max(synthetic) AS any_synthetic,
            maxIf(synthetic, isNotNull(movement)) AS any_compared_synthetic
        FROM input
        GROUP BY indicator, unit, period
    ),
    figures AS (
        SELECT
            paired.indicator AS indicator,
            unit,
            period,
            growth_kind AS kind,
            unit_of_growth,
            growth_mode,
            if(measure = '%', 1000000000000, 10000000000) AS factor,
            greatest(second, 1) AS whole,
            greatest(ifNull(base_of_second, 1), 1) AS base_of_whole,
            multiIf(
                operation = 'improved', toInt256(better) * 10000000000,
                operation = 'difference', first - second,
                sign(first) * intDiv(2 * abs(first) * factor + whole, 2 * whole)) AS value,
            multiIf(
                operation = 'improved', NULL,
                isNull(base_of_first) OR isNull(base_of_second), NULL,
                operation = 'difference', base_of_first - base_of_second,
                base_of_second <= 0, NULL,
                sign(base_of_first) * intDiv(2 * abs(base_of_first) * factor + base_of_whole, 2 * base_of_whole)) AS base,
            reported_of_first * expected_of_second <= reported_of_second * expected_of_first AS first_is_weaker,
            multiIf(operation = 'improved', compared, first_is_weaker, reported_of_first, reported_of_second) AS reported,
            multiIf(operation = 'improved', toUInt32(length(inputs)), first_is_weaker, expected_of_first, expected_of_second) AS expected,
            if(if(operation = 'improved', compared = length(inputs) AND all_compared_complete, all_complete), 'complete', 'provisional')
                AS status,
            if(operation = 'improved', any_compared_synthetic, any_synthetic) AS synthetic
        FROM paired
        INNER JOIN definition ON definition.id = paired.indicator
        WHERE if(operation = 'improved', compared > 0, known = 2 AND (operation = 'difference' OR second > 0))
    ),
    recomputed AS (
        SELECT
            *,
            multiIf(isNull(base), NULL, kind = 'points', value - base, base > 0, (value - base) * 100, NULL) * unit_of_growth AS dividend,
            if(kind = 'percent', greatest(ifNull(base, 1), 1), toInt256(10000000000)) AS divisor,
            intDiv(2 * abs(dividend) + divisor, 2 * divisor) AS half_up,
            (2 * abs(dividend) + divisor) % (2 * divisor) = 0 AND half_up % 2 = 1 AS tie_to_odd,
            sign(dividend) * if(growth_mode = 'half-even' AND tie_to_odd, half_up - 1, half_up) AS rounded,
            toDecimal128(value, 10) / toDecimal128(10000000000, 0) AS figure,
            toDecimal128(base, 10) / toDecimal128(10000000000, 0) AS on_figure,
            toDecimal128(rounded, 10) / toDecimal128(unit_of_growth, 0) AS growth
        FROM figures
    )
SELECT
    coalesce(published.indicator, recomputed.indicator) AS indicator,
    coalesce(published.unit, recomputed.unit) AS unit,
    coalesce(published.period, recomputed.period) AS period,
    if(isNull(published.indicator), 'nothing', concat(
        toString(published.value), ' on ', ifNull(toString(published.base), '–'), ', ',
        ifNull(concat(toString(published.growth), ' ', published.growth_kind), '–'), ', ',
        toString(published.reported), ' of ', toString(published.expected), ', ', published.status,
        if(published.synthetic, ', synthetic', '')
    )) AS published_as,
    if(isNull(recomputed.indicator), 'nothing', concat(
        toString(recomputed.figure), ' on ', ifNull(toString(recomputed.on_figure), '–'), ', ',
        ifNull(concat(toString(recomputed.growth), ' ', recomputed.kind), '–'), ', ',
        toString(recomputed.reported), ' of ', toString(recomputed.expected), ', ', recomputed.status,
        if(recomputed.synthetic, ', synthetic', '')
    )) AS recomputed_as
FROM recomputed
FULL OUTER JOIN (SELECT * FROM published WHERE indicator IN (SELECT id FROM definition)) AS published
    ON published.indicator = recomputed.indicator AND published.unit = recomputed.unit AND published.period = recomputed.period
WHERE published_as != recomputed_as
ORDER BY indicator, unit, period
SETTINGS join_use_nulls = 1
