import type { Dashboard } from '../../grafana.js';
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

const feedIds = `[${feeds.map(({ id }) => quoted(id)).join(', ')}]`;

export const operations = (say: Say): Dashboard =>
  dashboard({
    uid: 'pennant-operations',
    title: say('运行', 'Operations'),
    description: say('各作业写入的时间、吞吐、读到的位置', 'When each job last wrote, its throughput, and how far it has read'),
    audience: 'operations',
    order: 41,
    time: { from: 'now-1h', to: 'now' },
    variables: [],
    panels: [
      notice(
        [0, 0, 24, 2],
        say(
          '本页只说 ClickHouse 所知：写入时间、吞吐、读到的位置、退回的记录。消费滞后、检查点与重启由 <b>./pennant status</b> 和 Flink 页面给出。',
          'This board tells what ClickHouse knows: when was written, how much, how far was read, what was refused. Lag, checkpoints and restarts are told by <b>./pennant status</b> and by Flink.',
        ),
      ),
      table({
        title: say('数据年龄 · 各作业', 'Age · by job'),
        description: say('各作业最近一次写入 ClickHouse 的时间', 'When each job last wrote to ClickHouse'),
        at: [0, 2, 8, 11],
        rows: 'sm',
        columns: [
          column.words('name', say('数据', 'Data'), 130),
          column.words('last', say('最近写入', 'Last written'), 0, 'right'),
          column.words('age', say('年龄', 'Age'), 120, 'right'),
        ],
        sql: `
SELECT transform(feed, ${feedIds}, [${feeds.map(({ chinese, english }) => quoted(say(chinese, english))).join(', ')}], feed) AS name, formatDateTime(written_at, '%Y-%m-%d %H:%i:%S', 'Asia/Shanghai') AS last, ${ago(since('written_at'), say)} AS age, ${plainRow(18)}
FROM pennant.last_writes
ORDER BY indexOf(${feedIds}, feed)`,
      }),
      table({
        title: say('小票读取 · 逐分区', 'Receipts read · by partition'),
        description: say('每个分区读到的位置：计入、重复、退回', 'How far each partition was read: counted, repeated, refused'),
        at: [8, 2, 16, 11],
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
      lines({
        title: say('吞吐 · 每分钟写入的指标版本', 'Throughput · versions of indicators a minute'),
        description: say('各指标每分钟写入的版本数', 'How many versions of indicators were written each minute'),
        at: [0, 13, 24, 14],
        bars: true,
        name: 'job',
        sql: `
SELECT toStartOfMinute(written_at) AS time, multiIf(startsWith(indicator, 'retail-receipts'), 'retail', startsWith(indicator, 'air-'), 'air', startsWith(indicator, 'service-revenue') OR indicator = 'retail-above-quota', 'revenue', 'reports') AS job, count() AS versions
FROM pennant.indicator_writes
WHERE $__timeFilter(written_at)
GROUP BY time, job
ORDER BY time, job`,
      }),
    ],
  });
