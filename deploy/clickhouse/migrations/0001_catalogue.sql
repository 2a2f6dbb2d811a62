-- What the figures are about: places and definitions, as the catalogue has them. Loaded at every start of a stack.

CREATE TABLE IF NOT EXISTS pennant.units
(
    code LowCardinality(String) COMMENT 'Statistical code: nine digits for a township, six for a county, four for a prefecture',
    name String COMMENT 'Official name; not unique across counties',
    county_code LowCardinality(String) COMMENT 'Code of the county a township belongs to, of the county itself, or empty',
    county LowCardinality(String) COMMENT 'Name of that county, or empty',
    kind LowCardinality(String) COMMENT 'prefecture, county, subdistrict, town or township',
    zone LowCardinality(String) COMMENT 'The development zone it belongs to, or empty',
    parent LowCardinality(String) COMMENT 'Code of the unit one level above, empty for a prefecture',
    loaded_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the row came from the catalogue'
)
ENGINE = ReplacingMergeTree(loaded_at)
ORDER BY code
COMMENT 'The places whose figures are shown';

CREATE TABLE IF NOT EXISTS pennant.indicator_definitions
(
    id LowCardinality(String) COMMENT 'Indicator id, a contract',
    title String COMMENT 'Chinese title',
    title_en String COMMENT 'English title',
    meaning String COMMENT 'What it counts, in Chinese',
    measure LowCardinality(String) COMMENT 'What its values are given in, such as 亿元',
    direction LowCardinality(String) COMMENT 'higher-is-better or lower-is-better',
    fen_power UInt8 COMMENT 'One of the measure is ten to this power of fen: 10 for 亿元',
    amount LowCardinality(String) COMMENT 'Which amount of the reports it sums: revenue or retail-sales',
    scopes Array(String) COMMENT 'The rosters whose enterprises it counts, such as service-designated',
    value_decimals UInt8 COMMENT 'Decimals a value is published with',
    growth_decimals UInt8 COMMENT 'Decimals a growth is published with',
    growth_mode LowCardinality(String) COMMENT 'Which way a half of the last decimal goes: half-up or half-even',
    sourced String COMMENT 'The public source the definition rests on, or empty',
    assumed String COMMENT 'What of the definition no public source confirms, or empty',
    loaded_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When the row came from the catalogue'
)
ENGINE = ReplacingMergeTree(loaded_at)
ORDER BY id
COMMENT 'The definition cards of the indicators';
