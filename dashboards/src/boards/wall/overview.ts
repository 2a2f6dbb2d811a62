import { matching, type Dashboard } from '../../grafana.js';
import { named, nameOf, ofTheAir, type Indicator } from '../../indicators.js';
import type { Say } from '../../language.js';
import { ring } from '../../panels/gauge.js';
import { header } from '../../panels/header.js';
import * as column from '../../panels/columns.js';
import { places, tile } from '../../panels/stat.js';
import { table } from '../../panels/table.js';
import { settings } from '../../settings.js';
import { alertsOf, levelChips } from '../../sql/alerts.js';
import { airFigures, goodDays, latestAir } from '../../sql/air.js';
import { coverage, valueWithGrowth } from '../../sql/indicators.js';
import { plainRow } from '../../sql/styles.js';
import { county, growthText, moveText, periodLabel, prefecture, quoted, unit } from '../../sql/text.js';
import { dashboard } from '../dashboard.js';
import { age, found, heading } from '../variables.js';

const compared: readonly Indicator[] = [
  'service-revenue',
  'service-revenue-designated',
  'service-value-added',
  'retail-above-quota',
  'service-tax-share',
];

/** Growth of the unit beside its county and prefecture; of a share its level. The line runs through the periods of the year: that of its revenue, or where it has none the latest. */
const comparison = (say: Say): string => {
  const shown = compared.map(quoted).join(', ');
  return `
SELECT
    any(name) AS name,
    anyIf(label, unit = ${unit}) AS period,
    anyIf(trend, unit = ${unit}) AS trend,
    anyIf(shown, unit = ${unit}) AS own,
    if(countIf(unit = ${county}) = 0, '–', anyIf(shown, unit = ${county})) AS county,
    if(countIf(unit = ${prefecture}) = 0, '–', anyIf(shown, unit = ${prefecture})) AS prefecture,
    ${plainRow(24)}
FROM
(
    SELECT
        indicator,
        unit,
        any(${nameOf(say)}) AS name,
        argMax(${periodLabel(say)}, period) AS label,
        arrayMap(p -> p.2, arraySort(groupArrayIf((period, toFloat64(if(measure = '%', value, growth))), measure = '%' OR growth IS NOT NULL))) AS trend,
        argMax(if(measure = '%', concat(toDecimalString(round(value, 1), 1), '%'), ${growthText('growth', say)}), period) AS shown
    FROM
    (
        SELECT *, substring(period, 1, 4) AS year, maxIf(year, unit = ${unit}) OVER () AS latest_year, maxIf(year, indicator = 'service-revenue' AND unit = ${unit}) OVER () AS revenue_year,
            if(revenue_year = '', latest_year, revenue_year) AS shown_year
        FROM pennant.indicators
        WHERE indicator IN (${shown}) AND unit IN (${unit}, ${county}, ${prefecture}) AND 2 * reported >= expected AND length(period) = 7
    )
    WHERE year = shown_year
    GROUP BY indicator, unit
)
GROUP BY indicator
HAVING countIf(unit = ${unit}) > 0
ORDER BY indexOf([${shown}], indicator)`;
};

export const overview = (say: Say): Dashboard => {
  const money = say('suffix: 亿元', 'suffix: 100M CNY');
  return dashboard({
    uid: 'pennant-overview',
    title: say('总览', 'Overview'),
    description: say('镇街道主要指标、竞赛名次、空气质量和预警', 'Main figures, places, air and alerts of a unit'),
    audience: 'wall',
    order: 1,
    variables: [
      ...heading(say, [...compared, ...ofTheAir]),
      found('coverage_revenue', coverage('service-revenue', say)),
      found('coverage_designated', coverage('service-revenue-designated', say)),
      found('coverage_retail', coverage('retail-above-quota', say)),
      age('age_value_added', 'indicators', say, `indicator = 'service-value-added' AND unit = ${unit}`),
      found('coverage_air', latestAir(say)),
      age('age_standings', 'standings', say, `unit = ${unit}`),
      age('age_alerts', 'alerts', say),
      found(
        'firing',
        `SELECT toString(count()) FROM pennant.alerts WHERE state = 'firing' AND startsWith(unit, ${county})`,
      ),
    ],
    panels: [
      header(say('总览', 'Overview'), say),
      tile({
        title: '${coverage_revenue}',
        description: say(
          '规模以上服务业与限额以上批零住餐企业累计营业收入，可比口径',
          'Revenue of designated services and above-quota trade, comparable enterprises',
        ),
        at: [0, 2, 6, 7],
        unit: money,
        sql: valueWithGrowth('service-revenue', named('service-revenue', say), 2, say),
      }),
      tile({
        title: '${coverage_designated}',
        description: say('规模以上服务业企业累计营业收入，可比口径', 'Revenue of designated services, comparable enterprises'),
        at: [6, 2, 6, 7],
        unit: money,
        sql: valueWithGrowth('service-revenue-designated', named('service-revenue-designated', say), 2, say),
      }),
      tile({
        title: say('统计部门报送 · ${age_value_added}', 'Reported by the bureau · ${age_value_added}'),
        description: say('服务业增加值，增速按不变价', 'Value added of services, growth at constant prices'),
        at: [12, 2, 6, 7],
        unit: money,
        decimals: 1,
        sql: valueWithGrowth('service-value-added', named('service-value-added', say), 1, say),
      }),
      tile({
        title: '${coverage_retail}',
        description: say('限额以上社会消费品零售额，可比口径', 'Retail sales of above-quota trade, comparable enterprises'),
        at: [18, 2, 6, 7],
        unit: money,
        sql: valueWithGrowth('retail-above-quota', named('retail-above-quota', say), 2, say),
      }),
      places({
        title: say(
          '服务业竞赛名次 · 嘉兴市 · 各期 · ${age_standings}',
          'Service race · Jiaxing · by period · ${age_standings}',
        ),
        description: say('嘉兴市镇街道服务业竞赛各期名次；前三名为金色', 'Places in the service race of Jiaxing; the first three in gold'),
        at: [0, 9, 8, 9],
        sql: `
SELECT name, value
FROM
(
    SELECT period, concat(${periodLabel(say)}, if(ifNull(movement, 0) = 0, '', concat(' ', ${moveText()}))) AS name, rank AS value
    FROM pennant.standings
    WHERE unit = ${unit} AND competition = ${quoted(settings.serviceRace)} AND rank IS NOT NULL
    ORDER BY period DESC
    LIMIT 3
)
ORDER BY period`,
      }),
      places({
        title: say('十项指标名次 · 本期 · ${age_standings}', 'Indicators · period · ${age_standings}'),
        description: say('“十项指标”红旗赛最近一期名次；前三名为金色', 'Latest place in the race of ten indicators; the first three in gold'),
        at: [8, 9, 4, 9],
        sql: `
SELECT ${periodLabel(say)} AS name, rank AS value
FROM pennant.standings
WHERE unit = ${unit} AND competition = ${quoted(settings.tenIndicators)} AND rank IS NOT NULL
ORDER BY period DESC
LIMIT 1`,
      }),
      table({
        title: say('对比${county_name}、嘉兴市 · 累计同比 · ${coverage_revenue}', 'Beside ${county_name} and Jiaxing · cumulative growth · ${coverage_revenue}'),
        description: say(
          '各指标最近一期累计增速；占比一行为水平值；走势为本年各期',
          'Cumulative growth of the latest period; of a share its level; the line runs through the periods of the year',
        ),
        at: [12, 9, 12, 9],
        columns: [
          column.words('name', say('指标', 'Indicator'), say(244, 304)),
          column.words('period', say('期间', 'Period'), 112),
          column.line('trend', say('走势', 'Trend'), 0),
          column.change('own', '${unit_name}', 130),
          column.change('county', '${county_name}', 126),
          column.change('prefecture', say('嘉兴市', 'Jiaxing'), 126),
        ],
        sql: comparison(say),
      }),
      ring({
        title: '${coverage_air}',
        description: say('优良天数占有效天数的比例；差值为百分点', 'Good days in all valid days; the difference in points'),
        at: [0, 18, 4, 9],
        titleSize: 22,
        valueSize: 64,
        sql: goodDays(say),
      }),
      tile({
        title: '${coverage_air}',
        description: say('PM2.5 平均浓度与综合指数；同比按修约后的数值', 'Mean of PM2.5 and composite index; growth of the rounded values'),
        at: [4, 18, 8, 9],
        unit: 'suffix: µg/m³',
        decimals: 0,
        text: { titleSize: 26, valueSize: 72, percentSize: 40 },
        overrides: [matching(named('air-composite', say), { unit: 'none', decimals: 2 })],
        sql: airFigures({ pm2_5: named('air-pm25', say), composite: named('air-composite', say) }, say),
      }),
      table({
        title: say('当前预警 · ${county_name} · 各期 ${firing} 条未解除 · ${age_alerts}', 'Alerts · ${county_name} · ${firing} firing, by period · ${age_alerts}'),
        description: say('未解除的预警，重者在前', 'Alerts that are firing, the gravest first'),
        at: [12, 18, 12, 9],
        columns: [
          column.chip('level_name', say('级别', 'Level'), say(64, 114), levelChips(say)),
          column.words('unit_name', say('单位', 'Unit'), 126),
          column.sentence('sentence', say('内容', 'Message')),
          column.words('since_day', say('起始', 'Since'), 90, 'right'),
        ],
        sql: alertsOf(say, `state = 'firing' AND startsWith(unit, ${county})`, 5, say(22, 20)),
      }),
    ],
  });
};
