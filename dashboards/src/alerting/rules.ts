import { datasource, rows } from '../grafana.js';
import { jobIds } from '../jobs.js';

/** A rule of Grafana's alerting over one query, whose every row is an instance: one number, and texts that become its labels. */
interface Rule {
  readonly uid: string;
  readonly title: string;
  readonly sql: string;
  /** The number of a row that sets it off, and the one at which it is over. */
  readonly above: number;
  readonly clearedBelow: number;
  readonly pending: string;
  readonly summary: string;
  readonly labels: Record<string, string>;
  /** The board and panel that show the same. */
  readonly board?: string;
  readonly panel?: number;
}

const expression = { type: '__expr__', uid: '__expr__' };

const provisioned = (rule: Rule) => ({
  uid: rule.uid,
  title: rule.title,
  condition: 'C',
  ...(rule.board ? { dashboardUid: rule.board, panelId: rule.panel } : {}),
  for: rule.pending,
  noDataState: 'Alerting',
  execErrState: 'Error',
  isPaused: false,
  // Grafana puts the environment into labels, and not into annotations.
  labels: { ...rule.labels, runbooks: '${PENNANT_RUNBOOKS}' },
  annotations: { summary: rule.summary, runbook_url: `{{ $labels.runbooks }}/${rule.uid}.md` },
  data: [
    {
      refId: 'A',
      queryType: 'table',
      datasourceUid: datasource.uid,
      relativeTimeRange: { from: 3600, to: 0 },
      model: { ...rows(rule.sql), intervalMs: 1000, maxDataPoints: 43200 },
    },
    {
      refId: 'B',
      datasourceUid: '__expr__',
      relativeTimeRange: { from: 0, to: 0 },
      model: { refId: 'B', type: 'reduce', datasource: expression, expression: 'A', reducer: 'last', settings: { mode: 'dropNN' } },
    },
    {
      refId: 'C',
      datasourceUid: '__expr__',
      relativeTimeRange: { from: 0, to: 0 },
      model: {
        refId: 'C',
        type: 'threshold',
        datasource: expression,
        expression: 'B',
        conditions: [
          {
            type: 'query',
            evaluator: { type: 'gt', params: [rule.above] },
            unloadEvaluator: { type: 'lt', params: [rule.clearedBelow] },
          },
        ],
      },
    },
  ],
});

/** What is judged by the pipeline is only told here: each rule and unit has its row always, so that nothing is never taken for silence. */
const falling: Rule = {
  uid: 'pennant-falling-indicators',
  title: '指标下滑预警',
  sql: `
SELECT rule, rule_title, level, unit, unit_name, message, toFloat64(firing) AS firing
FROM pennant.alert_signals
ORDER BY rule, unit`,
  above: 0,
  clearedBelow: 1,
  pending: '0s',
  summary: '{{ $labels.unit_name }}：{{ $labels.message }}',
  labels: { team: 'duty' },
  board: 'pennant-alerts',
  panel: 3,
};

/** Feeds that never rest for longer than this many minutes. */
const feeds = [
  { feed: 'retail-receipts', view: 'retail_reading', minutes: 30 },
  { feed: 'air-readings', view: 'air_days', minutes: 120 },
];

const silence: Rule = {
  uid: 'pennant-feed-silence',
  title: '数据源静默',
  sql: feeds
    .map(
      ({ feed, view, minutes }) => `
SELECT '${feed}' AS feed, toString(${minutes}) AS limit_minutes, dateDiff('minute', max(updated_at), now64(3)) / ${minutes}. AS lateness
FROM pennant.${view}`,
    )
    .join('\nUNION ALL'),
  above: 1,
  clearedBelow: 0.5,
  pending: '2m',
  summary: '{{ $labels.feed }} 已超过 {{ $labels.limit_minutes }} 分钟没有新数据',
  labels: { team: 'operations', severity: 'warning' },
  board: 'pennant-operations',
  panel: 7,
};

/** As many minutes as a job is said to have stalled that has not reported for an hour, or restarts without ever a checkpoint. */
const unknownMinutes = 60;

const stalled: Rule = {
  uid: 'pennant-pipeline-stalled',
  title: '流水线停滞',
  sql: `
SELECT job, toFloat64(min(stalled_minutes)) AS minutes
FROM
(
    SELECT arrayJoin(${jobIds}) AS job, ${unknownMinutes} AS stalled_minutes
    UNION ALL
    SELECT
        toString(job) AS job,
        greatest(
            age('minute', reported_at, now64(3)),
            multiIf(
                checkpoint_at IS NOT NULL, age('minute', assumeNotNull(checkpoint_at), now64(3)),
                ifNull(restarts, 0) > 0, ${unknownMinutes},
                intDiv(toInt64(ifNull(uptime_ms, 0)), 60000))) AS stalled_minutes
    FROM pennant.job_health
    WHERE job IN ${jobIds}
)
GROUP BY job
ORDER BY job`,
  above: 15,
  clearedBelow: 10,
  pending: '2m',
  summary: '作业 {{ $labels.job }} 已超过一刻钟没有完成检查点，或没有报告',
  labels: { team: 'operations', severity: 'critical' },
  board: 'pennant-operations',
  panel: 2,
};

/** What jobs are handed in, by the names of its topics: each has its row always. */
export const inputs = [
  'enterprise-registry',
  'enterprise-reports',
  'stores',
  'retail-receipts',
  'units',
  'indicator-reports',
  'adjustments',
  'alert-rules',
  'air-stations',
  'air-readings',
  'air-dust-days',
] as const;

const refused: Rule = {
  uid: 'pennant-refused-records',
  title: '记录被退回',
  sql: `
SELECT topic, toFloat64(sum(refused)) AS refused
FROM
(
    SELECT arrayJoin([${inputs.map((topic) => `'${topic}'`).join(', ')}]) AS topic, 0 AS refused
    UNION ALL
    SELECT topic, count() AS refused FROM pennant.dead_letters WHERE $__timeFilter(seen_at) AND replayed_at IS NULL GROUP BY topic
)
GROUP BY topic
ORDER BY topic`,
  above: 0,
  clearedBelow: 1,
  pending: '0s',
  summary: '{{ $labels.topic }} 一小时内有记录被退回，尚未重发',
  labels: { team: 'operations', severity: 'warning' },
  board: 'pennant-quality',
  panel: 3,
};

export const rules: readonly Rule[] = [falling, silence, stalled, refused];

export const provisionedRules = {
  apiVersion: 1,
  groups: [
    { orgId: 1, name: 'pennant-indicators', folder: 'Pennant', interval: '30s', rules: [provisioned(falling)] },
    { orgId: 1, name: 'pennant-operations', folder: 'Pennant', interval: '1m', rules: [silence, stalled, refused].map(provisioned) },
  ],
};
