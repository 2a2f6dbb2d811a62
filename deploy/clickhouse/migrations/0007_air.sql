-- The air: which stations stand where, what they measured, and what the standards make of it. Every message that was read stands in a log; a reading of
-- a station that nobody has registered is there too, and waits. A day of a station or a unit is one row with its 24 hours as arrays: few rows, and
-- the views take them apart. Concentrations are whole numbers: ticks of 0.1 µg/m³ (of CO 0.001 mg/m³) in which readings are exact, and steps of 1 µg/m³
-- (of CO 0.1 mg/m³) in which means are published; -1 stands for a missing one. Arrays of six are in the order pm2_5, pm10, so2, no2, co, o3. A version is
-- (epoch, inputs applied) packed in 64 bits: of a key, the row of the largest one stands; every table is read with FINAL.

CREATE TABLE IF NOT EXISTS pennant.air_station_log
(
    partition Int32 COMMENT 'Partition of the message in topic air-stations',
    offset Int64 COMMENT 'Offset of the message',
    station String COMMENT 'Id of the station',
    name String COMMENT 'Name of the station',
    unit LowCardinality(String) COMMENT 'Code of the township whose air it measures',
    withdrawn Bool COMMENT 'Whether the message takes the registration back',
    synthetic Bool COMMENT 'Whether the station is made up',
    received_at DateTime64(3, 'UTC') COMMENT 'When Kafka took the message'
)
ENGINE = ReplacingMergeTree
ORDER BY (station, partition, offset)
COMMENT 'Every registration of a station that was ever read';

CREATE TABLE IF NOT EXISTS pennant.air_dust_log
(
    partition Int32 COMMENT 'Partition of the message in topic air-dust-days',
    offset Int64 COMMENT 'Offset of the message',
    unit LowCardinality(String) COMMENT 'Code of the township, county or prefecture',
    day Date COMMENT 'The day of sand and dust',
    withdrawn Bool COMMENT 'Whether the message takes the mark off',
    synthetic Bool COMMENT 'Whether the mark is made up',
    received_at DateTime64(3, 'UTC') COMMENT 'When Kafka took the message'
)
ENGINE = ReplacingMergeTree
ORDER BY (unit, day, partition, offset)
COMMENT 'Every mark of a day of sand and dust that was ever read';

CREATE TABLE IF NOT EXISTS pennant.air_reading_log
(
    partition Int32 COMMENT 'Partition of the message in topic air-readings',
    offset Int64 COMMENT 'Offset of the message',
    station LowCardinality(String) COMMENT 'Id of the station',
    hour DateTime('Asia/Shanghai') COMMENT 'Start of the hour that was measured',
    pm2_5 Nullable(Int32) COMMENT 'PM2.5 in 0.1 µg/m³',
    pm10 Nullable(Int32) COMMENT 'PM10 in 0.1 µg/m³',
    so2 Nullable(Int32) COMMENT 'SO2 in 0.1 µg/m³',
    no2 Nullable(Int32) COMMENT 'NO2 in 0.1 µg/m³',
    co Nullable(Int32) COMMENT 'CO in 0.001 mg/m³',
    o3 Nullable(Int32) COMMENT 'O3 in 0.1 µg/m³',
    revision Int32 COMMENT 'Revision of the station''s hour: the highest stands',
    doubtful Bool COMMENT 'Whether PM2.5, a part of PM10, is above it by more than instruments differ; such a reading counts',
    synthetic Bool COMMENT 'Whether the reading is made up',
    outcome LowCardinality(String) COMMENT 'applied, or superseded when it came after the same or a higher revision',
    received_at DateTime64(3, 'UTC') COMMENT 'When Kafka took the message'
)
ENGINE = ReplacingMergeTree
ORDER BY (station, hour, revision, partition, offset)
COMMENT 'Every valid reading that was ever read';

CREATE TABLE IF NOT EXISTS pennant.air_day_latest
(
    station LowCardinality(String) COMMENT 'Id of the station, empty on a unit''s row',
    subject LowCardinality(String) COMMENT 'Id of the station, or code of the unit on a unit''s row: whose day it is, wherever a station stands',
    unit LowCardinality(String) COMMENT 'Code of the unit; empty where the station is not registered',
    day Date COMMENT 'The day, of Asia/Shanghai',
    concentrations Array(Int32) COMMENT 'Of one hour after the other six concentrations in ticks; a unit''s are rounded to steps',
    hourly_indices Array(Int16) COMMENT 'The individual indices (IAQI) of the same',
    hourly_aqi Array(Int16) COMMENT 'The AQI of each hour',
    revisions Array(Int32) COMMENT 'The revision that stands of each hour, -1 where nothing was read; empty on a unit''s row',
    means Array(Int32) COMMENT 'The day''s concentrations in steps: 24-hour means, of O3 the largest 8-hour mean',
    indices Array(Int16) COMMENT 'The day''s individual indices',
    aqi Int16 COMMENT 'The day''s AQI',
    reasons String COMMENT 'Why concentrations of the day are missing; empty on a valid day',
    standard LowCardinality(String) COMMENT 'The standard of the date, by which it was judged',
    stations UInt16 COMMENT 'How many stations were read; 0 where the day does not stand any more',
    dust Bool COMMENT 'Whether it is a day of sand and dust of the unit; of a station false',
    synthetic Bool COMMENT 'Whether any reading of it was made up',
    version UInt64 COMMENT 'Epoch and inputs applied, packed: the largest of a key is the current one',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the job told it'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (station, subject, day)
COMMENT 'The days of stations and units with their hours; read it with FINAL';

CREATE TABLE IF NOT EXISTS pennant.air_statistics_latest
(
    unit LowCardinality(String) COMMENT 'Code of the unit',
    span LowCardinality(String) COMMENT 'month, or year-to-date',
    period LowCardinality(String) COMMENT 'The month (2020-10), or the day through which the year runs (2020-10-07)',
    first_day Date COMMENT 'First day of the span',
    last_day Date COMMENT 'Last day of the span so far',
    valid_days UInt16 COMMENT 'Days with an AQI',
    days_by_level Array(UInt16) COMMENT 'How many of them are of each level, from 优 to 严重污染',
    pollutant_days Array(UInt16) COMMENT 'Valid days of each pollutant',
    means Array(Int32) COMMENT 'Mean of each pollutant''s days in steps; of PM2.5 and PM10 without days of sand and dust',
    percentiles Array(Int32) COMMENT 'Percentile of each pollutant''s days in steps: the 95th, of SO2 and NO2 the 98th, of O3 the 90th',
    limits Array(Int32) COMMENT 'Yearly limit of each pollutant in steps: of the mean, of CO and O3 of the percentile',
    figures Array(Int32) COMMENT 'As published, in units of the last decimal: share of good days, PM2.5, PM10, SO2, NO2, CO, O3, composite index; -1 if missing',
    bases Array(Int32) COMMENT 'The same of the year before, judged by the standard of the last day',
    growth Array(Int32) COMMENT 'Change of each against its base in tenths of a percent, of the share of a point; -2147483648 where there is none',
    reasons String COMMENT 'Why the statistics are not valid; empty where they are',
    synthetic Bool COMMENT 'Whether any reading was made up',
    version UInt64 COMMENT 'Epoch and inputs applied, packed: the largest of a key is the current one',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the job told it'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (unit, span, period)
COMMENT 'Months of units, and their years through each day; read it with FINAL';

CREATE OR REPLACE VIEW pennant.air_stations
(
    station String COMMENT 'Id of the station',
    name String COMMENT 'Name of the station',
    unit LowCardinality(String) COMMENT 'Code of the township whose air it measures',
    unit_name String COMMENT 'Name of the township',
    synthetic Bool COMMENT 'Whether the station is made up',
    received_at DateTime64(3, 'UTC') COMMENT 'When Kafka took the registration'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    stations.station AS station,
    stations.name AS name,
    stations.unit AS unit,
    coalesce(nullIf(units.name, ''), stations.unit) AS unit_name,
    stations.synthetic AS synthetic,
    stations.received_at AS received_at
FROM
(
    -- All messages of a station are in one partition, so that the highest offset is the last word on it.
    SELECT *
    FROM pennant.air_station_log FINAL
    ORDER BY station, offset DESC
    LIMIT 1 BY station
) AS stations
LEFT JOIN pennant.units AS units FINAL ON units.code = stations.unit
WHERE NOT stations.withdrawn
COMMENT 'The stations as they stand';

CREATE OR REPLACE VIEW pennant.air_dust_days
(
    unit LowCardinality(String) COMMENT 'Code of the unit that is marked, with all units in it',
    unit_name String COMMENT 'Name of the unit',
    day Date COMMENT 'The day of sand and dust',
    synthetic Bool COMMENT 'Whether the mark is made up',
    received_at DateTime64(3, 'UTC') COMMENT 'When Kafka took the mark'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    marks.unit AS unit,
    coalesce(nullIf(units.name, ''), marks.unit) AS unit_name,
    marks.day AS day,
    marks.synthetic AS synthetic,
    marks.received_at AS received_at
FROM
(
    SELECT *
    FROM pennant.air_dust_log FINAL
    ORDER BY unit, day, offset DESC
    LIMIT 1 BY unit, day
) AS marks
LEFT JOIN pennant.units AS units FINAL ON units.code = marks.unit
WHERE NOT marks.withdrawn
COMMENT 'The days of sand and dust as they stand';

CREATE OR REPLACE VIEW pennant.air_readings
(
    station String COMMENT 'Id of the station',
    hour DateTime('Asia/Shanghai') COMMENT 'Start of the hour that was measured',
    pm2_5 Nullable(Decimal(9, 1)) COMMENT 'PM2.5 in µg/m³; null where it is missing',
    pm10 Nullable(Decimal(9, 1)) COMMENT 'PM10 in µg/m³',
    so2 Nullable(Decimal(9, 1)) COMMENT 'SO2 in µg/m³',
    no2 Nullable(Decimal(9, 1)) COMMENT 'NO2 in µg/m³',
    co Nullable(Decimal(9, 3)) COMMENT 'CO in mg/m³',
    o3 Nullable(Decimal(9, 1)) COMMENT 'O3 in µg/m³',
    revision Int32 COMMENT 'Revision of the station''s hour: the highest stands',
    outcome LowCardinality(String) COMMENT 'applied, or superseded when it came after the same or a higher revision',
    doubtful Bool COMMENT 'Whether PM2.5, a part of PM10, is above it by more than instruments differ; such a reading counts',
    synthetic Bool COMMENT 'Whether the reading is made up',
    received_at DateTime64(3, 'UTC') COMMENT 'When Kafka took the message',
    partition Int32 COMMENT 'Partition of the message in topic air-readings',
    offset Int64 COMMENT 'Offset of the message'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    station,
    hour,
    toDecimal32(pm2_5, 1) / 10 AS pm2_5,
    toDecimal32(pm10, 1) / 10 AS pm10,
    toDecimal32(so2, 1) / 10 AS so2,
    toDecimal32(no2, 1) / 10 AS no2,
    toDecimal32(co, 3) / 1000 AS co,
    toDecimal32(o3, 1) / 10 AS o3,
    revision,
    outcome,
    doubtful,
    synthetic,
    received_at,
    partition,
    offset
FROM pennant.air_reading_log FINAL
COMMENT 'Every valid reading that was ever read, and what became of it';

CREATE OR REPLACE VIEW pennant.air_held_stations
(
    station String COMMENT 'Id of a station that nobody has registered',
    days UInt64 COMMENT 'Days of which there are readings',
    first_day Date COMMENT 'The first of them',
    last_day Date COMMENT 'The last of them',
    updated_at DateTime64(3, 'UTC') COMMENT 'When a reading last came'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT station, count() AS days, min(days.day) AS first_day, max(days.day) AS last_day, max(days.updated_at) AS updated_at
FROM pennant.air_day_latest AS days FINAL
WHERE station != '' AND unit = ''
GROUP BY station
COMMENT 'Stations whose readings wait for a registration: register them, and what was measured joins their township';

CREATE OR REPLACE VIEW pennant.air_days
(
    station LowCardinality(String) COMMENT 'Id of the station, empty on a unit''s row',
    unit LowCardinality(String) COMMENT 'Code of the unit',
    unit_name String COMMENT 'Name of the unit',
    day Date COMMENT 'The day, of Asia/Shanghai',
    pm2_5 Nullable(Int32) COMMENT 'PM2.5, mean of 24 hours, in µg/m³; null where it is not valid',
    pm10 Nullable(Int32) COMMENT 'PM10, mean of 24 hours, in µg/m³',
    so2 Nullable(Int32) COMMENT 'SO2, mean of 24 hours, in µg/m³',
    no2 Nullable(Int32) COMMENT 'NO2, mean of 24 hours, in µg/m³',
    co Nullable(Decimal(9, 1)) COMMENT 'CO, mean of 24 hours, in mg/m³',
    o3 Nullable(Int32) COMMENT 'O3, the largest mean of eight hours, in µg/m³',
    iaqi_pm2_5 Nullable(Int16) COMMENT 'Individual index of PM2.5',
    iaqi_pm10 Nullable(Int16) COMMENT 'Individual index of PM10',
    iaqi_so2 Nullable(Int16) COMMENT 'Individual index of SO2',
    iaqi_no2 Nullable(Int16) COMMENT 'Individual index of NO2',
    iaqi_co Nullable(Int16) COMMENT 'Individual index of CO',
    iaqi_o3 Nullable(Int16) COMMENT 'Individual index of O3',
    aqi Nullable(Int16) COMMENT 'The AQI: the largest individual index; null where none is published',
    level LowCardinality(String) COMMENT 'Its level, from 优 to 严重污染; empty where there is no AQI',
    primary Array(String) COMMENT 'The primary pollutants (首要污染物), as pm2_5, where the AQI is above 50',
    valid Bool COMMENT 'Whether every pollutant has a valid value',
    reasons String COMMENT 'Why values are missing, with what was there and what is needed; empty on a valid day',
    standard LowCardinality(String) COMMENT 'The standard of the date, by which it was judged',
    stations UInt16 COMMENT 'How many stations were read',
    dust Bool COMMENT 'Whether it is a day of sand and dust of the unit; of a station false',
    synthetic Bool COMMENT 'Whether any reading of it was made up',
    updated_at DateTime64(3, 'UTC') COMMENT 'When it last changed'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    days.station AS station,
    days.unit AS unit,
    coalesce(nullIf(units.name, ''), days.unit) AS unit_name,
    days.day AS day,
    nullIf(days.means[1], -1) AS pm2_5,
    nullIf(days.means[2], -1) AS pm10,
    nullIf(days.means[3], -1) AS so2,
    nullIf(days.means[4], -1) AS no2,
    toDecimal32(nullIf(days.means[5], -1), 1) / 10 AS co,
    nullIf(days.means[6], -1) AS o3,
    nullIf(days.indices[1], -1) AS iaqi_pm2_5,
    nullIf(days.indices[2], -1) AS iaqi_pm10,
    nullIf(days.indices[3], -1) AS iaqi_so2,
    nullIf(days.indices[4], -1) AS iaqi_no2,
    nullIf(days.indices[5], -1) AS iaqi_co,
    nullIf(days.indices[6], -1) AS iaqi_o3,
    nullIf(days.aqi, -1) AS aqi,
    multiIf(days.aqi < 0, '', days.aqi <= 50, '优', days.aqi <= 100, '良', days.aqi <= 150, '轻度污染', days.aqi <= 200, '中度污染',
        days.aqi <= 300, '重度污染', '严重污染') AS level,
    arrayFilter(
        (pollutant, index) -> days.aqi > 50 AND index = days.aqi,
        ['pm2_5', 'pm10', 'so2', 'no2', 'co', 'o3'], days.indices) AS primary,
    CAST(empty(days.reasons) AS Bool) AS valid,
    days.reasons AS reasons,
    days.standard AS standard,
    days.stations AS stations,
    days.dust AS dust,
    days.synthetic AS synthetic,
    days.updated_at AS updated_at
FROM pennant.air_day_latest AS days FINAL
LEFT JOIN pennant.units AS units FINAL ON units.code = days.unit
WHERE days.stations > 0 AND days.unit != ''
COMMENT 'The air of each day, of stations and of units';

CREATE OR REPLACE VIEW pennant.air_hours
(
    station LowCardinality(String) COMMENT 'Id of the station, empty on a unit''s row',
    unit LowCardinality(String) COMMENT 'Code of the unit',
    unit_name String COMMENT 'Name of the unit',
    hour DateTime('Asia/Shanghai') COMMENT 'Start of the hour',
    pm2_5 Nullable(Decimal(9, 1)) COMMENT 'PM2.5 in µg/m³: of a station as it was sent, of a unit the mean of its stations, rounded; null where it is missing',
    pm10 Nullable(Decimal(9, 1)) COMMENT 'PM10 in µg/m³, likewise',
    so2 Nullable(Decimal(9, 1)) COMMENT 'SO2 in µg/m³, likewise',
    no2 Nullable(Decimal(9, 1)) COMMENT 'NO2 in µg/m³, likewise',
    co Nullable(Decimal(9, 3)) COMMENT 'CO in mg/m³, likewise',
    o3 Nullable(Decimal(9, 1)) COMMENT 'O3 in µg/m³, likewise',
    iaqi_pm2_5 Nullable(Int16) COMMENT 'Individual index of PM2.5',
    iaqi_pm10 Nullable(Int16) COMMENT 'Individual index of PM10',
    iaqi_so2 Nullable(Int16) COMMENT 'Individual index of SO2',
    iaqi_no2 Nullable(Int16) COMMENT 'Individual index of NO2',
    iaqi_co Nullable(Int16) COMMENT 'Individual index of CO',
    iaqi_o3 Nullable(Int16) COMMENT 'Individual index of O3',
    aqi Nullable(Int16) COMMENT 'The AQI: the largest individual index; null where none is published',
    level LowCardinality(String) COMMENT 'Its level, from 优 to 严重污染; empty where there is no AQI',
    primary Array(String) COMMENT 'The primary pollutants (首要污染物), as pm2_5, where the AQI is above 50',
    valid Bool COMMENT 'Whether every pollutant has a value',
    standard LowCardinality(String) COMMENT 'The standard of the date, by which it was judged',
    revision Nullable(Int32) COMMENT 'The revision of the reading that stands; null on a unit''s row',
    synthetic Bool COMMENT 'Whether any reading of the day was made up',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the day last changed'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    days.station AS station,
    days.unit AS unit,
    coalesce(nullIf(units.name, ''), days.unit) AS unit_name,
    toDateTime(days.day, 'Asia/Shanghai') + toIntervalHour(slot) AS hour,
    toDecimal32(nullIf(days.concentrations[6 * slot + 1], -1), 1) / 10 AS pm2_5,
    toDecimal32(nullIf(days.concentrations[6 * slot + 2], -1), 1) / 10 AS pm10,
    toDecimal32(nullIf(days.concentrations[6 * slot + 3], -1), 1) / 10 AS so2,
    toDecimal32(nullIf(days.concentrations[6 * slot + 4], -1), 1) / 10 AS no2,
    toDecimal32(nullIf(days.concentrations[6 * slot + 5], -1), 3) / 1000 AS co,
    toDecimal32(nullIf(days.concentrations[6 * slot + 6], -1), 1) / 10 AS o3,
    nullIf(days.hourly_indices[6 * slot + 1], -1) AS iaqi_pm2_5,
    nullIf(days.hourly_indices[6 * slot + 2], -1) AS iaqi_pm10,
    nullIf(days.hourly_indices[6 * slot + 3], -1) AS iaqi_so2,
    nullIf(days.hourly_indices[6 * slot + 4], -1) AS iaqi_no2,
    nullIf(days.hourly_indices[6 * slot + 5], -1) AS iaqi_co,
    nullIf(days.hourly_indices[6 * slot + 6], -1) AS iaqi_o3,
    nullIf(days.hourly_aqi[slot + 1], -1) AS aqi,
    multiIf(isNull(aqi), '', aqi <= 50, '优', aqi <= 100, '良', aqi <= 150, '轻度污染', aqi <= 200, '中度污染', aqi <= 300, '重度污染',
        '严重污染') AS level,
    arrayFilter(
        (pollutant, index) -> days.hourly_aqi[slot + 1] > 50 AND index = days.hourly_aqi[slot + 1],
        ['pm2_5', 'pm10', 'so2', 'no2', 'co', 'o3'], arraySlice(days.hourly_indices, 6 * slot + 1, 6)) AS primary,
    CAST(NOT has(arraySlice(days.concentrations, 6 * slot + 1, 6), -1) AS Bool) AS valid,
    days.standard AS standard,
    if(days.station = '', NULL, days.revisions[slot + 1]) AS revision,
    days.synthetic AS synthetic,
    days.updated_at AS updated_at
FROM
(
    SELECT *
    FROM pennant.air_day_latest FINAL
    WHERE stations > 0 AND unit != ''
) AS days
ARRAY JOIN range(24) AS slot
LEFT JOIN pennant.units AS units FINAL ON units.code = days.unit
WHERE if(days.station = '', arrayMax(arraySlice(days.concentrations, 6 * slot + 1, 6)) >= 0, days.revisions[slot + 1] >= 0)
COMMENT 'The air of each hour, of stations and of units';

CREATE OR REPLACE VIEW pennant.air_statistics
(
    unit LowCardinality(String) COMMENT 'Code of the unit',
    unit_name String COMMENT 'Name of the unit',
    span LowCardinality(String) COMMENT 'month, or year-to-date',
    period LowCardinality(String) COMMENT 'The month (2020-10), or the day through which the year runs (2020-10-07)',
    first_day Date COMMENT 'First day of the span',
    last_day Date COMMENT 'Last day of the span so far',
    days UInt16 COMMENT 'Days of the span so far',
    valid_days UInt16 COMMENT 'Days with an AQI',
    good_days UInt16 COMMENT 'Days of an AQI of at most 100 (优良天数)',
    days_1 UInt16 COMMENT 'Days of level 1, 优',
    days_2 UInt16 COMMENT 'Days of level 2, 良',
    days_3 UInt16 COMMENT 'Days of level 3, 轻度污染',
    days_4 UInt16 COMMENT 'Days of level 4, 中度污染',
    days_5 UInt16 COMMENT 'Days of level 5, 重度污染',
    days_6 UInt16 COMMENT 'Days of level 6, 严重污染',
    good_share Nullable(Decimal(9, 1)) COMMENT 'Good days of the valid days, in percent',
    good_share_base Nullable(Decimal(9, 1)) COMMENT 'The same of the year before',
    good_share_growth Nullable(Decimal(9, 1)) COMMENT 'Its change, in percentage points',
    pm2_5 Nullable(Int32) COMMENT 'PM2.5, mean of the days, without those of sand and dust, in µg/m³',
    pm2_5_base Nullable(Int32) COMMENT 'The same of the year before',
    pm2_5_growth Nullable(Decimal(9, 1)) COMMENT 'Its change, in percent, from the figures as published',
    pm10 Nullable(Int32) COMMENT 'PM10, likewise',
    pm10_base Nullable(Int32) COMMENT 'The same of the year before',
    pm10_growth Nullable(Decimal(9, 1)) COMMENT 'Its change, in percent',
    so2 Nullable(Int32) COMMENT 'SO2, mean of the days, in µg/m³',
    so2_base Nullable(Int32) COMMENT 'The same of the year before',
    so2_growth Nullable(Decimal(9, 1)) COMMENT 'Its change, in percent',
    no2 Nullable(Int32) COMMENT 'NO2, mean of the days, in µg/m³',
    no2_base Nullable(Int32) COMMENT 'The same of the year before',
    no2_growth Nullable(Decimal(9, 1)) COMMENT 'Its change, in percent',
    co Nullable(Decimal(9, 1)) COMMENT 'CO, the 95th percentile of the days, in mg/m³',
    co_base Nullable(Decimal(9, 1)) COMMENT 'The same of the year before',
    co_growth Nullable(Decimal(9, 1)) COMMENT 'Its change, in percent',
    o3 Nullable(Int32) COMMENT 'O3, the 90th percentile of the days'' largest 8-hour means, in µg/m³',
    o3_base Nullable(Int32) COMMENT 'The same of the year before',
    o3_growth Nullable(Decimal(9, 1)) COMMENT 'Its change, in percent',
    composite Nullable(Decimal(9, 2)) COMMENT 'The composite index (综合指数); lower is better',
    composite_base Nullable(Decimal(9, 2)) COMMENT 'The same of the year before, against the limits of the last day',
    composite_growth Nullable(Decimal(9, 1)) COMMENT 'Its change, in percent',
    means Array(Nullable(Decimal(9, 1))) COMMENT 'Mean of each of pm2_5, pm10, so2, no2, co, o3',
    percentiles Array(Nullable(Decimal(9, 1))) COMMENT 'Percentile of each: the 95th, of so2 and no2 the 98th, of o3 the 90th',
    limits Array(Decimal(9, 1)) COMMENT 'Yearly limit of each: of the mean, of co and o3 of the percentile',
    valid Bool COMMENT 'Whether there are enough valid days of every pollutant',
    reasons String COMMENT 'Of which there are too few; empty where the statistics are valid',
    synthetic Bool COMMENT 'Whether any reading was made up',
    updated_at DateTime64(3, 'UTC') COMMENT 'When it last changed'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    statistics.unit AS unit,
    coalesce(nullIf(units.name, ''), statistics.unit) AS unit_name,
    statistics.span AS span,
    statistics.period AS period,
    statistics.first_day AS first_day,
    statistics.last_day AS last_day,
    statistics.last_day - statistics.first_day + 1 AS days,
    statistics.valid_days AS valid_days,
    days_by_level[1] + days_by_level[2] AS good_days,
    days_by_level[1] AS days_1,
    days_by_level[2] AS days_2,
    days_by_level[3] AS days_3,
    days_by_level[4] AS days_4,
    days_by_level[5] AS days_5,
    days_by_level[6] AS days_6,
    toDecimal32(nullIf(figures[1], -1), 1) / 10 AS good_share,
    toDecimal32(nullIf(bases[1], -1), 1) / 10 AS good_share_base,
    -- What is null is converted too, so that where there is none is first lifted to what the type can hold.
    nullIf(toDecimal32(greatest(growth[1], -200000000), 1), -200000000) / 10 AS good_share_growth,
    nullIf(figures[2], -1) AS pm2_5,
    nullIf(bases[2], -1) AS pm2_5_base,
    nullIf(toDecimal32(greatest(growth[2], -200000000), 1), -200000000) / 10 AS pm2_5_growth,
    nullIf(figures[3], -1) AS pm10,
    nullIf(bases[3], -1) AS pm10_base,
    nullIf(toDecimal32(greatest(growth[3], -200000000), 1), -200000000) / 10 AS pm10_growth,
    nullIf(figures[4], -1) AS so2,
    nullIf(bases[4], -1) AS so2_base,
    nullIf(toDecimal32(greatest(growth[4], -200000000), 1), -200000000) / 10 AS so2_growth,
    nullIf(figures[5], -1) AS no2,
    nullIf(bases[5], -1) AS no2_base,
    nullIf(toDecimal32(greatest(growth[5], -200000000), 1), -200000000) / 10 AS no2_growth,
    toDecimal32(nullIf(figures[6], -1), 1) / 10 AS co,
    toDecimal32(nullIf(bases[6], -1), 1) / 10 AS co_base,
    nullIf(toDecimal32(greatest(growth[6], -200000000), 1), -200000000) / 10 AS co_growth,
    nullIf(figures[7], -1) AS o3,
    nullIf(bases[7], -1) AS o3_base,
    nullIf(toDecimal32(greatest(growth[7], -200000000), 1), -200000000) / 10 AS o3_growth,
    toDecimal32(nullIf(figures[8], -1), 2) / 100 AS composite,
    toDecimal32(nullIf(bases[8], -1), 2) / 100 AS composite_base,
    nullIf(toDecimal32(greatest(growth[8], -200000000), 1), -200000000) / 10 AS composite_growth,
    arrayMap((step, place) -> toDecimal32(nullIf(step, -1), 1) / if(place = 5, 10, 1), statistics.means, range(1, 7)) AS means,
    arrayMap((step, place) -> toDecimal32(nullIf(step, -1), 1) / if(place = 5, 10, 1), statistics.percentiles, range(1, 7)) AS percentiles,
    arrayMap((step, place) -> toDecimal32(step, 1) / if(place = 5, 10, 1), statistics.limits, range(1, 7)) AS limits,
    CAST(empty(statistics.reasons) AS Bool) AS valid,
    statistics.reasons AS reasons,
    statistics.synthetic AS synthetic,
    statistics.updated_at AS updated_at
FROM pennant.air_statistics_latest AS statistics FINAL
LEFT JOIN pennant.units AS units FINAL ON units.code = statistics.unit
WHERE statistics.valid_days > 0 OR arrayMax(statistics.pollutant_days) > 0
COMMENT 'The air of months and of years through each day, against the year before';

CREATE OR REPLACE VIEW pennant.air_year_to_date
(
    unit LowCardinality(String) COMMENT 'Code of the unit',
    unit_name String COMMENT 'Name of the unit',
    period LowCardinality(String) COMMENT 'The month (2020-10), or the day through which the year runs (2020-10-07)',
    first_day Date COMMENT 'First day of the span',
    last_day Date COMMENT 'Last day of the span so far',
    days UInt16 COMMENT 'Days of the span so far',
    valid_days UInt16 COMMENT 'Days with an AQI',
    good_days UInt16 COMMENT 'Days of an AQI of at most 100 (优良天数)',
    days_1 UInt16 COMMENT 'Days of level 1, 优',
    days_2 UInt16 COMMENT 'Days of level 2, 良',
    days_3 UInt16 COMMENT 'Days of level 3, 轻度污染',
    days_4 UInt16 COMMENT 'Days of level 4, 中度污染',
    days_5 UInt16 COMMENT 'Days of level 5, 重度污染',
    days_6 UInt16 COMMENT 'Days of level 6, 严重污染',
    good_share Nullable(Decimal(9, 1)) COMMENT 'Good days of the valid days, in percent',
    good_share_base Nullable(Decimal(9, 1)) COMMENT 'The same of the year before',
    good_share_growth Nullable(Decimal(9, 1)) COMMENT 'Its change, in percentage points',
    pm2_5 Nullable(Int32) COMMENT 'PM2.5, mean of the days, without those of sand and dust, in µg/m³',
    pm2_5_base Nullable(Int32) COMMENT 'The same of the year before',
    pm2_5_growth Nullable(Decimal(9, 1)) COMMENT 'Its change, in percent, from the figures as published',
    pm10 Nullable(Int32) COMMENT 'PM10, likewise',
    pm10_base Nullable(Int32) COMMENT 'The same of the year before',
    pm10_growth Nullable(Decimal(9, 1)) COMMENT 'Its change, in percent',
    so2 Nullable(Int32) COMMENT 'SO2, mean of the days, in µg/m³',
    so2_base Nullable(Int32) COMMENT 'The same of the year before',
    so2_growth Nullable(Decimal(9, 1)) COMMENT 'Its change, in percent',
    no2 Nullable(Int32) COMMENT 'NO2, mean of the days, in µg/m³',
    no2_base Nullable(Int32) COMMENT 'The same of the year before',
    no2_growth Nullable(Decimal(9, 1)) COMMENT 'Its change, in percent',
    co Nullable(Decimal(9, 1)) COMMENT 'CO, the 95th percentile of the days, in mg/m³',
    co_base Nullable(Decimal(9, 1)) COMMENT 'The same of the year before',
    co_growth Nullable(Decimal(9, 1)) COMMENT 'Its change, in percent',
    o3 Nullable(Int32) COMMENT 'O3, the 90th percentile of the days'' largest 8-hour means, in µg/m³',
    o3_base Nullable(Int32) COMMENT 'The same of the year before',
    o3_growth Nullable(Decimal(9, 1)) COMMENT 'Its change, in percent',
    composite Nullable(Decimal(9, 2)) COMMENT 'The composite index (综合指数); lower is better',
    composite_base Nullable(Decimal(9, 2)) COMMENT 'The same of the year before, against the limits of the last day',
    composite_growth Nullable(Decimal(9, 1)) COMMENT 'Its change, in percent',
    means Array(Nullable(Decimal(9, 1))) COMMENT 'Mean of each of pm2_5, pm10, so2, no2, co, o3',
    percentiles Array(Nullable(Decimal(9, 1))) COMMENT 'Percentile of each: the 95th, of so2 and no2 the 98th, of o3 the 90th',
    limits Array(Decimal(9, 1)) COMMENT 'Yearly limit of each: of the mean, of co and o3 of the percentile',
    valid Bool COMMENT 'Whether there are enough valid days of every pollutant',
    reasons String COMMENT 'Of which there are too few; empty where the statistics are valid',
    synthetic Bool COMMENT 'Whether any reading was made up',
    updated_at DateTime64(3, 'UTC') COMMENT 'When it last changed'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT * EXCEPT (span)
FROM pennant.air_statistics
WHERE span = 'year-to-date'
ORDER BY unit, last_day DESC
LIMIT 1 BY unit
COMMENT 'The air of the year as it stands: one row a unit';

CREATE OR REPLACE VIEW pennant.air_limits
(
    unit LowCardinality(String) COMMENT 'Code of the unit',
    unit_name String COMMENT 'Name of the unit',
    pollutant LowCardinality(String) COMMENT 'The pollutant, as pm2_5',
    symbol LowCardinality(String) COMMENT 'The pollutant, as people write it: PM2.5',
    value Nullable(Decimal(9, 1)) COMMENT 'What the year is judged by: the mean, of co and o3 the percentile',
    limit Decimal(9, 1) COMMENT 'Its yearly limit (GB 3095, grade 2)',
    share Nullable(Decimal(9, 1)) COMMENT 'The value in percent of the limit',
    measure LowCardinality(String) COMMENT 'What both are given in',
    last_day Date COMMENT 'The day through which the year runs',
    synthetic Bool COMMENT 'Whether any reading was made up'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    unit,
    unit_name,
    ['pm2_5', 'pm10', 'so2', 'no2', 'co', 'o3'][place] AS pollutant,
    ['PM2.5', 'PM10', 'SO2', 'NO2', 'CO', 'O3'][place] AS symbol,
    if(place >= 5, percentiles[place], means[place]) AS value,
    limits[place] AS limit,
    toDecimal32(value * 100 / limit, 1) AS share,
    if(place = 5, 'mg/m³', 'µg/m³') AS measure,
    last_day,
    synthetic
FROM pennant.air_year_to_date
ARRAY JOIN range(1, 7) AS place
COMMENT 'What each pollutant of a unit has used up of its yearly limit';
