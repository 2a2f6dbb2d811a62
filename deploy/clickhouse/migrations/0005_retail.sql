-- Stores and their receipts: which township a store counts in, what was sold by the hour and by store and day, how the year runs on by category,
-- and how far the receipts have been read. Money is in fen in the tables and in yuan in the views. A version is (epoch, inputs applied) packed
-- in 64 bits: of a key, the row of the largest one stands; every table is read with FINAL.

CREATE TABLE IF NOT EXISTS pennant.retail_category_definitions
(
    id LowCardinality(String) COMMENT 'Category id, as receipts spell it',
    name String COMMENT 'Chinese name',
    loaded_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the row came from the catalogue'
)
ENGINE = ReplacingMergeTree(loaded_at)
ORDER BY id
COMMENT 'The categories that goods are told apart by';

CREATE TABLE IF NOT EXISTS pennant.store_registry_log
(
    partition Int32 COMMENT 'Partition of the message in topic stores',
    offset Int64 COMMENT 'Offset of the message',
    store_id String COMMENT 'Id of the store',
    valid_from Date32 COMMENT 'First day of the registration',
    name String COMMENT 'Name of the store',
    unit LowCardinality(String) COMMENT 'Code of the township its sales count in from that day on',
    withdrawn Bool COMMENT 'Whether the message takes the registration back',
    synthetic Bool COMMENT 'Whether the store is made up',
    received_at DateTime64(3, 'UTC') COMMENT 'When Kafka took the message'
)
ENGINE = ReplacingMergeTree
ORDER BY (store_id, valid_from, partition, offset)
COMMENT 'Every registration of a store that was ever read';

CREATE TABLE IF NOT EXISTS pennant.retail_hour_latest
(
    unit LowCardinality(String) COMMENT 'Code of the township',
    category LowCardinality(String) COMMENT 'Category of the goods',
    hour DateTime('Asia/Shanghai') COMMENT 'Start of the hour',
    sales Int64 COMMENT 'Sum of the receipts above zero, in fen',
    refunds Int64 COMMENT 'Sum of the refunds, in fen, as a positive number',
    receipts UInt32 COMMENT 'Number of receipts and refunds',
    version UInt64 COMMENT 'Epoch and inputs applied, packed: the largest of a key is the current one'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (unit, category, hour)
COMMENT 'What was sold in each township, category and hour; read it with FINAL';

CREATE TABLE IF NOT EXISTS pennant.retail_store_day_latest
(
    unit LowCardinality(String) COMMENT 'Code of the township the sales count in',
    store_id String COMMENT 'Id of the store',
    day Date COMMENT 'The day',
    sales Int64 COMMENT 'Sum of the receipts above zero, in fen',
    refunds Int64 COMMENT 'Sum of the refunds, in fen, as a positive number',
    receipts UInt32 COMMENT 'Number of receipts and refunds',
    synthetic Bool COMMENT 'Whether made-up receipts are in it',
    version UInt64 COMMENT 'Epoch and inputs applied, packed: the largest of a key is the current one'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (unit, store_id, day)
COMMENT 'What each store sold each day; read it with FINAL';

CREATE TABLE IF NOT EXISTS pennant.retail_category_latest
(
    unit LowCardinality(String) COMMENT 'Code of the township',
    category LowCardinality(String) COMMENT 'Category of the goods',
    day Date COMMENT 'The last day covered, from 1 January on',
    hours UInt8 COMMENT 'How many hours of that day are covered: 24, or fewer while it is under way',
    sold Int64 COMMENT 'Sales less refunds of the day alone, in fen',
    value Int64 COMMENT 'Sales less refunds from 1 January on, in fen',
    base Nullable(Int64) COMMENT 'The same of the year before, through the same day and hour, in fen; null where nothing was sold',
    synthetic Bool COMMENT 'Whether made-up receipts are in it',
    version UInt64 COMMENT 'Epoch and inputs applied, packed: the largest of a key is the current one',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the job emitted it'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (unit, category, day)
COMMENT 'The running sales of each township and category, day by day; read it with FINAL';

CREATE TABLE IF NOT EXISTS pennant.retail_reading_latest
(
    partition Int32 COMMENT 'Partition of topic retail-receipts',
    next_offset Int64 COMMENT 'Offset of the next record to be read',
    read UInt64 COMMENT 'Records read',
    counted UInt64 COMMENT 'Receipts counted, each once',
    repeated UInt64 COMMENT 'Receipts that had been counted before, by store and number',
    refused UInt64 COMMENT 'Records refused; they are dead letters',
    other_category UInt64 COMMENT 'Receipts counted under other because the catalogue does not know their category',
    version UInt64 COMMENT 'Epoch and inputs applied, packed: the largest of a key is the current one',
    updated_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the job wrote it'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY partition
COMMENT 'How far each partition of the receipts has been read, and what became of its records; read it with FINAL';

CREATE TABLE IF NOT EXISTS pennant.retail_held_latest
(
    store_id String COMMENT 'Id of the store',
    receipts UInt64 COMMENT 'Receipts and refunds that wait for a registration in force on their day; 0 when none does any more',
    sales Int64 COMMENT 'Their sum above zero, in fen',
    refunds Int64 COMMENT 'The sum of the refunds among them, in fen, as a positive number',
    first_hour DateTime('Asia/Shanghai') COMMENT 'Start of the first hour in which one was sold',
    last_hour DateTime('Asia/Shanghai') COMMENT 'Start of the last hour in which one was sold',
    version UInt64 COMMENT 'Epoch and inputs applied, packed: the largest of a key is the current one',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the job emitted it'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY store_id
COMMENT 'Sales of stores without a registration, which wait; read it with FINAL';

CREATE OR REPLACE VIEW pennant.retail_sales_hourly
(
    unit LowCardinality(String) COMMENT 'Code of the township',
    unit_name String COMMENT 'Name of the township',
    category LowCardinality(String) COMMENT 'Category of the goods',
    category_name String COMMENT 'Chinese name of the category',
    hour DateTime('Asia/Shanghai') COMMENT 'Start of the hour',
    sales Decimal(38, 2) COMMENT 'Sum of the receipts above zero, in yuan',
    refunds Decimal(38, 2) COMMENT 'Sum of the refunds, in yuan, as a positive number',
    receipts UInt32 COMMENT 'Number of receipts and refunds'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    hours.unit AS unit,
    coalesce(nullIf(units.name, ''), hours.unit) AS unit_name,
    hours.category AS category,
    coalesce(nullIf(categories.name, ''), hours.category) AS category_name,
    hours.hour AS hour,
    toDecimal128(hours.sales, 2) / 100 AS sales,
    toDecimal128(hours.refunds, 2) / 100 AS refunds,
    hours.receipts AS receipts
FROM pennant.retail_hour_latest AS hours FINAL
LEFT JOIN pennant.units AS units FINAL ON units.code = hours.unit
LEFT JOIN pennant.retail_category_definitions AS categories FINAL ON categories.id = hours.category
WHERE hours.receipts > 0
COMMENT 'What was sold in each township, category and hour';

CREATE OR REPLACE VIEW pennant.retail_store_days
(
    unit LowCardinality(String) COMMENT 'Code of the township the sales count in',
    unit_name String COMMENT 'Name of the township',
    store String COMMENT 'Id of the store',
    day Date COMMENT 'The day',
    sales Decimal(38, 2) COMMENT 'Sum of the receipts above zero, in yuan',
    refunds Decimal(38, 2) COMMENT 'Sum of the refunds, in yuan, as a positive number',
    receipts UInt32 COMMENT 'Number of receipts and refunds',
    synthetic Bool COMMENT 'Whether made-up receipts are in it'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    days.unit AS unit,
    coalesce(nullIf(units.name, ''), days.unit) AS unit_name,
    days.store_id AS store,
    days.day AS day,
    toDecimal128(days.sales, 2) / 100 AS sales,
    toDecimal128(days.refunds, 2) / 100 AS refunds,
    days.receipts AS receipts,
    days.synthetic AS synthetic
FROM pennant.retail_store_day_latest AS days FINAL
LEFT JOIN pennant.units AS units FINAL ON units.code = days.unit
WHERE days.receipts > 0
COMMENT 'What each store sold each day';

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
COMMENT 'The running sales of each township and category against the year before, day by day';

CREATE OR REPLACE VIEW pennant.retail_reading
(
    partition Int32 COMMENT 'Partition of topic retail-receipts',
    next_offset Int64 COMMENT 'Offset of the next record to be read',
    read UInt64 COMMENT 'Records read',
    counted UInt64 COMMENT 'Receipts counted, each once',
    repeated UInt64 COMMENT 'Receipts that had been counted before, by store and number',
    refused UInt64 COMMENT 'Records refused; they are dead letters',
    other_category UInt64 COMMENT 'Receipts counted under other because the catalogue does not know their category',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the job said so'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT partition, next_offset, read, counted, repeated, refused, other_category, updated_at
FROM pennant.retail_reading_latest FINAL
COMMENT 'How far each partition of the receipts has been read, and what became of its records';

CREATE OR REPLACE VIEW pennant.retail_held_stores
(
    store String COMMENT 'Id of the store',
    receipts UInt64 COMMENT 'Receipts and refunds that wait for a registration in force on their day',
    sales Decimal(38, 2) COMMENT 'Their sum above zero, in yuan',
    refunds Decimal(38, 2) COMMENT 'The sum of the refunds among them, in yuan, as a positive number',
    first_hour DateTime('Asia/Shanghai') COMMENT 'Start of the first hour in which one was sold',
    last_hour DateTime('Asia/Shanghai') COMMENT 'Start of the last hour in which one was sold',
    updated_at DateTime64(3, 'UTC') COMMENT 'When that last changed'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    store_id AS store,
    held.receipts AS receipts,
    toDecimal128(held.sales, 2) / 100 AS sales,
    toDecimal128(held.refunds, 2) / 100 AS refunds,
    first_hour,
    last_hour,
    updated_at
FROM pennant.retail_held_latest AS held FINAL
WHERE held.receipts > 0
COMMENT 'Stores whose sales wait for a registration: register them, and what was sold joins its township';

CREATE OR REPLACE VIEW pennant.store_registry
(
    store String COMMENT 'Id of the store',
    name String COMMENT 'Name of the store',
    unit LowCardinality(String) COMMENT 'Code of the township its sales count in from that day on',
    unit_name String COMMENT 'Name of that township',
    valid_from Date32 COMMENT 'First day of the registration',
    valid_to Nullable(Date32) COMMENT 'Day before the next registration begins; null while this one is the last',
    synthetic Bool COMMENT 'Whether the store is made up',
    received_at DateTime64(3, 'UTC') COMMENT 'When Kafka took the message'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    spans.store_id AS store,
    spans.name AS name,
    spans.unit AS unit,
    coalesce(nullIf(units.name, ''), spans.unit) AS unit_name,
    spans.valid_from AS valid_from,
    spans.next_from - 1 AS valid_to,
    spans.synthetic AS synthetic,
    spans.received_at AS received_at
FROM
(
    SELECT
        *,
        leadInFrame(toNullable(valid_from)) OVER (
            PARTITION BY store_id ORDER BY valid_from ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
        ) AS next_from
    FROM
    (
        -- All messages of a store are in one partition, so that the highest offset is the last word on a registration.
        SELECT *
        FROM pennant.store_registry_log FINAL
        ORDER BY store_id, valid_from, offset DESC
        LIMIT 1 BY store_id, valid_from
    )
    WHERE NOT withdrawn
) AS spans
LEFT JOIN pennant.units AS units FINAL ON units.code = spans.unit
COMMENT 'Which store counts where, and from when to when';
