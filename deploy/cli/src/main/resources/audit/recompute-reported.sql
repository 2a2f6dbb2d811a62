-- Recomputes every indicator that departments report from the logs of reports and registrations alone, by the rules of the README and not by what the
-- job kept, and returns the rows in which the two disagree. Figures are whole numbers of 1e-10 here, so that every rounding is exact.
WITH RECURSIVE
    definition AS (
        SELECT id, kinds, parts, growth_kind, toInt256(exp10(growth_decimals)) AS unit_of_growth, growth_mode, measure
        FROM pennant.indicator_definitions FINAL
        WHERE amount = 'reported'
    ),
    registered AS (
        SELECT code, argMax(kind, offset) AS kind, argMax(parent, offset) AS parent
        FROM pennant.unit_registry_log
        GROUP BY code
        HAVING NOT argMax(withdrawn, offset)
    ),
    placed AS (
        SELECT toString(code) AS code, toString(kind) AS kind, toString(parent) AS parent
        FROM pennant.units FINAL
        UNION ALL
        SELECT code, toString(kind) AS kind, parent
        FROM registered
    ),
    -- Each unit under each unit above it: the direct part of that one through which it lies under it, and what lies between the two.
    climb AS (
        SELECT code AS unit, parent AS above, code AS through, CAST([], 'Array(String)') AS between
        FROM placed
        WHERE parent IN (SELECT code FROM placed)
        UNION ALL
        SELECT climb.unit AS unit, placed.parent AS above, placed.code AS through, arrayPushBack(climb.between, climb.above) AS between
        FROM climb
        INNER JOIN placed ON placed.code = climb.above
        WHERE placed.parent IN (SELECT code FROM placed)
    ),
    standing AS (
        SELECT
            indicator,
            unit,
            period,
            argMax(tuple(value), revision).1 AS value,
            argMax(tuple(base), revision).1 AS base,
            argMax(tuple(growth), revision).1 AS growth,
            argMax(tuple(numerator), revision).1 AS numerator,
            argMax(tuple(denominator), revision).1 AS denominator,
            argMax(tuple(synthetic), revision).1 AS synthetic
        FROM pennant.indicator_report_log
        WHERE outcome = 'applied'
        GROUP BY indicator, unit, period
    ),
    -- A unit's own report that counts: the unit is of a kind that the indicator is for.
    counted AS (
        SELECT
            toString(standing.indicator) AS indicator,
            standing.unit AS unit,
            toString(standing.period) AS period,
            toString(definition.parts) AS parts,
            toInt256(toDecimal256(standing.numerator, 10) * 10000000000) AS numerator,
            toInt256(toDecimal256(standing.denominator, 10) * 10000000000) AS denominator,
            greatest(ifNull(denominator, 1), 1) AS whole,
            numerator * if(definition.measure = '%', 1000000000000, 10000000000) AS hundredfold,
            if(isNull(denominator),
                toInt256(toDecimal256(standing.value, 10) * 10000000000),
                sign(hundredfold) * intDiv(2 * abs(hundredfold) + whole, 2 * whole)) AS value,
            toInt256(toDecimal256(standing.base, 10) * 10000000000) AS base,
            toInt256(toDecimal256(standing.growth, 10) * 10000000000) AS stated,
            standing.synthetic AS synthetic
        FROM standing
        INNER JOIN definition ON definition.id = standing.indicator
        INNER JOIN placed ON placed.code = standing.unit
        WHERE has(definition.kinds, placed.kind)
    ),
    owners AS (
        SELECT indicator, period, groupUniqArray(unit) AS units
        FROM counted
        GROUP BY indicator, period
    ),
    -- A unit's own report stands before what its parts give, for itself and for all above it.
    added AS (
        SELECT
            counted.indicator AS indicator,
            climb.above AS unit,
            counted.period AS period,
            any(counted.parts) AS how,
            sum(counted.value) AS sum_of_values,
            sum(ifNull(counted.base, 0)) AS sum_of_bases,
            sum(ifNull(counted.numerator, 0)) AS sum_of_numerators,
            sum(ifNull(counted.denominator, 0)) AS sum_of_denominators,
            toInt256(count()) AS reports,
            countIf(isNotNull(counted.base)) AS based,
            toUInt32(uniqExact(climb.through)) AS reported,
            max(counted.synthetic) AS synthetic
        FROM counted
        INNER JOIN climb ON climb.unit = counted.unit
        INNER JOIN owners ON owners.indicator = counted.indicator AND owners.period = counted.period
        WHERE NOT has(owners.units, climb.above) AND NOT hasAny(owners.units, climb.between)
            AND (counted.parts IN ('sum', 'mean') OR (counted.parts = 'ratio-of-sums' AND isNotNull(counted.denominator)))
        GROUP BY indicator, unit, period
    ),
    expected AS (
        SELECT definition.id AS indicator, climb.above AS unit, toUInt32(uniqExact(climb.through)) AS expected
        FROM climb
        INNER JOIN placed ON placed.code = climb.unit
        CROSS JOIN definition
        WHERE has(definition.kinds, placed.kind)
        GROUP BY indicator, unit
    ),
    figures AS (
        SELECT indicator, unit, period, value, base, stated, toUInt32(1) AS reported, toUInt32(1) AS expected, synthetic
        FROM counted
        UNION ALL
        SELECT
            added.indicator AS indicator,
            added.unit AS unit,
            added.period AS period,
            sign(dividend) * intDiv(2 * abs(dividend) + divisor, 2 * divisor) AS value,
            if(how = 'ratio-of-sums' OR based < reports, NULL,
                sign(sum_of_bases) * intDiv(2 * abs(sum_of_bases) + divisor, 2 * divisor)) AS base,
            NULL AS stated,
            added.reported AS reported,
            expected.expected AS expected,
            added.synthetic AS synthetic
        FROM
        (
            SELECT
                added.*,
                multiIf(how = 'ratio-of-sums', sum_of_denominators, how = 'mean', reports, toInt256(1)) AS divisor,
                if(how = 'ratio-of-sums', sum_of_numerators * if(definition.measure = '%', 1000000000000, 10000000000), sum_of_values)
                    AS dividend
            FROM added
            INNER JOIN definition ON definition.id = added.indicator
        ) AS added
        INNER JOIN expected ON expected.indicator = added.indicator AND expected.unit = added.unit
    ),
    recomputed AS (
        SELECT
            figures.*,
            definition.growth_kind AS kind,
            unit_of_growth,
            multiIf(
                isNotNull(stated), stated,
                isNull(base), NULL,
                kind = 'points', value - base,
                base > 0, (value - base) * 100,
                NULL) * unit_of_growth AS dividend,
            if(isNull(stated) AND kind = 'percent', greatest(ifNull(base, 1), 1), toInt256(10000000000)) AS divisor,
            intDiv(2 * abs(dividend) + divisor, 2 * divisor) AS half_up,
            (2 * abs(dividend) + divisor) % (2 * divisor) = 0 AND half_up % 2 = 1 AS tie_to_odd,
            sign(dividend) * if(growth_mode = 'half-even' AND tie_to_odd, half_up - 1, half_up) AS rounded
        FROM figures
        INNER JOIN definition ON definition.id = figures.indicator
    ),
    published AS (
        SELECT *
        FROM pennant.indicator_latest FINAL
        WHERE reported > 0 AND indicator IN (SELECT id FROM definition)
    )
SELECT
    coalesce(published.indicator, recomputed.indicator) AS indicator,
    coalesce(published.unit, recomputed.unit) AS unit,
    coalesce(published.period, recomputed.period) AS period,
    if(isNull(published.indicator), 'nothing', concat(
        toString(published.value), ' on ', ifNull(toString(published.base), '–'), ', ',
        ifNull(concat(toString(published.growth), ' ', published.growth_kind), '–'), ', ',
        toString(published.reported), ' of ', toString(published.expected), if(published.synthetic, ', synthetic', '')
    )) AS published_as,
    if(isNull(recomputed.indicator), 'nothing', concat(
        toString(recomputed.figure), ' on ', ifNull(toString(recomputed.on_figure), '–'), ', ',
        ifNull(concat(toString(recomputed.growth), ' ', recomputed.kind), '–'), ', ',
        toString(recomputed.reported), ' of ', toString(recomputed.expected), if(recomputed.synthetic, ', synthetic', '')
    )) AS recomputed_as
FROM
(
    SELECT
        *,
        toDecimal128(value, 10) / toDecimal128(10000000000, 0) AS figure,
        toDecimal128(base, 10) / toDecimal128(10000000000, 0) AS on_figure,
        toDecimal128(rounded, 10) / toDecimal128(unit_of_growth, 0) AS growth
    FROM recomputed
) AS recomputed
FULL OUTER JOIN published
    ON published.indicator = recomputed.indicator AND published.unit = recomputed.unit AND published.period = recomputed.period
WHERE published_as != recomputed_as
ORDER BY indicator, unit, period
SETTINGS join_use_nulls = 1
