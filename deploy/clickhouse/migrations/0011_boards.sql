-- What boards need beside the figures: what they mean, as a card that any screen may show.

CREATE OR REPLACE VIEW pennant.indicator_cards
(
    indicator LowCardinality(String) COMMENT 'Indicator id, such as service-revenue',
    title String COMMENT 'Chinese title',
    title_en String COMMENT 'English title',
    meaning String COMMENT 'What it counts, in Chinese',
    measure LowCardinality(String) COMMENT 'What its values are given in, such as 亿元',
    direction LowCardinality(String) COMMENT 'higher-is-better or lower-is-better',
    sourced String COMMENT 'The public source the definition rests on, or empty',
    assumed String COMMENT 'What of the definition no public source confirms, or empty'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT id AS indicator, title, title_en, meaning, measure, direction, sourced, assumed
FROM pennant.indicator_definitions FINAL
COMMENT 'The definition card of every indicator';

-- What the built-in wall needs to follow the data.

CREATE OR REPLACE VIEW pennant.data_version
(
    version UInt64 COMMENT 'Another number after every insert; the numbers have no order'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT sum(cityHash64(table, newest)) AS version
FROM
(
    -- A merge keeps the newest block of what it merges, so only inserts count.
    SELECT table, max(max_block_number) AS newest
    FROM system.parts
    WHERE database = 'pennant' AND active
    GROUP BY table
)
COMMENT 'Tells at little cost whether anything was inserted since one last looked';
