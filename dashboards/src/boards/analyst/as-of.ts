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

const moment = (name: string): string => `parseDateTime64BestEffort(\${${name}:singlequote}, 3, 'Asia/Shanghai')`;

/** Whether a version was shown at a moment: it had begun and was not replaced. */
const shownAt = (at: string): string => `valid_from <= ${at} AND (valid_to IS NULL OR valid_to > ${at})`;

/** What a unit's version of one of the two moments says; where none was shown, that it is not there. */
const figures = (name: string): string =>
  ['value', 'growth', 'growth_kind', 'reported', 'expected'].map(figure => `anyIf(${figure}, of_${name}) AS ${name}_${figure}`).join(', ') +
  `, countIf(of_${name}) > 0 AS ${name}_there`;

const growth = (name: string, say: Say): string => growthText(`${name}_growth`, say, `${name}_growth_kind`);

const coverage = (name: string): string => `concat(toString(${name}_reported), '/', toString(${name}_expected))`;

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
if(NOT before_there OR NOT now_there, '–',
    if(now_value = before_value, '–', concat(if(now_value > before_value, '▲', '▼'), toDecimalString(abs(round(now_value - before_value, 4)), 4))))`;

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
    unit_name,
    if(before_there, toFloat64(round(before_value, 4)), NULL) AS value_before,
    if(before_there, ${growth('before', say)}, '–') AS growth_before,
    if(before_there, ${coverage('before')}, '–') AS coverage_before,
    if(now_there, toFloat64(round(now_value, 4)), NULL) AS value_now,
    if(now_there, ${growth('now', say)}, '–') AS growth_now,
    if(now_there, ${coverage('now')}, '–') AS coverage_now,
    ${difference} AS difference,
    ${plainRow(16)}
FROM
(
    SELECT unit, any(unit_name) AS unit_name, ${figures('before')}, ${figures('now')}
    FROM (SELECT *, ${shownAt(moment('before'))} AS of_before, ${shownAt(moment('now'))} AS of_now FROM ${history} WHERE ${key})
    WHERE of_before OR of_now
    GROUP BY unit
)
ORDER BY unit`,
      }),
    ],
  });
