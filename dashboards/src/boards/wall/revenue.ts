import type { Dashboard } from '../../grafana.js';
import { named, nameOf } from '../../indicators.js';
import type { Say } from '../../language.js';
import { barChart, bars, namedBars } from '../../panels/bars.js';
import * as column from '../../panels/columns.js';
import { header } from '../../panels/header.js';
import { tile } from '../../panels/stat.js';
import { table } from '../../panels/table.js';
import { coverage, latest, rounded, valueWithGrowth } from '../../sql/indicators.js';
import { ownRow } from '../../sql/styles.js';
import { county, growthText, periodLabel, prefecture, quoted, unit } from '../../sql/text.js';
import * as colours from '../../style/colours.js';
import { dashboard } from '../dashboard.js';
import { age, found, heading } from '../variables.js';

const revenue = quoted('service-revenue');
const designated = quoted('service-revenue-designated');
const retail = quoted('retail-above-quota');

/** Trade above the quota is what service-revenue counts beside designated services: the difference of both years' exact sums. */
const trade = (say: Say): string => `
SELECT
    toDateTime('2000-01-01 00:00:00', 'UTC') + toIntervalYear(step) AS time,
    concat(${periodLabel(say)}, ' ', ${quoted(say('限上批零住餐营收', 'Above-quota trade'))}, if(growth IS NULL, ${quoted(say('（同比 –）', ' (growth –)'))}, '')) AS title,
    if(step = 1, ${rounded('value', 2)}, if(growth IS NULL, nan, ${rounded('value', 2)} / (1 + toFloat64(growth) / 100))) AS value
FROM
(
    SELECT
        any(period) AS period,
        any(period_label) AS period_label,
        sumIf(of_value, indicator = ${revenue}) - sumIf(of_value, indicator = ${designated}) AS value,
        sumIf(of_base, indicator = ${revenue}) - sumIf(of_base, indicator = ${designated}) AS base,
        if(base > 0, round(100 * (value - base) / base, 1), NULL) AS growth
    FROM
    (
        SELECT indicator, period, period_label, value AS of_value, base AS of_base
        FROM pennant.indicators
        WHERE indicator IN (${revenue}, ${designated}) AND unit = ${unit} AND period = \${period:singlequote}
    )
    HAVING count() = 2
)
ARRAY JOIN [0, 1] AS step
ORDER BY time`;

/** The periods of the year that the latest figure belongs to. */
const thisYear = `substring(period, 1, 4) = (SELECT substring(any(period), 1, 4) FROM ${latest('service-revenue')})`;

/** Units of the county by growth, with the points that each gives to the growth of the county. */
const townships = (say: Say): string => `
WITH (SELECT any(base) FROM pennant.indicators WHERE indicator = ${revenue} AND unit = ${county} AND period = \${period:singlequote}) AS county_base
SELECT
    if(growth IS NULL, '–', toString(place)) AS place_shown,
    unit_name,
    ${rounded('value', 2)} AS value_shown,
    ${growthText('growth', say)} AS growth_shown,
    if(base IS NULL OR ifNull(county_base, 0) <= 0, '–', concat(if(value < base, '▼', '▲'), toDecimalString(abs(round(100 * (value - base) / county_base, 1)), 1), ${quoted(say('点', ' pt'))})) AS pull,
    concat(toString(reported), '/', toString(expected)) AS coverage,
    toFloat64(100 * reported / greatest(expected, 1)) AS coverage_share,
    ${ownRow(24)}
FROM
(
    SELECT *, rank() OVER (ORDER BY growth DESC NULLS LAST) AS place
    FROM pennant.indicators
    WHERE indicator = ${revenue} AND length(unit) = 9 AND startsWith(unit, ${county}) AND period = \${period:singlequote}
)
ORDER BY place, unit
LIMIT 9`;

export const enterpriseRevenue = (say: Say): Dashboard => {
  const money = say('suffix: 亿元', 'suffix: 100M CNY');
  return dashboard({
    uid: 'pennant-revenue',
    title: say('企业营收', 'Enterprise revenue'),
    description: say('规限上企业营业收入：增速、构成、填报进度', 'Revenue of the enterprises on the rosters: growth, parts, reporting'),
    audience: 'wall',
    order: 4,
    variables: [
      ...heading(say, ['service-revenue', 'service-revenue-designated', 'retail-above-quota']),
      found('coverage_revenue', coverage('service-revenue', say)),
      found('coverage_designated', coverage('service-revenue-designated', say)),
      found('coverage_retail', coverage('retail-above-quota', say)),
      found('period', `SELECT any(period) FROM ${latest('service-revenue')}`),
      found('period_label', `SELECT ${periodLabel(say)} FROM ${latest('service-revenue')}`),
      age('age_county', 'indicators', say, `indicator = ${revenue} AND period = \${period:singlequote} AND startsWith(unit, ${county})`),
    ],
    panels: [
      header(say('企业营收 · 可比口径', 'Enterprise revenue · comparable'), say),
      tile({
        title: '${coverage_revenue}',
        description: say('规上服务业与限上批零住餐企业累计营业收入', 'Cumulative revenue of designated services and above-quota trade'),
        at: [0, 2, 6, 7],
        unit: money,
        sql: valueWithGrowth('service-revenue', named('service-revenue', say), 2, say),
      }),
      tile({
        title: '${coverage_designated}',
        description: say('规上服务业企业累计营业收入', 'Cumulative revenue of designated services'),
        at: [6, 2, 6, 7],
        unit: money,
        sql: valueWithGrowth('service-revenue-designated', named('service-revenue-designated', say), 2, say),
      }),
      tile({
        title: '${coverage_revenue}',
        description: say('限上批零住餐企业累计营业收入：前两项之差', 'Cumulative revenue of above-quota trade: the difference of the two'),
        at: [12, 2, 6, 7],
        unit: money,
        sql: trade(say),
      }),
      tile({
        title: '${coverage_retail}',
        description: say('限额以上社会消费品零售额', 'Retail sales of above-quota trade'),
        at: [18, 2, 6, 7],
        unit: money,
        sql: valueWithGrowth('retail-above-quota', named('retail-above-quota', say), 2, say),
      }),
      barChart({
        title: say('累计增速 · 规限上服务业营收，% · ${coverage_revenue}', 'Cumulative growth, % · ${coverage_revenue}'),
        description: say('本年各期累计同比：本单位、所在县市、全市', 'Growth of every period of the year: the unit, its county, the prefecture'),
        at: [0, 9, 12, 9],
        x: 'label',
        legend: true,
        decimals: 0,
        unit: 'none',
        opacity: 100,
        overrides: [
          bars('own', '${unit_name}', colours.gold),
          bars('county', '${county_name}', colours.neutral),
          bars('prefecture', say('嘉兴市', 'Jiaxing'), colours.faint),
        ],
        sql: `
SELECT
    any(${periodLabel(say)}) AS label,
    anyIf(toFloat64(growth), unit = ${unit}) AS own,
    anyIf(toFloat64(growth), unit = ${county}) AS county,
    anyIf(toFloat64(growth), unit = ${prefecture}) AS prefecture
FROM pennant.indicators
WHERE indicator = ${revenue} AND unit IN (${unit}, ${county}, ${prefecture}) AND 2 * reported >= expected AND ${thisYear}
GROUP BY period
ORDER BY period`,
      }),
      table({
        title: say('${county_name}各镇街道 · 按增速 · ${period_label} · ${age_county}', 'Units of ${county_name} · by growth · ${period_label} · ${age_county}'),
        description: say(
          '规限上服务业营收：名次、数值、同比、对全县增速的拉动、填报进度',
          'Place, value, growth, points given to the growth of the county, reporting',
        ),
        at: [12, 9, 12, 14],
        columns: [
          column.words('place_shown', say('名次', 'Place'), 64, 'center'),
          column.words('unit_name', say('单位', 'Unit'), 130),
          column.number('value_shown', say('营收（亿元）', '100M CNY'), 132, 2),
          column.change('growth_shown', say('同比', 'Growth'), 120),
          column.change('pull', say('拉动', 'Pull'), 112),
          column.words('coverage', say('已报', 'Reported'), 126, 'right'),
          column.bar('coverage_share', '', 0, 100, 'percent'),
        ],
        sql: townships(say),
      }),
      barChart({
        title: say('累计营收与上年同期 · 亿元 · ${coverage_revenue}', 'Revenue and last year · 100M CNY · ${coverage_revenue}'),
        description: say('各期累计营业收入与同一批企业的上年同期', 'Cumulative revenue by period, and that of the same enterprises last year'),
        at: [0, 18, 12, 9],
        x: 'label',
        legend: true,
        opacity: 100,
        min: 0,
        overrides: [
          bars('base', say('上年同期', 'Last year'), colours.faint),
          bars('value', say('本年', 'This year'), colours.neutral),
        ],
        sql: `
SELECT ${periodLabel(say)} AS label, toFloat64(base) AS base, toFloat64(value) AS value
FROM pennant.indicators
WHERE indicator = ${revenue} AND unit = ${unit} AND 2 * reported >= expected AND ${thisYear}
ORDER BY period`,
      }),
      namedBars({
        title: say('填报进度 · 最新一期 · ${coverage_revenue}', 'Reporting · newest period · ${coverage_revenue}'),
        description: say('最新一期在库企业已报的比例', 'The share of the rosters that has reported the newest period'),
        at: [12, 23, 12, 4],
        unit: 'percent',
        decimals: 0,
        max: 100,
        sql: `
SELECT
    concat(${nameOf(say)}, '　', ${periodLabel(say)}, ' ', toString(reported), '/', toString(expected)) AS name,
    toFloat64(100 * reported / greatest(expected, 1)) AS value
FROM (SELECT * FROM pennant.indicators WHERE indicator IN (${designated}, ${retail}) AND unit = ${unit} ORDER BY period DESC LIMIT 1 BY indicator)
ORDER BY indicator`,
      }),
    ],
  });
};
