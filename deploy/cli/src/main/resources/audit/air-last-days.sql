,
    -- The last day of each unit on which anything was read, through the year after that of {last:Date}: alone it is over only with its last hour, and one of
    -- the year after says that the year is over.
    last_days AS (
        SELECT lineage.unit AS unit, max(days.day) AS day
        FROM
        (
            SELECT unit AS township, day
            FROM pennant.air_day_latest FINAL
            WHERE station != '' AND unit != '' AND stations > 0 AND day < addYears(toStartOfYear({last:Date}), 2)
        ) AS days
        INNER JOIN lineage ON lineage.township = days.township
        GROUP BY lineage.unit
    )
