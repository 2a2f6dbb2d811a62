-- What the views showed at a moment: SELECT … FROM standings_as_of(at = '2020-10-10 10:00:00'), in the time of Asia/Shanghai.

CREATE OR REPLACE VIEW pennant.indicators_as_of
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT *
FROM pennant.indicators_history
WHERE valid_from <= {at:DateTime64(3, 'Asia/Shanghai')} AND (valid_to IS NULL OR valid_to > {at:DateTime64(3, 'Asia/Shanghai')})
COMMENT 'The values that the view indicators showed at a moment';

CREATE OR REPLACE VIEW pennant.standings_as_of
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT *
FROM pennant.standings_history
WHERE valid_from <= {at:DateTime64(3, 'Asia/Shanghai')} AND (valid_to IS NULL OR valid_to > {at:DateTime64(3, 'Asia/Shanghai')})
COMMENT 'The standings that the view standings showed at a moment';

CREATE OR REPLACE VIEW pennant.alerts_as_of
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT *
FROM pennant.alerts_history
WHERE valid_from <= {at:DateTime64(3, 'Asia/Shanghai')} AND (valid_to IS NULL OR valid_to > {at:DateTime64(3, 'Asia/Shanghai')})
COMMENT 'The alerts that the view alerts showed at a moment';
