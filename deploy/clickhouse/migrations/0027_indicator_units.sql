-- Which units have figures of an indicator, without the figures: what can be chosen on a board.

CREATE OR REPLACE VIEW pennant.indicator_units
(
    indicator LowCardinality(String) COMMENT 'Indicator id, such as service-revenue',
    unit LowCardinality(String) COMMENT 'Code of the unit'
)
DEFINER = migrator SQL SECURITY DEFINER
-- Without FINAL and without names, which over ten years of days would take many times as long; and not distinct, as whoever asks for units alone is answered soonest so.
AS SELECT indicator, unit
FROM pennant.indicator_latest
WHERE reported > 0
COMMENT 'Indicator and unit of every figure, at least as often as there are figures; until parts are merged also of those that were taken back';
