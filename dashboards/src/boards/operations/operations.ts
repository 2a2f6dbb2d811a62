import type { Dashboard } from '../../grafana.js';
import { jobIds, jobName } from '../../jobs.js';
import type { Say } from '../../language.js';
import * as column from '../../panels/columns.js';
import { lines } from '../../panels/lines.js';
import { notice } from '../../panels/notice.js';
import { table } from '../../panels/table.js';
import { plainRow } from '../../sql/styles.js';
import { ago, quoted, since } from '../../sql/text.js';
import { dashboard } from '../dashboard.js';

/** What jobs write, as the view last_writes calls it and as people do. */
const feeds = [
  { id: 'indicators', chinese: '指标', english: 'Indicators' },
  { id: 'receipts', chinese: '零售小票', english: 'Receipts' },
  { id: 'air', chinese: '空气质量', english: 'Air' },
  { id: 'standings', chinese: '名次', english: 'Standings' },
  { id: 'alerts', chinese: '预警', english: 'Alerts' },
  { id: 'dead-letters', chinese: '退回', english: 'Dead letters' },
] as const;

/** A metric of each job by the minute: of each of its operators' subtasks first, and of the job then. */
const byMinute = (metric: string, ofSubtask: string, ofJob: string, say: Say): string => `
SELECT time, ${jobName(say)} AS name, ${ofJob}(of_subtask) AS value
FROM
(
    SELECT toStartOfMinute(at) AS time, job, operator, subtask, ${ofSubtask}(value) AS of_subtask
    FROM pennant.job_metrics
    WHERE $__timeFilter(at) AND metric = ${quoted(metric)}
    GROUP BY time, job, operator, subtask
)
GROUP BY time, job
ORDER BY time, job`;

const feedIds = `[${feeds.map(({ id }) => quoted(id)).join(', ')}]`;

export const operations = (say: Say): Dashboard =>
  dashboard({
    uid: 'pennant-operations',
    title: say('运行', 'Operations'),
    description: say(
      '各作业的滞后、吞吐、检查点与写入，数据年龄，读到的位置',
      'Lag, throughput, checkpoints and inserts of each job, the age of the data, and how far was read',
    ),
    audience: 'operations',
    order: 41,
    time: { from: 'now-1h', to: 'now' },
    variables: [],
    panels: [
      notice(
        [0, 0, 24, 2],
        say(
          '本页是 ClickHouse 所知的：各作业每 10 秒报告自己的运行，各项数据的写入时间，读到的位置。一小时没有报告的作业不在表中：看 <b>./pennant status</b> 和 Flink 页面。',
          'This board tells what ClickHouse knows: how each job runs, as it reports every 10 s, when was written, how far was read. A job that has not reported for an hour is not here: ask <b>./pennant status</b> and Flink.',
        ),
      ),
      table({
        title: say('作业 · 滞后、检查点、写入', 'Jobs · lag, checkpoints, inserts'),
        description: say(
          '每个作业最近一次报告：尚未读取的记录，每秒读取与写入（近一分钟），最近检查点，提交以来的失败与重启',
          'What each job last reported: records yet to be read, read and written a second (over a minute), the last checkpoint, failures and restarts since it was submitted',
        ),
        at: [0, 2, 24, 11],
        rows: 'sm',
        columns: [
          column.words('name', say('作业', 'Job'), 0),
          column.words('age', say('报告', 'Reported'), 130, 'right'),
          column.number('pending_records', say('滞后', 'Lag'), 130),
          column.number('records_per_second', say('读取/秒', 'Read/s'), 130, 1),
          column.words('checkpoint_age', say('检查点', 'Checkpoint'), 140, 'right'),
          column.number('checkpoint_ms', say('用时', 'Took'), 120, 1, 'ms'),
          column.number('checkpoint_bytes', say('大小', 'Size'), 120, 1, 'decbytes'),
          column.number('checkpoints_failed', say('失败', 'Failed'), 100),
          column.number('restarts', say('重启', 'Restarts'), 110),
          column.number('rows_per_second', say('写入行/秒', 'Rows/s'), 140, 1),
          column.number('inserts_per_second', say('写入次/秒', 'Inserts/s'), 140, 1),
          column.number('insert_ms', say('写入用时', 'Insert'), 130, 1, 'ms'),
          column.number('insert_retries', say('重试', 'Retries'), 110),
        ],
        sql: `
SELECT
    ${jobName(say)} AS name,
    ${ago(since('reported_at'), say)} AS age,
    pending_records,
    toFloat64(records_per_second) AS records_per_second,
    if(checkpoint_at IS NULL, '–', ${ago(since('assumeNotNull(checkpoint_at)'), say)}) AS checkpoint_age,
    checkpoint_ms,
    checkpoint_bytes,
    checkpoints_failed,
    restarts,
    toFloat64(rows_per_second) AS rows_per_second,
    toFloat64(inserts_per_second) AS inserts_per_second,
    insert_ms,
    insert_retries,
    ${plainRow(18)}
FROM pennant.job_health
ORDER BY indexOf(${jobIds}, toString(job)) = 0, indexOf(${jobIds}, toString(job)), job`,
      }),
      lines({
        title: say('滞后 · 尚未读取的记录', 'Lag · records yet to be read'),
        description: say('各作业尚未读取的记录数，每分钟的最大值，以其最近一次读取时为准', 'How many records each job has yet to read, the most of each minute, as of its last fetches'),
        at: [0, 13, 12, 10],
        name: 'name',
        sql: byMinute('pendingRecords', 'max', 'sum', say),
      }),
      lines({
        title: say('读取 · 每秒记录', 'Read · records a second'),
        description: say('各作业每秒读取的记录数', 'How many records each job reads a second'),
        at: [12, 13, 12, 10],
        decimals: 1,
        name: 'name',
        sql: byMinute('numRecordsInPerSecond', 'avg', 'sum', say),
      }),
      lines({
        title: say('检查点 · 用时', 'Checkpoints · how long they take'),
        description: say('各作业检查点的用时，每分钟的最大值', 'How long the checkpoints of each job take, the longest of each minute'),
        at: [0, 23, 12, 10],
        unit: 'ms',
        decimals: 1,
        name: 'name',
        sql: byMinute('lastCheckpointDuration', 'max', 'max', say),
      }),
      lines({
        title: say('写入 · 每秒行数', 'Written · rows a second'),
        description: say('各作业每秒写入 ClickHouse 的行数', 'How many rows each job writes into ClickHouse a second'),
        at: [12, 23, 12, 10],
        decimals: 1,
        name: 'name',
        sql: byMinute('rowsPerSecond', 'avg', 'sum', say),
      }),
      table({
        title: say('数据年龄 · 各类数据', 'Age · by kind of data'),
        description: say('各类数据最近一次写入 ClickHouse 的时间', 'When data of each kind were last written to ClickHouse'),
        at: [0, 33, 8, 11],
        rows: 'sm',
        columns: [
          column.words('name', say('数据', 'Data'), 130),
          column.words('last', say('最近写入', 'Last written'), 0, 'right'),
          column.words('age', say('年龄', 'Age'), 120, 'right'),
        ],
        sql: `
SELECT transform(feed, ${feedIds}, [${feeds.map(({ chinese, english }) => quoted(say(chinese, english))).join(', ')}], feed) AS name, if(written_at > 0, formatDateTime(written_at, '%Y-%m-%d %H:%i:%S', 'Asia/Shanghai'), '–') AS last, if(written_at > 0, ${ago(since('written_at'), say)}, '–') AS age, ${plainRow(18)}
FROM pennant.last_writes
ORDER BY indexOf(${feedIds}, feed)`,
      }),
      table({
        title: say('小票读取 · 逐分区', 'Receipts read · by partition'),
        description: say('每个分区读到的位置：计入、重复、退回', 'How far each partition was read: counted, repeated, refused'),
        at: [8, 33, 16, 11],
        rows: 'sm',
        columns: [
          column.number('partition', say('分区', 'Partition'), 90),
          column.number('next_offset', say('下一位置', 'Next offset'), 170),
          column.number('read', say('读取', 'Read'), 170),
          column.number('counted', say('计入', 'Counted'), 170),
          column.number('repeated', say('重复', 'Repeated'), 150),
          column.number('refused', say('退回', 'Refused'), 130),
          column.number('other_category', say('归入其他', 'Other'), 150),
          column.words('age', say('年龄', 'Age'), 0, 'right'),
        ],
        sql: `
SELECT partition, next_offset, read, counted, repeated, refused, other_category, ${ago(since('updated_at'), say)} AS age, ${plainRow(18)}
FROM pennant.retail_reading
ORDER BY partition`,
      }),
    ],
  });
