import type { Dashboard } from '../../grafana.js';
import type { Say } from '../../language.js';
import * as column from '../../panels/columns.js';
import { lines } from '../../panels/lines.js';
import { table } from '../../panels/table.js';
import { plainRow } from '../../sql/styles.js';
import { ago, periodLabel, quoted, since } from '../../sql/text.js';
import { dashboard } from '../dashboard.js';
import { found } from '../variables.js';

/** The label of a month's cumulative period, as CumulativePeriod says it, where no figure is at hand that carries it. */
const label =
  "transform(substring(period, 6), ['01', '03', '06', '09', '12'], ['1月', '一季度', '上半年', '前三季度', '全年'], concat('1-', toString(toUInt8(substring(period, 6))), '月'))";

export const dataQuality = (say: Say): Dashboard =>
  dashboard({
    uid: 'pennant-quality',
    title: say('数据质量', 'Data quality'),
    description: say('覆盖、迟报、修订与被退回的记录', 'Coverage, late filings, revisions, and records that were refused'),
    audience: 'analyst',
    order: 24,
    variables: [found('refused', 'SELECT toString(count()) FROM pennant.dead_letters WHERE replayed_at IS NULL')],
    panels: [
      table({
        title: say('覆盖 · 各指标最近一期', 'Coverage · latest period of each indicator'),
        description: say('最近一期已报、应报与已齐的单位数', 'What has been reported of what is expected, and how many units are complete'),
        at: [0, 0, 14, 28],
        rows: 'sm',
        columns: [
          column.words('title_shown', say('指标', 'Indicator'), 0),
          column.words('label', say('期间', 'Period'), 190),
          column.number('townships', say('单位', 'Units'), 64),
          column.number('complete', say('已齐', 'Complete'), 84),
          column.words('coverage', say('已报/应报', 'Reported'), 136, 'right'),
          column.bar('share', '', 120, 100, 'percent'),
          column.words('age', say('更新', 'Updated'), 110, 'right'),
        ],
        sql: `
SELECT
    ${say('title', 'toString(indicator)')} AS title_shown,
    ${periodLabel(say)} AS label,
    townships,
    complete,
    concat(toString(reported), '/', toString(expected)) AS coverage,
    toFloat64(100 * reported / greatest(expected, 1)) AS share,
    ${ago(since('updated_at'), say)} AS age,
    ${plainRow(16)}
FROM pennant.indicator_coverage
ORDER BY share, indicator`,
      }),
      table({
        title: say('被退回的记录 · 待处理 ${refused} 条', 'Refused records · ${refused} waiting'),
        description: say('按主题与原因；全文在 dead_letters', 'By topic and reason; the records are whole in dead_letters'),
        at: [14, 0, 10, 11],
        rows: 'sm',
        columns: [
          column.words('topic', say('主题', 'Topic'), 180),
          column.words('reason', say('原因', 'Reason'), 0),
          column.number('records', say('记录', 'Records'), 84),
          column.number('replayed', say('已重发', 'Sent again'), 94),
          column.words('age', say('最近', 'Last'), 110, 'right'),
        ],
        sql: `
SELECT topic, reason, count() AS records, countIf(replay = 'sent') AS replayed, ${ago(since('max(seen_at)'), say)} AS age, ${plainRow(16)}
FROM pennant.dead_letters
GROUP BY topic, reason
ORDER BY records DESC, topic, reason
LIMIT 50`,
      }),
      lines({
        title: say('退回走势 · 逐分钟', 'Refusals · by minute'),
        description: say('各主题每分钟被退回的记录数', 'Records refused each minute, by topic'),
        at: [14, 11, 10, 8],
        bars: true,
        name: 'topic',
        sql: `
SELECT toStartOfMinute(seen_at) AS time, toString(topic) AS topic, count() AS records
FROM pennant.dead_letters
WHERE $__timeFilter(seen_at)
GROUP BY time, topic
ORDER BY time, topic`,
      }),
      table({
        title: say('企业迟报与修订 · 近六个月', 'Late and revised filings · last six months'),
        description: say('首次报送晚于次月18日的企业数，最晚的一家晚几天，重新报送的企业数', 'Enterprises whose first filing came after the 18th of the next month, how late the last came, and how many filed again'),
        at: [14, 19, 10, 9],
        rows: 'sm',
        columns: [
          column.words('label', say('期间', 'Period'), 0),
          column.number('filed', say('已报', 'Filed'), 90),
          column.number('late', say('迟报', 'Late'), 90),
          column.number('share', say('迟报率', 'Late, %'), 100, 1, 'percent'),
          column.words('latest', say('最晚', 'Latest'), 100, 'right'),
          column.number('revised', say('修订', 'Revised'), 90),
        ],
        sql: `
SELECT
    concat(substring(period, 1, 4), ${quoted(say('年', ' '))}, ${periodLabel(say, label)}) AS label,
    filed,
    late,
    toFloat64(100 * late / filed) AS share,
    if(late = 0, '–', concat('+', toString(latest_days), ${quoted(say(' 天', ' d'))})) AS latest,
    revised,
    ${plainRow(16)}
FROM pennant.filing_punctuality
ORDER BY period DESC`,
      }),
    ],
  });
