import type { Dashboard } from '../../grafana.js';
import type { Say } from '../../language.js';
import * as column from '../../panels/columns.js';
import { table } from '../../panels/table.js';
import { plainRow } from '../../sql/styles.js';
import { growthText, periodLabel } from '../../sql/text.js';
import { dashboard } from '../dashboard.js';
import { choice } from '../variables.js';
import { indicatorChoice } from './unit.js';

const key = 'indicator = ${indicator:singlequote} AND period = ${period:singlequote}';
const history = 'pennant.indicators_history';

/** The figures that were shown at a moment: the versions that had begun and were not replaced. */
const shownAt = (moment: string): string =>
  `(SELECT * FROM ${history} WHERE ${key} AND valid_from <= ${moment} AND (valid_to IS NULL OR valid_to > ${moment}))`;

const moment = (name: string): string => `parseDateTime64BestEffort(\${${name}:singlequote}, 3, 'Asia/Shanghai')`;

/** The moments at which figures of the period changed, by the second. */
const moments = (order: string): string => `
SELECT shown FROM
(
    SELECT DISTINCT formatDateTime(toStartOfSecond(valid_from) + INTERVAL 1 SECOND, '%Y-%m-%d %H:%i:%S', 'Asia/Shanghai') AS shown
    FROM ${history}
    WHERE ${key}
)
ORDER BY shown ${order}
LIMIT 500`;

const difference = `
if(before.unit = '' OR now.unit = '', '–',
    if(now.value = before.value, '–', concat(if(now.value > before.value, '▲', '▼'), toDecimalString(abs(round(now.value - before.value, 4)), 4))))`;

export const asOfComparison = (say: Say): Dashboard =>
  dashboard({
    uid: 'pennant-as-of',
    title: say('两个时点对比', 'As-of comparison'),
    description: say('同一指标同一期在两个时点的数值', 'The same figures as they were shown at two moments'),
    audience: 'analyst',
    order: 23,
    variables: [
      indicatorChoice(say, "startsWith(unit, '3304') AND length(unit) = 6"),
      choice({
        name: 'period',
        label: say('期间', 'Period'),
        query: `SELECT period, any(${periodLabel(say)}) FROM pennant.indicators WHERE indicator = \${indicator:singlequote} GROUP BY period ORDER BY period DESC LIMIT 500`,
      }),
      choice({ name: 'before', label: say('时点一', 'First moment'), query: moments('ASC') }),
      choice({ name: 'now', label: say('时点二', 'Second moment'), query: moments('DESC') }),
    ],
    panels: [
      table({
        title: say('各单位 · ${before} 与 ${now}', 'Units · ${before} and ${now}'),
        description: say('两个时点的数值、同比与覆盖，及其差', 'Value, growth and coverage at both moments, and the difference'),
        at: [0, 0, 24, 28],
        rows: 'sm',
        columns: [
          column.words('unit_name', say('单位', 'Unit'), 260),
          column.number('value_before', say('数值（一）', 'Value (1)'), 240, 4),
          column.change('growth_before', say('同比（一）', 'Growth (1)'), 190),
          column.words('coverage_before', say('覆盖（一）', 'Coverage (1)'), 200, 'right'),
          column.number('value_now', say('数值（二）', 'Value (2)'), 240, 4),
          column.change('growth_now', say('同比（二）', 'Growth (2)'), 190),
          column.words('coverage_now', say('覆盖（二）', 'Coverage (2)'), 200, 'right'),
          column.change('difference', say('数值之差', 'Difference'), 0),
        ],
        sql: `
SELECT
    if(now.unit = '', before.unit_name, now.unit_name) AS unit_name,
    if(before.unit = '', NULL, toFloat64(round(before.value, 4))) AS value_before,
    if(before.unit = '', '–', ${growthText('before.growth', say, 'before.growth_kind')}) AS growth_before,
    if(before.unit = '', '–', concat(toString(before.reported), '/', toString(before.expected))) AS coverage_before,
    if(now.unit = '', NULL, toFloat64(round(now.value, 4))) AS value_now,
    if(now.unit = '', '–', ${growthText('now.growth', say, 'now.growth_kind')}) AS growth_now,
    if(now.unit = '', '–', concat(toString(now.reported), '/', toString(now.expected))) AS coverage_now,
    ${difference} AS difference,
    ${plainRow(16)}
FROM ${shownAt(moment('now'))} AS now
FULL JOIN ${shownAt(moment('before'))} AS before ON before.unit = now.unit
ORDER BY if(now.unit = '', before.unit, now.unit)`,
      }),
    ],
  });
