-- Recomputes every indicator of reports from the logs of reports and registrations alone, by the rules of the README and not by what the
-- job kept, and returns the rows in which the two disagree. No row means that every published number can be reproduced.
WITH
    standing AS (
        SELECT
            enterprise_id,
            period,
            argMax(tuple(revenue), revision).1 AS revenue,
            argMax(tuple(revenue_last_year), revision).1 AS revenue_last_year,
            argMax(tuple(retail_sales), revision).1 AS retail_sales,
            argMax(tuple(retail_sales_last_year), revision).1 AS retail_sales_last_year,
            argMax(tuple(synthetic), revision).1 AS synthetic
        FROM pennant.enterprise_report_log
        GROUP BY enterprise_id, period
    ),
    spans AS (
        SELECT
            enterprise_id,
            valid_from,
            argMax(tuple(valid_to), offset).1 AS valid_to,
            argMax(unit, offset) AS unit,
            argMax(scope, offset) AS scope
        FROM pennant.enterprise_registry_log
        GROUP BY enterprise_id, valid_from
        HAVING NOT argMax(withdrawn, offset)
    ),
    roster AS (
        SELECT
            enterprise_id,
            period,
            argMax(unit, valid_from) AS township,
            argMax(scope, valid_from) AS scope
        FROM spans
        CROSS JOIN (SELECT DISTINCT period FROM standing) AS periods
        WHERE valid_from <= period AND (valid_to IS NULL OR valid_to >= period)
        GROUP BY enterprise_id, period
    ),
    lineage AS (
        SELECT
            township.code AS township,
            arrayJoin([township.code, township.parent, county.parent]) AS unit
        FROM pennant.units AS township FINAL
        INNER JOIN pennant.units AS county FINAL ON township.parent = county.code
        WHERE township.kind NOT IN ('county', 'prefecture')
    ),
    counted AS (
        SELECT
            definition.id AS indicator,
            definition.fen_power AS fen_power,
            definition.growth_decimals AS growth_decimals,
            definition.growth_mode AS growth_mode,
            lineage.unit AS unit,
            roster.period AS period,
            definition.amount = 'revenue' AS of_revenue,
            if(of_revenue, standing.revenue, standing.retail_sales) AS current,
            if(of_revenue, standing.revenue_last_year, standing.retail_sales_last_year) AS last_year,
            standing.synthetic AS synthetic
        FROM roster
        INNER JOIN lineage ON lineage.township = roster.township
        CROSS JOIN pennant.indicator_definitions AS definition FINAL
        LEFT JOIN standing ON standing.enterprise_id = roster.enterprise_id AND standing.period = roster.period
        WHERE has(definition.scopes, roster.scope)
    ),
    recomputed AS (
        SELECT
            indicator,
            unit,
            period,
            toInt256(sum(ifNull(current, 0))) AS value_fen,
            toInt256(sum(ifNull(last_year, 0))) AS base_fen,
            countIf(isNotNull(current)) AS reported,
            count() AS expected,
            countIf(isNotNull(current) AND ifNull(synthetic, false)) > 0 AS synthetic,
            any(fen_power) AS fen_power,
            any(growth_decimals) AS decimals,
            any(growth_mode) AS mode,
            abs(value_fen - base_fen) * 100 * toInt256(exp10(decimals)) AS dividend,
            if(base_fen > 0, base_fen, toInt256(1)) AS divisor,
            intDiv(dividend * 2 + divisor, divisor * 2) AS half_up,
            (dividend * 2 + divisor) % (divisor * 2) = 0 AND half_up % 2 = 1 AS tie_to_odd,
            if(mode = 'half-even' AND tie_to_odd, half_up - 1, half_up) AS rounded,
            if(base_fen > 0, toDecimal128(sign(value_fen - base_fen) * rounded, 10) / toDecimal128(toInt256(exp10(decimals)), 0), NULL)
                AS growth
        FROM counted
        GROUP BY indicator, unit, period
        HAVING reported > 0
    ),
    published AS (
        SELECT *
        FROM pennant.indicator_latest FINAL
        WHERE reported > 0 AND indicator IN (SELECT id FROM pennant.indicator_definitions WHERE notEmpty(scopes))
    )
SELECT
    coalesce(published.indicator, recomputed.indicator) AS indicator,
    coalesce(published.unit, recomputed.unit) AS unit,
    coalesce(published.period, recomputed.period) AS period,
    if(isNull(published.indicator), 'nothing', concat(
        toString(published.value), ' on ', ifNull(toString(published.base), '–'), ', ', ifNull(toString(published.growth), '–'), ', ',
        toString(published.reported), ' of ', toString(published.expected), if(published.synthetic, ', synthetic', '')
    )) AS published_as,
    if(isNull(recomputed.indicator), 'nothing', concat(
        toString(recomputed.value), ' on ', toString(recomputed.base), ', ', ifNull(toString(recomputed.growth), '–'), ', ',
        toString(recomputed.reported), ' of ', toString(recomputed.expected), if(recomputed.synthetic, ', synthetic', '')
    )) AS recomputed_as
FROM
(
    SELECT
        *,
        toDecimal128(value_fen, 10) / toDecimal128(toInt256(exp10(fen_power)), 0) AS value,
        toDecimal128(base_fen, 10) / toDecimal128(toInt256(exp10(fen_power)), 0) AS base
    FROM recomputed
) AS recomputed
FULL OUTER JOIN published
    ON published.indicator = recomputed.indicator AND published.unit = recomputed.unit AND published.period = recomputed.period
WHERE published_as != recomputed_as
ORDER BY indicator, unit, period
SETTINGS join_use_nulls = 1
