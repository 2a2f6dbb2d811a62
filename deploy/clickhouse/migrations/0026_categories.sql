-- The categories of townships without the rows of nothing, which are told where a store has left; as those of counties and prefectures are.

CREATE OR REPLACE VIEW pennant.retail_categories
(
    unit LowCardinality(String) COMMENT 'Code of the township',
    unit_name String COMMENT 'Name of the township',
    category LowCardinality(String) COMMENT 'Category of the goods',
    category_name String COMMENT 'Chinese name of the category',
    day Date COMMENT 'The last day covered, from 1 January on',
    hours UInt8 COMMENT 'How many hours of that day are covered: 24, or fewer while it is under way',
    sold Decimal(38, 2) COMMENT 'Sales less refunds of the day alone, in yuan',
    value Decimal(38, 2) COMMENT 'Sales less refunds from 1 January on, in yuan',
    base Nullable(Decimal(38, 2)) COMMENT 'The same of the year before, through the same day and hour, in yuan; null where nothing was sold',
    growth Nullable(Decimal(38, 1)) COMMENT 'Growth on the base in percent, rounded half up to one decimal; null where it means nothing',
    synthetic Bool COMMENT 'Whether made-up receipts are in it',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the value last changed'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    running.unit AS unit,
    coalesce(nullIf(units.name, ''), running.unit) AS unit_name,
    running.category AS category,
    coalesce(nullIf(categories.name, ''), running.category) AS category_name,
    running.day AS day,
    running.hours AS hours,
    toDecimal128(running.sold, 2) / 100 AS sold,
    toDecimal128(running.value, 2) / 100 AS value,
    toDecimal128(running.base, 2) / 100 AS base,
    -- Half up, exactly: twice the thousandfold change over twice the base, away from zero at a half.
    if(running.base > 0,
        toDecimal128(intDiv(
            abs(toInt128(running.value) - running.base) * 2000 + running.base, toInt128(running.base) * 2
        ) * sign(running.value - running.base), 1) / 10,
        NULL) AS growth,
    running.synthetic AS synthetic,
    running.updated_at AS updated_at
FROM pennant.retail_category_latest AS running FINAL
LEFT JOIN pennant.units AS units FINAL ON units.code = running.unit
LEFT JOIN pennant.retail_category_definitions AS categories FINAL ON categories.id = running.category
-- A row of nothing, which is told where a store has left, stays at the hour of that moment.
WHERE running.sold != 0 OR running.value != 0 OR running.base IS NOT NULL
COMMENT 'The running sales of each township and category against the year before, day by day';
