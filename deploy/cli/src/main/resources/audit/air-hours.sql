,
    -- The columns that judge an hour; that of SO2 either ends, or reads on in that of its days.
    standard -> arrayMap(
        (points, place) -> if(place = 3 AND standard.3 != 'cap', arrayConcat(points, arraySlice(standard.5[3], length(points) + 1)), points),
        standard.7, [1, 2, 3, 4, 5, 6]) AS hourly_columns_of,
    -- The hours of days, each the mean of a unit's stations, six pollutants one hour after the other.
    unit_hours AS (
        SELECT
            lineage.unit AS unit,
            hours.day AS day,
            sumForEach(arrayMap(value -> toInt64(greatest(value, 0)), hours.concentrations)) AS totals,
            sumForEach(arrayMap(value -> toInt64(value >= 0), hours.concentrations)) AS stations_of,
            max(hours.synthetic) AS synthetic
        FROM
        (
            SELECT unit AS township, day, concentrations, synthetic
            FROM pennant.air_day_latest FINAL
            WHERE station != '' AND unit != '' AND stations > 0 AND day BETWEEN {first:Date} AND {last:Date}
        ) AS hours
        INNER JOIN lineage ON lineage.township = hours.township
        GROUP BY lineage.unit, hours.day
    ),
    columned_hours AS (
        SELECT *, standards[standard_on(day)] AS standard, hourly_columns_of(standard) AS hourly_columns
        FROM unit_hours
    ),
    indexed_hours AS (
        SELECT
            unit,
            day,
            synthetic,
            standard,
            intDiv(arrayLastIndex(number -> number > 0, stations_of) + 5, 6) AS begun,
            arrayMap(
                (total, number, place) -> individual_index(
                    if(number = 0, -1, toInt32(half_even(total, greatest(number, 1) * ticks[(place - 1) % 6 + 1]))),
                    hourly_columns[(place - 1) % 6 + 1]),
                totals, stations_of, arrayEnumerate(totals)) AS indices_of_hours
        FROM columned_hours
    ),
    judged_hours AS (
        SELECT
            unit,
            day,
            synthetic,
            NOT ((unit, day) IN last_days AND begun BETWEEN 1 AND 23) AS over,
            arrayMap(slot -> index_of_air(arraySlice(indices_of_hours, 6 * slot + 1, 6), standard), range(24)) AS aqis
        FROM indexed_hours
    )
