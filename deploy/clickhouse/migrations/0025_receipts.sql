-- What other_category counts, said as it is, in the same columns as before; and the categories of counties and prefectures.

ALTER TABLE pennant.retail_reading_latest
    COMMENT COLUMN other_category 'Receipts read, repeated ones among them, whose category the catalogue does not know; those counted are under other';

CREATE OR REPLACE VIEW pennant.retail_reading
(
    partition Int32 COMMENT 'Partition of topic retail-receipts',
    next_offset Int64 COMMENT 'Offset of the next record to be read',
    read UInt64 COMMENT 'Records read',
    counted UInt64 COMMENT 'Receipts counted, each once',
    repeated UInt64 COMMENT 'Receipts that had been counted before, by store and number',
    refused UInt64 COMMENT 'Records refused; they are dead letters',
    other_category UInt64 COMMENT 'Receipts read, repeated ones among them, whose category the catalogue does not know; those counted are under other',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the job said so'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT partition, next_offset, read, counted, repeated, refused, other_category, updated_at
FROM pennant.retail_reading_latest FINAL
COMMENT 'How far each partition of the receipts has been read, and what became of its records';

CREATE OR REPLACE VIEW pennant.retail_region_categories
(
    unit LowCardinality(String) COMMENT 'Code of the county or prefecture',
    unit_name String COMMENT 'Name of the county or prefecture',
    category LowCardinality(String) COMMENT 'Category of the goods',
    category_name String COMMENT 'Chinese name of the category',
    day Date COMMENT 'The last day covered, from 1 January on',
    hours UInt8 COMMENT 'How many hours of that day are covered in all of its townships: 24, or fewer while it is under way',
    sold Decimal(38, 2) COMMENT 'Sales less refunds of the day alone, in yuan',
    value Decimal(38, 2) COMMENT 'Sales less refunds from 1 January on, in yuan',
    base Nullable(Decimal(38, 2)) COMMENT 'The same of the year before, through the same day and hour, in yuan; null where nothing was sold',
    growth Nullable(Decimal(38, 1)) COMMENT 'Growth on the base in percent, rounded half up to one decimal; null where it means nothing',
    synthetic Bool COMMENT 'Whether made-up receipts are in it',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the value last changed'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    summed.unit AS unit,
    coalesce(nullIf(units.name, ''), summed.unit) AS unit_name,
    summed.category AS category,
    coalesce(nullIf(categories.name, ''), summed.category) AS category_name,
    summed.day AS day,
    summed.hours AS hours,
    toDecimal128(summed.sold, 2) / 100 AS sold,
    toDecimal128(summed.value, 2) / 100 AS value,
    toDecimal128(summed.base, 2) / 100 AS base,
    -- Half up, exactly: twice the thousandfold change over twice the base, away from zero at a half.
    if(summed.base > 0,
        toDecimal128(intDiv(
            abs(toInt128(summed.value) - summed.base) * 2000 + summed.base, toInt128(summed.base) * 2
        ) * sign(summed.value - summed.base), 1) / 10,
        NULL) AS growth,
    summed.synthetic AS synthetic,
    summed.updated_at AS updated_at
FROM
(
    SELECT
        regions.unit AS unit,
        parts.category AS category,
        parts.day AS day,
        min(parts.hours) AS hours,
        sum(parts.sold) AS sold,
        sum(parts.value) AS value,
        sumOrNull(parts.base) AS base,
        max(parts.synthetic) AS synthetic,
        max(parts.updated_at) AS updated_at
    FROM pennant.retail_category_latest AS parts FINAL
    INNER JOIN
    (
        SELECT township.code AS township, arrayJoin([township.parent, county.parent]) AS unit
        FROM pennant.units AS township FINAL
        INNER JOIN pennant.units AS county FINAL ON township.parent = county.code
        WHERE township.kind NOT IN ('county', 'prefecture')
    ) AS regions ON regions.township = parts.unit
    -- A row of nothing, which is told where a store has left, stays at the hour of that moment.
    WHERE parts.sold != 0 OR parts.value != 0 OR parts.base IS NOT NULL
    GROUP BY regions.unit, parts.category, parts.day
) AS summed
LEFT JOIN pennant.units AS units FINAL ON units.code = summed.unit
LEFT JOIN pennant.retail_category_definitions AS categories FINAL ON categories.id = summed.category
COMMENT 'The running sales of each county and prefecture and category against the year before, day by day: sums of those of its townships that have told the day already';
