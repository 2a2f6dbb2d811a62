import type { Dashboard } from '../../grafana.js';
import { named } from '../../indicators.js';
import type { Say } from '../../language.js';
import { barChart, bars } from '../../panels/bars.js';
import * as column from '../../panels/columns.js';
import { header } from '../../panels/header.js';
import { figures, smallTile, tile } from '../../panels/stat.js';
import { table } from '../../panels/table.js';
import { coverage, coverageOf, rounded, valueWithGrowth } from '../../sql/indicators.js';
import { ownRow, plainRow } from '../../sql/styles.js';
import { county, dayLabel, growthText, periodLabel, quoted, unit } from '../../sql/text.js';
import * as colours from '../../style/colours.js';
import { dashboard } from '../dashboard.js';
import { age, found, heading } from '../variables.js';

const receipts = quoted('retail-receipts');

/** The latest day that was told of the unit, 1970 where it has no receipts at all; and the same day a year before. */
const day = 'toDateOrZero(${day:singlequote})';
const dayBefore = `subtractYears(${day}, 1)`;

/** The figure of the year through that day, whatever its coverage: what is shown of the day says the coverage it has. */
const throughTheDay = `(SELECT * FROM pennant.indicators WHERE indicator = ${receipts} AND unit = ${unit} AND period = \${day:singlequote})`;

/** How many hours of the day are covered. */
const hoursCovered = `(SELECT max(hours) FROM pennant.retail_categories WHERE unit = ${unit} AND day = ${day})`;

/** Yuan in 万元, exactly rounded. */
const inTenThousands = (yuan: string, decimals = 2): string => `toFloat64(round(toDecimal128(${yuan}, 6) / 10000, ${decimals}))`;

/** Decimals of 万元 for bars, which may be of small shops. */
const wholeYuan = 4;

const ofTheDay = (which: string): string =>
  `hour >= toDateTime(${which}, 'Asia/Shanghai') AND hour < toDateTime(${which} + 1, 'Asia/Shanghai')`;

/** What was sold in an hour of the day and of the same day last year, in 万元. */
const hours = (say: Say): string => `
SELECT
    concat(leftPad(toString(of_day), 2, '0'), ${quoted(say('时', ':00'))}) AS label,
    before,
    now
FROM
(
    SELECT
        toHour(hour, 'Asia/Shanghai') AS of_day,
        ${inTenThousands(`sumIf(sales - refunds, hour < toDateTime(${day}, 'Asia/Shanghai'))`, wholeYuan)} AS before,
        ${inTenThousands(`sumIf(sales - refunds, hour >= toDateTime(${day}, 'Asia/Shanghai'))`, wholeYuan)} AS now
    FROM pennant.retail_sales_hourly
    WHERE unit = ${unit} AND ((${ofTheDay(day)}) OR (${ofTheDay(dayBefore)}))
    GROUP BY of_day
    ORDER BY of_day WITH FILL FROM 0 TO 24
)
WHERE \${day:singlequote} != ''
ORDER BY label`;

/** The day so far against the same hours of the same day a year before, by date as the chart beside it: of 29 February against the 28th. */
const today = (say: Say): string => `
SELECT
    toDateTime('2000-01-01 00:00:00', 'UTC') + toIntervalYear(step) AS time,
    concat(\${day_label:singlequote}, ' ', ${quoted(say('零售流水', 'receipts'))}, if(base > 0, '', ${quoted(say('（同比 –）', ' (growth –)'))})) AS title,
    if(step = 1, sold, if(base > 0, sold / (1 + toFloat64(round(toDecimal128(100 * (sold_exact - base), 10) / base, 1)) / 100), nan)) AS value
FROM
(
    SELECT
        sumIf(sales - refunds, hour >= toDateTime(${day}, 'Asia/Shanghai')) AS sold_exact,
        sumIf(sales - refunds, hour < toDateTime(${day}, 'Asia/Shanghai') AND toHour(hour, 'Asia/Shanghai') < ${hoursCovered}) AS base,
        ${inTenThousands('sold_exact')} AS sold
    FROM pennant.retail_sales_hourly
    WHERE unit = ${unit} AND ((${ofTheDay(day)}) OR (${ofTheDay(dayBefore)}))
    HAVING count() > 0
)
ARRAY JOIN [0, 1] AS step
ORDER BY time`;

/** A bar for each date; the 29th of a February before has none. */
const days = `
SELECT
    formatDateTime(shown, '%m-%d') AS label,
    ${inTenThousands('sumIf(sold, day != shown)', wholeYuan)} AS before,
    ${inTenThousands('sumIf(sold, day = shown)', wholeYuan)} AS now
FROM
(
    SELECT *, if(day > ${day} - 30, day, addYears(day, 1)) AS shown
    FROM pennant.retail_categories
    WHERE unit = ${unit}
        AND ((day > ${day} - 30 AND day <= ${day}) OR (addYears(day, 1) > ${day} - 30 AND addYears(day, 1) <= ${day} AND addYears(addYears(day, 1), -1) = day))
)
GROUP BY shown
ORDER BY shown`;

const categories = (say: Say): string => `
SELECT
    argMax(${say('category_name', 'toString(category)')}, day) AS name,
    ${inTenThousands('argMax(sold, day)')} AS sold_shown,
    ${inTenThousands('argMax(value, day)', 1)} AS value_shown,
    ${growthText('argMax(growth, day)', say)} AS growth_shown,
    arrayMap(p -> p.2, arraySort(groupArray((day, toFloat64(sold))))) AS trend,
    ${plainRow(22)}
FROM pennant.retail_categories
WHERE unit = ${unit} AND day > ${day} - 30 AND day <= ${day}
GROUP BY category
ORDER BY value_shown DESC
LIMIT 5`;

const townships = (say: Say): string => `
SELECT
    if(growth IS NULL, '–', toString(place)) AS place_shown,
    unit_name,
    ${rounded('10000 * value', 0)} AS value_shown,
    ${growthText('growth', say)} AS growth_shown,
    concat(toString(reported), '/', toString(expected)) AS stores,
    ${ownRow(22)}
FROM
(
    SELECT *, rank() OVER (ORDER BY growth DESC NULLS LAST) AS place
    FROM pennant.indicators
    WHERE indicator = ${receipts} AND length(unit) = 9 AND startsWith(unit, ${county}) AND period = \${day:singlequote}
)
ORDER BY place, unit
LIMIT 9`;

export const consumerRetail = (say: Say): Dashboard => {
  const small = say('suffix: 万元', 'suffix: 10k CNY');
  const base = say('上年同日', 'Last year');
  const stores = say(' 店', ' stores');
  return dashboard({
    uid: 'pennant-retail',
    title: say('消费零售', 'Consumer retail'),
    description: say('门店零售流水实时、逐日与分类', 'Receipts of stores by hour, day and category'),
    audience: 'wall',
    order: 5,
    variables: [
      ...heading(say, ['retail-receipts', 'retail-above-quota']),
      found('day', `SELECT max(period) FROM pennant.indicators WHERE indicator = ${receipts} AND unit = ${unit} AND length(period) = 10`),
      found('day_label', `SELECT if(\${day:singlequote} = '', '', ${dayLabel(day, say)})`),
      found('period_label', `SELECT ${periodLabel(say)} FROM ${throughTheDay}`),
      found('coverage_day', coverageOf(throughTheDay, say, stores)),
      found('coverage_receipts', coverage('retail-receipts', say, stores)),
      found('coverage_retail', coverage('retail-above-quota', say)),
      age('age_county', 'indicators', say, `indicator = ${receipts} AND startsWith(unit, ${county}) AND period = \${day:singlequote}`),
    ],
    panels: [
      header(say('消费零售 · 门店小票流水，非社零统计口径', 'Consumer retail · store receipts, not the official statistic'), say),
      tile({
        title: '${coverage_day}',
        description: say('当日零售流水净额，与上年同日同时比', 'Net receipts of the day, against the same hours last year'),
        at: [0, 2, 6, 6],
        unit: small,
        text: smallTile,
        sql: today(say),
      }),
      tile({
        title: '${coverage_receipts}',
        description: say('本年累计零售流水，与上年同日同时比', 'Receipts of the year, against the same day and hour last year'),
        at: [6, 2, 6, 6],
        unit: small,
        decimals: 1,
        text: smallTile,
        sql: valueWithGrowth('retail-receipts', say('流水', 'receipts'), 1, say, '10000 * value'),
      }),
      figures({
        title: '${day_label} · ${coverage_day}',
        description: say('当日小票张数，其中含退货', 'Number of receipts of the day, refunds among them'),
        at: [12, 2, 6, 6],
        text: { titleSize: 22, valueSize: 60 },
        unit: say('suffix: 张', 'none'),
        sql: `
SELECT concat(${quoted(say('小票，退货率 ', 'Receipts, refunded '))}, if(sum(sales) > 0, toDecimalString(round(100 * sum(refunds) / sum(sales), 1), 1), '0.0'), '%') AS name, sum(receipts) AS value
FROM pennant.retail_sales_hourly
WHERE unit = ${unit} AND ${ofTheDay(day)}
HAVING count() > 0`,
      }),
      tile({
        title: '${coverage_retail}',
        description: say('限额以上社会消费品零售额：企业报表口径', 'Retail sales of above-quota trade, as enterprises report'),
        at: [18, 2, 6, 6],
        unit: say('suffix: 亿元', 'suffix: 100M CNY'),
        text: smallTile,
        sql: valueWithGrowth('retail-above-quota', named('retail-above-quota', say), 2, say),
      }),
      barChart({
        title: say('逐时流水 · 万元 · ${day_label} · ${coverage_day}', 'By hour · 10k CNY · ${day_label} · ${coverage_day}'),
        description: say('当日逐时净额与上年同日', 'Net receipts by hour, and on the same day last year'),
        at: [0, 8, 12, 9],
        x: 'label',
        legend: true,
        decimals: 'auto',
        opacity: 100,
        labelSpacing: 60,
        overrides: [bars('before', base, colours.faint), bars('now', say('当日', 'The day'), colours.neutral)],
        sql: hours(say),
      }),
      table({
        title: say('分类 · ${unit_name} · ${period_label} · ${coverage_day}', 'By category · ${unit_name} · ${period_label} · ${coverage_day}'),
        description: say('各类商品当日与累计净额（万元）、累计同比、近30日走势', 'Net receipts of the day and year in 10k CNY, growth, and the last 30 days'),
        at: [12, 8, 12, 8],
        rows: 'sm',
        columns: [
          column.words('name', say('分类', 'Category'), 256),
          column.number('sold_shown', say('当日（万元）', 'Day, 10k'), 128, 2),
          column.number('value_shown', say('累计（万元）', 'Year, 10k'), 128, 1),
          column.change('growth_shown', say('累计同比', 'Growth'), 140),
          column.line('trend', say('近30日', '30 days'), 0),
        ],
        sql: categories(say),
      }),
      barChart({
        title: say('近30日流水 · 万元 · 至${day_label} · ${coverage_day}', 'Last 30 days · 10k CNY · to ${day_label} · ${coverage_day}'),
        description: say('逐日净额与上年同日', 'Net receipts by day, and on the same days last year'),
        at: [0, 17, 12, 10],
        x: 'label',
        legend: true,
        decimals: 'auto',
        opacity: 100,
        labelSpacing: 90,
        overrides: [bars('before', base, colours.faint), bars('now', say('本年', 'This year'), colours.neutral)],
        sql: days,
      }),
      table({
        title: say('${county_name}各镇街道 · 累计流水 · ${period_label} · ${age_county}', 'Units of ${county_name} · ${period_label} · ${age_county}'),
        description: say('累计零售流水（万元）、同比与有流水门店数', 'Receipts of the year in 10k CNY, growth, and stores that sold'),
        at: [12, 16, 12, 11],
        rows: 'sm',
        columns: [
          column.words('place_shown', say('名次', 'Place'), 64, 'center'),
          column.words('unit_name', say('单位', 'Unit'), 0),
          column.number('value_shown', say('累计（万元）', 'Year, 10k'), 160),
          column.change('growth_shown', say('同比', 'Growth'), 140),
          column.words('stores', say('门店', 'Stores'), 120, 'right'),
        ],
        sql: townships(say),
      }),
    ],
  });
};
