,
    -- A unit's known days of a year through one, and of the year before that it is compared with; those are judged by the standard of the last day.
    explained AS (
        SELECT
            day,
            dust,
            parts,
            arrayMap((number, tick) -> number * parts_of_tick * tick, stations_of, ticks) AS divisors,
            arrayMap((part, divisor) -> if(divisor = 0, -1, toInt32(half_even(part, divisor))), parts, divisors) AS steps,
            standards[standard_on(if(day < {first:Date}, {last:Date}, day))] AS standard
        FROM unit_days
        WHERE unit = {unit:String} AND stations > 0
            AND (day BETWEEN {first:Date} AND {last:Date} OR day BETWEEN {baseFirst:Date} AND {baseLast:Date})
    )
SELECT
    explained.day,
    explained.dust,
    explained.parts,
    explained.divisors,
    explained.steps,
    index_of_air(arrayMap((step, points) -> individual_index(step, points), steps, columns_of(standard)), standard),
    shown.reasons
FROM explained
LEFT JOIN (SELECT day, reasons FROM pennant.air_days WHERE station = '' AND unit = {unit:String}) AS shown ON shown.day = explained.day
ORDER BY explained.day
