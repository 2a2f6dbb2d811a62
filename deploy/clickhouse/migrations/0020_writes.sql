-- What the operations board asks for, read where it is written: the views for people compute far more than when and how much.

CREATE OR REPLACE VIEW pennant.last_writes
(
    feed LowCardinality(String) COMMENT 'What was written: indicators, receipts, air, standings, alerts, dead-letters',
    written_at DateTime64(3, 'UTC') COMMENT 'When it last was; 1970 where it never was'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT 'indicators' AS feed, max(updated_at) AS written_at FROM pennant.indicator_latest
UNION ALL SELECT 'receipts' AS feed, max(updated_at) AS written_at FROM pennant.retail_reading_latest
UNION ALL SELECT 'air' AS feed, max(updated_at) AS written_at FROM pennant.air_day_latest
UNION ALL SELECT 'standings' AS feed, max(updated_at) AS written_at FROM pennant.standing_latest
UNION ALL SELECT 'alerts' AS feed, max(updated_at) AS written_at FROM pennant.alert_latest
UNION ALL SELECT 'dead-letters' AS feed, max(seen_at) AS written_at FROM pennant.dead_letter_log
COMMENT 'When data of each kind were last written, whichever job wrote them';
