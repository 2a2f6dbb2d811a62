-- Alerts on falling indicators and standings: every version in a log, the latest of each alert beside it, the rules that raised them, and what
-- readers see of all. Jobs insert into the logs only. A version is (epoch, changes) packed in 64 bits: the larger one is the later truth.

CREATE TABLE IF NOT EXISTS pennant.alert_log
(
    alert_id String COMMENT 'Id of the alert: rule, indicator or competition, unit and period; there is one alert of each',
    rule LowCardinality(String) COMMENT 'Id of the rule that raised it',
    rule_revision LowCardinality(String) COMMENT 'Wording of the rule: the first digits of the SHA-256 of its text',
    level LowCardinality(String) COMMENT 'blue, yellow, orange or red (蓝、黄、橙、红)',
    unit String COMMENT 'Code of the unit',
    unit_name String COMMENT 'Name of the unit as the alert calls it',
    indicator LowCardinality(String) COMMENT 'Indicator it is about; empty where it is about a competition',
    competition LowCardinality(String) COMMENT 'Competition it is about; empty where it is about an indicator',
    title LowCardinality(String) COMMENT 'Chinese title of the indicator or competition',
    period LowCardinality(String) COMMENT 'The period through its last month (2020-10) or day (2020-10-07)',
    period_label LowCardinality(String) COMMENT 'The period as people write it, such as 1-10月',
    state LowCardinality(String) COMMENT 'pending, firing, resolved (a later period has been judged) or withdrawn (a revision removed the cause)',
    reason LowCardinality(String) COMMENT 'Why: cause-stands, holding, held-back (too few have reported), cleared, continued, revised or rule-changed',
    value Nullable(Decimal(38, 10)) COMMENT 'What the rule looked at: a value, a growth or a rank',
    threshold Nullable(Decimal(38, 10)) COMMENT 'What that was compared with',
    figure_version UInt64 COMMENT 'Version of the figure that was judged',
    compared_version UInt64 COMMENT 'Version of the figure it was compared with, of another period or of the region; 0 where there was none',
    message String COMMENT 'The alert in Chinese',
    message_en String COMMENT 'The alert in English',
    since DateTime64(3, 'UTC') COMMENT 'When the figures came to say so',
    synthetic Bool COMMENT 'Whether made-up figures are in it',
    version UInt64 COMMENT 'Epoch and changes, packed: the largest of an alert is the current one',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the job emitted it'
)
ENGINE = ReplacingMergeTree
ORDER BY (rule, unit, alert_id, version)
COMMENT 'Every version of every alert';

CREATE TABLE IF NOT EXISTS pennant.alert_latest
(
    alert_id String COMMENT 'Id of the alert: rule, indicator or competition, unit and period; there is one alert of each',
    rule LowCardinality(String) COMMENT 'Id of the rule that raised it',
    rule_revision LowCardinality(String) COMMENT 'Wording of the rule: the first digits of the SHA-256 of its text',
    level LowCardinality(String) COMMENT 'blue, yellow, orange or red (蓝、黄、橙、红)',
    unit String COMMENT 'Code of the unit',
    unit_name String COMMENT 'Name of the unit as the alert calls it',
    indicator LowCardinality(String) COMMENT 'Indicator it is about; empty where it is about a competition',
    competition LowCardinality(String) COMMENT 'Competition it is about; empty where it is about an indicator',
    title LowCardinality(String) COMMENT 'Chinese title of the indicator or competition',
    period LowCardinality(String) COMMENT 'The period through its last month (2020-10) or day (2020-10-07)',
    period_label LowCardinality(String) COMMENT 'The period as people write it, such as 1-10月',
    state LowCardinality(String) COMMENT 'pending, firing, resolved (a later period has been judged) or withdrawn (a revision removed the cause)',
    reason LowCardinality(String) COMMENT 'Why: cause-stands, holding, held-back (too few have reported), cleared, continued, revised or rule-changed',
    value Nullable(Decimal(38, 10)) COMMENT 'What the rule looked at: a value, a growth or a rank',
    threshold Nullable(Decimal(38, 10)) COMMENT 'What that was compared with',
    figure_version UInt64 COMMENT 'Version of the figure that was judged',
    compared_version UInt64 COMMENT 'Version of the figure it was compared with, of another period or of the region; 0 where there was none',
    message String COMMENT 'The alert in Chinese',
    message_en String COMMENT 'The alert in English',
    since DateTime64(3, 'UTC') COMMENT 'When the figures came to say so',
    synthetic Bool COMMENT 'Whether made-up figures are in it',
    version UInt64 COMMENT 'Epoch and changes, packed: the largest of an alert is the current one',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the job emitted it'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY alert_id
COMMENT 'Every alert as it stands; read it with FINAL';

CREATE MATERIALIZED VIEW IF NOT EXISTS pennant.alert_log_to_latest TO pennant.alert_latest
(
    alert_id String COMMENT 'Id of the alert: rule, indicator or competition, unit and period; there is one alert of each',
    rule LowCardinality(String) COMMENT 'Id of the rule that raised it',
    rule_revision LowCardinality(String) COMMENT 'Wording of the rule: the first digits of the SHA-256 of its text',
    level LowCardinality(String) COMMENT 'blue, yellow, orange or red (蓝、黄、橙、红)',
    unit String COMMENT 'Code of the unit',
    unit_name String COMMENT 'Name of the unit as the alert calls it',
    indicator LowCardinality(String) COMMENT 'Indicator it is about; empty where it is about a competition',
    competition LowCardinality(String) COMMENT 'Competition it is about; empty where it is about an indicator',
    title LowCardinality(String) COMMENT 'Chinese title of the indicator or competition',
    period LowCardinality(String) COMMENT 'The period through its last month (2020-10) or day (2020-10-07)',
    period_label LowCardinality(String) COMMENT 'The period as people write it, such as 1-10月',
    state LowCardinality(String) COMMENT 'pending, firing, resolved (a later period has been judged) or withdrawn (a revision removed the cause)',
    reason LowCardinality(String) COMMENT 'Why: cause-stands, holding, held-back (too few have reported), cleared, continued, revised or rule-changed',
    value Nullable(Decimal(38, 10)) COMMENT 'What the rule looked at: a value, a growth or a rank',
    threshold Nullable(Decimal(38, 10)) COMMENT 'What that was compared with',
    figure_version UInt64 COMMENT 'Version of the figure that was judged',
    compared_version UInt64 COMMENT 'Version of the figure it was compared with, of another period or of the region; 0 where there was none',
    message String COMMENT 'The alert in Chinese',
    message_en String COMMENT 'The alert in English',
    since DateTime64(3, 'UTC') COMMENT 'When the figures came to say so',
    synthetic Bool COMMENT 'Whether made-up figures are in it',
    version UInt64 COMMENT 'Epoch and changes, packed: the largest of an alert is the current one',
    updated_at DateTime64(3, 'UTC') COMMENT 'When the job emitted it'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT * FROM pennant.alert_log
COMMENT 'Carries every inserted alert to alert_latest';

CREATE TABLE IF NOT EXISTS pennant.alert_rule_log
(
    partition Int32 COMMENT 'Partition of the message in topic alert-rules',
    offset Int64 COMMENT 'Offset of the message',
    rule String COMMENT 'Id of the rule',
    revision String COMMENT 'Wording of the rule: the first digits of the SHA-256 of its text',
    title String COMMENT 'Title in Chinese',
    title_en String COMMENT 'Title in English',
    level LowCardinality(String) COMMENT 'blue, yellow, orange or red',
    kinds String COMMENT 'Kinds of units it speaks of, with commas between them',
    units String COMMENT 'Codes of further units it speaks of, with commas between them',
    subjects String COMMENT 'What it watches, indicator/ID or competition/ID, with commas between them',
    text String COMMENT 'The rule as its author wrote it, YAML; empty where it is taken back',
    withdrawn Bool COMMENT 'Whether the message takes the rule back',
    received_at DateTime64(3, 'UTC') COMMENT 'When Kafka took the message'
)
ENGINE = ReplacingMergeTree
ORDER BY (rule, partition, offset)
COMMENT 'Every message about a rule for alerts that was ever taken';

CREATE OR REPLACE VIEW pennant.alert_rules
(
    rule String COMMENT 'Id of the rule',
    revision String COMMENT 'Wording of the rule: the first digits of the SHA-256 of its text',
    title String COMMENT 'Title in Chinese',
    title_en String COMMENT 'Title in English',
    level LowCardinality(String) COMMENT 'blue, yellow, orange or red',
    kinds String COMMENT 'Kinds of units it speaks of, with commas between them',
    units String COMMENT 'Codes of further units it speaks of, with commas between them',
    subjects String COMMENT 'What it watches, indicator/ID or competition/ID, with commas between them',
    text String COMMENT 'The rule as its author wrote it, YAML; empty where it is taken back',
    received_at DateTime64(3, 'UTC') COMMENT 'When Kafka took the message'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT rule, revision, title, title_en, level, kinds, units, subjects, text, received_at
FROM
(
    -- All messages of a rule are in one partition, so that the highest offset is the last word on it.
    SELECT *
    FROM pennant.alert_rule_log FINAL
    ORDER BY rule, offset DESC
    LIMIT 1 BY rule
)
WHERE NOT withdrawn
COMMENT 'The rules for alerts that are in force';

CREATE OR REPLACE VIEW pennant.alerts
(
    alert_id String COMMENT 'Id of the alert: rule, indicator or competition, unit and period; there is one alert of each',
    rule LowCardinality(String) COMMENT 'Id of the rule that raised it',
    rule_title String COMMENT 'Title of the rule; its id where it was taken back',
    rule_revision LowCardinality(String) COMMENT 'Wording of the rule: the first digits of the SHA-256 of its text',
    level LowCardinality(String) COMMENT 'blue, yellow, orange or red (蓝、黄、橙、红)',
    level_title String COMMENT 'The level as people read it: 蓝、黄、橙、红',
    unit String COMMENT 'Code of the unit',
    unit_name String COMMENT 'Name of the unit as the alert calls it',
    indicator LowCardinality(String) COMMENT 'Indicator it is about; empty where it is about a competition',
    competition LowCardinality(String) COMMENT 'Competition it is about; empty where it is about an indicator',
    title LowCardinality(String) COMMENT 'Chinese title of the indicator or competition',
    period LowCardinality(String) COMMENT 'The period through its last month (2020-10) or day (2020-10-07)',
    period_label LowCardinality(String) COMMENT 'The period as people write it, such as 1-10月',
    state LowCardinality(String) COMMENT 'pending, firing, resolved (a later period has been judged) or withdrawn (a revision removed the cause)',
    reason LowCardinality(String) COMMENT 'Why: cause-stands, holding, held-back (too few have reported), cleared, continued, revised or rule-changed',
    value Nullable(Decimal(38, 10)) COMMENT 'What the rule looked at: a value, a growth or a rank',
    threshold Nullable(Decimal(38, 10)) COMMENT 'What that was compared with',
    figure_version UInt64 COMMENT 'Version of the figure that was judged',
    compared_version UInt64 COMMENT 'Version of the figure it was compared with, of another period or of the region; 0 where there was none',
    message String COMMENT 'The alert in Chinese',
    message_en String COMMENT 'The alert in English',
    since DateTime64(3, 'UTC') COMMENT 'When the figures came to say so',
    synthetic Bool COMMENT 'Whether made-up figures are in it',
    updated_at DateTime64(3, 'UTC') COMMENT 'When it came to be so'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    latest.alert_id AS alert_id,
    latest.rule AS rule,
    coalesce(nullIf(rules.title, ''), latest.rule) AS rule_title,
    latest.rule_revision AS rule_revision,
    latest.level AS level,
    transform(latest.level, ['blue', 'yellow', 'orange', 'red'], ['蓝', '黄', '橙', '红'], '') AS level_title,
    latest.unit AS unit,
    latest.unit_name AS unit_name,
    latest.indicator AS indicator,
    latest.competition AS competition,
    latest.title AS title,
    latest.period AS period,
    latest.period_label AS period_label,
    latest.state AS state,
    latest.reason AS reason,
    latest.value AS value,
    latest.threshold AS threshold,
    latest.figure_version AS figure_version,
    latest.compared_version AS compared_version,
    latest.message AS message,
    latest.message_en AS message_en,
    latest.since AS since,
    latest.synthetic AS synthetic,
    latest.updated_at AS updated_at
FROM pennant.alert_latest AS latest FINAL
LEFT JOIN pennant.alert_rules AS rules ON rules.rule = latest.rule
COMMENT 'Every alert as it stands, with the evidence for it';

CREATE OR REPLACE VIEW pennant.alerts_history
(
    alert_id String COMMENT 'Id of the alert: rule, indicator or competition, unit and period; there is one alert of each',
    rule LowCardinality(String) COMMENT 'Id of the rule that raised it',
    rule_title String COMMENT 'Title of the rule; its id where it was taken back',
    rule_revision LowCardinality(String) COMMENT 'Wording of the rule: the first digits of the SHA-256 of its text',
    level LowCardinality(String) COMMENT 'blue, yellow, orange or red (蓝、黄、橙、红)',
    level_title String COMMENT 'The level as people read it: 蓝、黄、橙、红',
    unit String COMMENT 'Code of the unit',
    unit_name String COMMENT 'Name of the unit as the alert calls it',
    indicator LowCardinality(String) COMMENT 'Indicator it is about; empty where it is about a competition',
    competition LowCardinality(String) COMMENT 'Competition it is about; empty where it is about an indicator',
    title LowCardinality(String) COMMENT 'Chinese title of the indicator or competition',
    period LowCardinality(String) COMMENT 'The period through its last month (2020-10) or day (2020-10-07)',
    period_label LowCardinality(String) COMMENT 'The period as people write it, such as 1-10月',
    state LowCardinality(String) COMMENT 'pending, firing, resolved (a later period has been judged) or withdrawn (a revision removed the cause)',
    reason LowCardinality(String) COMMENT 'Why: cause-stands, holding, held-back (too few have reported), cleared, continued, revised or rule-changed',
    value Nullable(Decimal(38, 10)) COMMENT 'What the rule looked at: a value, a growth or a rank',
    threshold Nullable(Decimal(38, 10)) COMMENT 'What that was compared with',
    figure_version UInt64 COMMENT 'Version of the figure that was judged',
    compared_version UInt64 COMMENT 'Version of the figure it was compared with, of another period or of the region; 0 where there was none',
    message String COMMENT 'The alert in Chinese',
    message_en String COMMENT 'The alert in English',
    since DateTime64(3, 'UTC') COMMENT 'When the figures came to say so',
    synthetic Bool COMMENT 'Whether made-up figures are in it',
    updated_at DateTime64(3, 'UTC') COMMENT 'When it came to be so',
    valid_from DateTime64(3, 'UTC') COMMENT 'The moment from which this was shown',
    valid_to Nullable(DateTime64(3, 'UTC')) COMMENT 'The moment at which the next version replaced it; null for the current one'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    versions.alert_id AS alert_id,
    versions.rule AS rule,
    coalesce(nullIf(rules.title, ''), versions.rule) AS rule_title,
    versions.rule_revision AS rule_revision,
    versions.level AS level,
    transform(versions.level, ['blue', 'yellow', 'orange', 'red'], ['蓝', '黄', '橙', '红'], '') AS level_title,
    versions.unit AS unit,
    versions.unit_name AS unit_name,
    versions.indicator AS indicator,
    versions.competition AS competition,
    versions.title AS title,
    versions.period AS period,
    versions.period_label AS period_label,
    versions.state AS state,
    versions.reason AS reason,
    versions.value AS value,
    versions.threshold AS threshold,
    versions.figure_version AS figure_version,
    versions.compared_version AS compared_version,
    versions.message AS message,
    versions.message_en AS message_en,
    versions.since AS since,
    versions.synthetic AS synthetic,
    versions.updated_at AS updated_at,
    versions.updated_at AS valid_from,
    versions.valid_to AS valid_to
FROM
(
    SELECT
        *,
        leadInFrame(toNullable(updated_at)) OVER (
            PARTITION BY alert_id
            ORDER BY version
            ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
        ) AS valid_to
    FROM pennant.alert_log FINAL
) AS versions
LEFT JOIN pennant.alert_rules AS rules ON rules.rule = versions.rule
COMMENT 'Every version of every alert with the time it was the one shown';

CREATE OR REPLACE VIEW pennant.alert_signals
(
    rule String COMMENT 'Id of the rule',
    rule_title String COMMENT 'Title of the rule',
    level LowCardinality(String) COMMENT 'blue, yellow, orange or red',
    unit String COMMENT 'Code of the unit',
    unit_name String COMMENT 'Name of the unit',
    message String COMMENT 'What the alerts that fire say; empty where none does',
    firing UInt64 COMMENT 'How many alerts of the rule fire for the unit; 0 where none does'
)
DEFINER = migrator SQL SECURITY DEFINER
AS SELECT
    watched.rule AS rule,
    watched.title AS rule_title,
    watched.level AS level,
    watched.code AS unit,
    watched.name AS unit_name,
    fired.message AS message,
    fired.firing AS firing
FROM
(
    SELECT rules.rule AS rule, rules.title AS title, rules.level AS level, units.code AS code, units.name AS name
    FROM pennant.alert_rules AS rules
    CROSS JOIN pennant.units AS units FINAL
    WHERE has(splitByChar(',', rules.kinds), units.kind) OR has(splitByChar(',', rules.units), units.code)
) AS watched
LEFT JOIN
(
    SELECT rule, unit, count() AS firing, arrayStringConcat(arraySort(groupArray(message)), '；') AS message
    FROM pennant.alert_latest FINAL
    WHERE state = 'firing'
    GROUP BY rule, unit
) AS fired ON fired.rule = watched.rule AND fired.unit = watched.code
COMMENT 'A row for each rule and unit of the catalogue it speaks of, always: one number, and texts that become labels of Grafana''s alerting';
