import type { Dashboard } from '../../grafana.js';
import type { Say } from '../../language.js';
import { barChart, bars } from '../../panels/bars.js';
import * as column from '../../panels/columns.js';
import { table } from '../../panels/table.js';
import { ownRow, plainRow } from '../../sql/styles.js';
import { county, growthText, periodLabel, prefecture, quoted, unit } from '../../sql/text.js';
import * as colours from '../../style/colours.js';
import { dashboard } from '../dashboard.js';
import { choice, found, unitChoice } from '../variables.js';

const indicator = '${indicator:singlequote}';
const period = '${period:singlequote}';
const figures = `pennant.indicators WHERE indicator = ${indicator}`;
const number = (value: string): string => `toFloat64(round(${value}, 4))`;

export const indicatorChoice = (say: Say, where: string) =>
  choice({
    name: 'indicator',
    label: say('指标', 'Indicator'),
    query: `SELECT indicator, any(title) FROM pennant.indicators WHERE ${where} GROUP BY indicator ORDER BY indicator`,
    value: 'service-revenue',
    text: say('规限上服务业营收', 'service-revenue'),
  });

/** What the figure means, and the figure as it stands, line by line. */
const card = (say: Say): string => {
  const line = (chinese: string, english: string, value: string): string => `(${quoted(say(chinese, english))}, ${value})`;
  return `
SELECT line.1 AS name, line.2 AS content, ${plainRow(18)}
FROM (SELECT * FROM ${figures} AND unit = ${unit} AND period = ${period}) AS i
LEFT JOIN pennant.indicator_cards AS c ON c.indicator = i.indicator
ARRAY JOIN [
    ${[
      line('指标', 'Indicator', say('c.title', 'c.title_en')),
      line('含义', 'Meaning', 'c.meaning'),
      line('期间', 'Period', periodLabel(say, 'i.period_label', 'i.period')),
      line('数值', 'Value', "concat(toString(i.value), ' ', i.measure)"),
      line('上年同期', 'Base', "if(i.base IS NULL, '–', concat(toString(i.base), ' ', i.measure))"),
      line('同比', 'Growth', growthText('i.growth', say, 'i.growth_kind')),
      line('覆盖', 'Coverage', "concat(toString(i.reported), ' / ', toString(i.expected))"),
      line('状态', 'Status', `concat(transform(toString(i.status), ['provisional', 'complete'], [${quoted(say('未齐', 'provisional'))}, ${quoted(say('已齐', 'complete'))}], toString(i.status)), if(i.synthetic, ${quoted(say('，演示数据', ', demo data'))}, ''))`),
      line('依据', 'Source', "if(c.sourced = '', '–', c.sourced)"),
      line('假定', 'Assumed', "if(c.assumed = '', '–', c.assumed)"),
      line('更新', 'Updated', "formatDateTime(i.updated_at, '%Y-%m-%d %H:%i:%S', 'Asia/Shanghai')"),
    ].join(',\n    ')}
] AS line`;
};

export const unitDrillDown = (say: Say): Dashboard =>
  dashboard({
    uid: 'pennant-unit',
    title: say('单位下钻', 'Unit drill-down'),
    description: say('一个单位一项指标：定义、各期、构成、修订', 'One indicator of one unit: definition, periods, parts, revisions'),
    audience: 'analyst',
    order: 21,
    variables: [
      unitChoice(say),
      indicatorChoice(say, `unit = ${unit}`),
      choice({
        name: 'period',
        label: say('期间', 'Period'),
        query: `SELECT period, any(${periodLabel(say)}) FROM ${figures} AND unit = ${unit} GROUP BY period ORDER BY period DESC LIMIT 500`,
      }),
      found('unit_name', `SELECT any(unit_name) FROM ${figures} AND unit = ${unit}`),
      found('title', `SELECT any(${say('title', 'toString(indicator)')}) FROM ${figures} AND unit = ${unit}`),
    ],
    panels: [
      table({
        title: say('定义与数值 · ${unit_name} · ${title}', 'Definition and figure · ${unit_name} · ${title}'),
        description: say('指标含义、期间、口径、覆盖与来源', 'Meaning, period, base, coverage and source of the figure'),
        at: [0, 0, 10, 14],
        rows: 'sm',
        columns: [column.words('name', say('项目', 'Item'), 110), column.words('content', say('内容', 'Content'), 0)],
        sql: card(say),
      }),
      barChart({
        title: say('各期同比 · ${title}', 'Growth by period · ${title}'),
        description: say('本单位、所在县市、全市各期同比', 'Growth of the unit, its county and the prefecture'),
        at: [10, 0, 14, 14],
        x: 'label',
        legend: true,
        decimals: 1,
        opacity: 100,
        labelSpacing: 90,
        overrides: [
          bars('own', '${unit_name}', colours.gold),
          bars('county', say('县市区', 'County'), colours.neutral),
          bars('prefecture', say('全市', 'Prefecture'), colours.faint),
        ],
        sql: `
SELECT
    period AS label,
    anyIf(toFloat64(growth), unit = ${unit}) AS own,
    anyIf(toFloat64(growth), unit = ${county}) AS county,
    anyIf(toFloat64(growth), unit = ${prefecture}) AS prefecture
FROM (SELECT * FROM ${figures} AND unit IN (${unit}, ${county}, ${prefecture}) AND length(period) = length(${period}) ORDER BY period DESC LIMIT 90)
GROUP BY period
ORDER BY period`,
      }),
      table({
        title: say('各期 · ${unit_name} · ${title}', 'Periods · ${unit_name} · ${title}'),
        description: say('各期数值、上年同期、同比与覆盖', 'Value, base, growth and coverage of every period'),
        at: [0, 14, 10, 14],
        rows: 'sm',
        columns: [
          column.words('label', say('期间', 'Period'), 0),
          column.number('value_shown', say('数值', 'Value'), 130, 4),
          column.number('base_shown', say('上年同期', 'Base'), 130, 4),
          column.change('growth_shown', say('同比', 'Growth'), 110),
          column.words('coverage', say('覆盖', 'Coverage'), 110, 'right'),
        ],
        sql: `
SELECT concat(period, ' ', ${periodLabel(say)}) AS label, ${number('value')} AS value_shown, ${number('base')} AS base_shown,
    ${growthText('growth', say, 'growth_kind')} AS growth_shown, concat(toString(reported), '/', toString(expected)) AS coverage, ${plainRow(16)}
FROM ${figures} AND unit = ${unit}
ORDER BY period DESC
LIMIT 200`,
      }),
      table({
        title: say('构成 · 各镇街道对全县的拉动 · ${period}', 'Parts · points given to the county · ${period}'),
        description: say('县内各单位的数值、同比与对全县增速的拉动', 'Value and growth of the units of the county, and the points each gives to its growth'),
        at: [10, 14, 7, 14],
        rows: 'sm',
        columns: [
          column.words('unit_name', say('单位', 'Unit'), 0),
          column.number('value_shown', say('数值', 'Value'), 110, 2),
          column.change('growth_shown', say('同比', 'Growth'), 100),
          column.change('pull', say('拉动', 'Pull'), 100),
        ],
        sql: `
SELECT unit_name, toFloat64(round(value, 2)) AS value_shown, ${growthText('growth', say, 'growth_kind')} AS growth_shown,
    if(base IS NULL OR ifNull(county_base, 0) <= 0, '–', concat(if(value < base, '▼', '▲'), toDecimalString(abs(round(100 * (value - base) / county_base, 2)), 2))) AS pull, ${ownRow(16)}
FROM (SELECT *, maxIf(base, unit = ${county}) OVER () AS county_base FROM ${figures} AND startsWith(unit, ${county}) AND period = ${period})
WHERE length(unit) = 9
ORDER BY value DESC, unit`,
      }),
      table({
        title: say('修订 · ${unit_name} · ${period}', 'Revisions · ${unit_name} · ${period}'),
        description: say('这一期的每一个版本，及其在屏上的时间', 'Every version of the figure, and when it was the one shown'),
        at: [17, 14, 7, 14],
        rows: 'sm',
        columns: [
          column.words('shown_from', say('起', 'From'), 0),
          column.number('value_shown', say('数值', 'Value'), 120, 4),
          column.change('growth_shown', say('同比', 'Growth'), 100),
          column.words('coverage', say('覆盖', 'Coverage'), 100, 'right'),
        ],
        sql: `
SELECT formatDateTime(valid_from, '%m-%d %H:%i:%S', 'Asia/Shanghai') AS shown_from, ${number('value')} AS value_shown,
    ${growthText('growth', say, 'growth_kind')} AS growth_shown, concat(toString(reported), '/', toString(expected)) AS coverage, ${plainRow(16)}
FROM pennant.indicators_history
WHERE indicator = ${indicator} AND unit = ${unit} AND period = ${period}
ORDER BY valid_from DESC
LIMIT 100`,
      }),
    ],
  });
