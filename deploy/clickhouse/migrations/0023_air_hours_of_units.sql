-- The hours of units by their code where it stands in the table's key, so that of ten years only what is asked for is read: on a unit's row the subject is
-- the unit. The same columns as before.

CREATE OR REPLACE VIEW pennant.air_hours
(
    station LowCardinality(String) COMMENT 'Id of the station, empty on a unit''s row',
    unit LowCardinality(String) COMMENT 'Code of the unit',
    unit_name String COMMENT 'Name of the unit',
    day Date COMMENT 'The day of the hour: a condition on it finds the hour at once, one on the hour looks through all days',
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
    days.day AS day,
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
    SELECT * REPLACE (subject AS unit)
    FROM pennant.air_day_latest FINAL
    WHERE station = '' AND stations > 0
    UNION ALL
    SELECT *
    FROM pennant.air_day_latest FINAL
    WHERE station != '' AND stations > 0 AND unit != ''
) AS days
ARRAY JOIN range(24) AS slot
LEFT JOIN pennant.units AS units FINAL ON units.code = days.unit
WHERE if(days.station = '', arrayMax(arraySlice(days.concentrations, 6 * slot + 1, 6)) >= 0, days.revisions[slot + 1] >= 0)
COMMENT 'The air of each hour, of stations and of units';
