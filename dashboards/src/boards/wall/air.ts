import type { Dashboard } from '../../grafana.js';
import { named, ofTheAir } from '../../indicators.js';
import type { Say } from '../../language.js';
import { barChart, bars, namedBars } from '../../panels/bars.js';
import * as column from '../../panels/columns.js';
import { ring } from '../../panels/gauge.js';
import { header } from '../../panels/header.js';
import { smallTile, tile } from '../../panels/stat.js';
import { table } from '../../panels/table.js';
import { airFigures, goodDays, latestAir, levelChip, levelName, pollutants } from '../../sql/air.js';
import { ownRow } from '../../sql/styles.js';
import { county, dayLabel, growthText, quoted, unit } from '../../sql/text.js';
import * as colours from '../../style/colours.js';
import { dashboard } from '../dashboard.js';
import { age, found, heading } from '../variables.js';

const here = `length(unit) = 9 AND startsWith(unit, ${county})`;

/** The last hour that was told of the unit, 1970 where there is none. */
const lastHour = 'toDateTimeOrZero(${hour:singlequote}, \'Asia/Shanghai\')';
const yearToDate = `(SELECT * FROM pennant.air_year_to_date WHERE ${here})`;

/** The composite index of the units, the lowest first. */
const ranking = (say: Say): string => `
SELECT
    if(place <= 3, '⚑', ' ') AS flag,
    place,
    unit_name,
    toFloat64(composite) AS composite_shown,
    ${growthText('composite_growth', say)} AS composite_change,
    toFloat64(good_share) AS good_shown,
    ${growthText('good_share_growth', say, `'points'`)} AS good_change,
    pm2_5,
    ${growthText('pm2_5_growth', say)} AS pm2_5_change,
    o3,
    valid_days,
    ${ownRow(22)}
FROM (SELECT *, rank() OVER (ORDER BY composite) AS place FROM ${yearToDate} WHERE composite IS NOT NULL)
ORDER BY place, unit
LIMIT 9`;

export const airQuality = (say: Say): Dashboard => {
  const levels = colours.airLevels.map(({ level, english, colour }, index) =>
    bars(`days_${index + 1}`, say(level, english), colour),
  );
  const days = 'days_1, days_2, days_3, days_4, days_5, days_6';
  return dashboard({
    uid: 'pennant-air',
    title: say('空气质量', 'Air quality'),
    description: say('各镇街道实时 AQI、累计优良率与综合指数', 'AQI now, good days and composite index of the units'),
    audience: 'wall',
    order: 6,
    variables: [
      ...heading(say, ofTheAir),
      found('coverage_air', latestAir(say)),
      found(
        'hour',
        `SELECT formatDateTime(max(hour), '%Y-%m-%d %H:%i:%S', 'Asia/Shanghai') FROM pennant.air_hours WHERE station = '' AND unit = ${unit} AND aqi IS NOT NULL AND day >= (SELECT max(day) - 1 FROM pennant.air_days WHERE station = '' AND unit = ${unit}) HAVING count() > 0`,
      ),
      found('hour_label', `SELECT if(\${hour:singlequote} = '', '', formatDateTime(${lastHour}, ${quoted(say('%m-%d %H时', '%m-%d %H:00'))}, 'Asia/Shanghai'))`),
      age('age_hours', 'air_days', say, `station = '' AND ${here} AND day = toDate(${lastHour}, 'Asia/Shanghai')`),
      found(
        'period_label',
        `SELECT concat(${dayLabel('first_day', say)}, '–', ${dayLabel('last_day', say)}) FROM pennant.air_year_to_date WHERE unit = ${unit}`,
      ),
      age('age_days', 'air_year_to_date', say, here),
    ],
    panels: [
      header(say('空气质量 · ${county_name}各镇街道', 'Air quality · ${county_name}'), say),
      table({
        title: say('实时 AQI · ${hour_label} · ${age_hours}', 'AQI now · ${hour_label} · ${age_hours}'),
        description: say('小时 AQI、级别与首要污染物，由低到高', 'AQI of the hour, its level and primary pollutants, the lowest first'),
        at: [0, 2, 8, 13],
        rows: 'md',
        columns: [
          column.words('unit_name', say('单位', 'Unit'), 0),
          column.number('aqi', 'AQI', 90),
          column.chip(
            'level_name',
            say('级别', 'Level'),
            150,
            colours.airLevels.map(({ level, english, colour }) => ({ text: say(level, english), colour })),
          ),
          column.words('primary_shown', say('首要污染物', 'Primary'), 150, 'right'),
        ],
        sql: `
SELECT unit_name, aqi, ${levelName(say)} AS level_name, ${pollutants('primary')} AS primary_shown, ${ownRow(24)}, ${levelChip}
FROM pennant.air_hours
WHERE station = '' AND ${here} AND day = toDate(${lastHour}, 'Asia/Shanghai') AND hour = ${lastHour}
ORDER BY aqi IS NULL, aqi, unit
LIMIT 9`,
      }),
      ring({
        title: '${coverage_air}',
        description: say('优良天数占有效天数的比例；差值为百分点', 'Good days in all valid days; the difference in points'),
        at: [8, 2, 4, 6],
        titleSize: 18,
        valueSize: 52,
        sql: goodDays(say),
      }),
      tile({
        title: '${coverage_air}',
        description: say('PM2.5 平均浓度，同比按修约后的浓度', 'Mean of PM2.5; growth of the rounded values'),
        at: [12, 2, 4, 6],
        unit: 'suffix: µg/m³',
        decimals: 0,
        text: smallTile,
        sql: airFigures({ pm2_5: named('air-pm25', say) }, say),
      }),
      tile({
        title: '${coverage_air}',
        description: say('O₃ 日最大 8 小时平均第 90 百分位，同比按修约后的浓度', 'Percentile 90 of the daily 8-hour maximum of O₃'),
        at: [16, 2, 4, 6],
        unit: 'suffix: µg/m³',
        decimals: 0,
        text: smallTile,
        sql: airFigures({ o3: say('O₃ 第90百分位', 'O₃ percentile 90') }, say),
      }),
      tile({
        title: '${coverage_air}',
        description: say('环境空气质量综合指数，越低越好', 'Composite index of air quality; lower is better'),
        at: [20, 2, 4, 6],
        text: smallTile,
        sql: airFigures({ composite: named('air-composite', say) }, say),
      }),
      barChart({
        title: say('逐月各级别天数 · ${unit_name} · ${period_label} · ${age_days}', 'Days by level and month · ${unit_name} · ${period_label} · ${age_days}'),
        description: say('本单位每月有效天数按 AQI 级别', 'The valid days of each month by level'),
        at: [8, 8, 9, 8],
        x: 'month',
        stacked: true,
        legend: true,
        min: 0,
        max: 31,
        overrides: levels,
        sql: `
SELECT ${say("concat(toString(toMonth(first_day)), '月')", "formatDateTime(first_day, '%b')")} AS month, ${days}
FROM pennant.air_statistics
WHERE unit = ${unit} AND span = 'month' AND toYear(first_day) = (SELECT toYear(last_day) FROM pennant.air_year_to_date WHERE unit = ${unit})
ORDER BY first_day`,
      }),
      barChart({
        title: say('各级别天数 · ${period_label} · ${age_days}', 'Days by level · ${period_label} · ${age_days}'),
        description: say('各单位本年有效天数按 AQI 级别', 'The valid days of the year of each unit by level'),
        at: [17, 8, 7, 8],
        x: 'unit_name',
        orientation: 'horizontal',
        stacked: true,
        min: 0,
        max: 366,
        overrides: levels,
        sql: `
SELECT unit_name, ${days}
FROM ${yearToDate}
ORDER BY good_days DESC, unit
LIMIT 10`,
      }),
      namedBars({
        title: say('污染物占限值 · ${unit_name} · ${period_label} · ${age_days}', 'Pollutants by limit · ${unit_name} · ${period_label} · ${age_days}'),
        description: say('评价浓度与年评价二级标准限值之比；达到 100% 为超标', 'Of the yearly limit of grade 2; 100% and more is over it'),
        at: [0, 15, 8, 12],
        unit: 'percent',
        max: 120,
        steps: [
          [90, 'orange'],
          [100, 'red'],
        ],
        barHeight: 60,
        sql: `
SELECT concat(transform(symbol, ['SO2', 'NO2', 'O3'], ['SO₂', 'NO₂', 'O₃'], symbol), '　', toString(limits.value), '/', toString(limit)) AS name, toFloat64(share) AS value
FROM pennant.air_limits AS limits
WHERE unit = ${unit} AND limits.value IS NOT NULL
ORDER BY share DESC`,
      }),
      table({
        title: say('综合指数排名 · ${county_name} · ${period_label} · ${age_days}', 'By composite index · ${county_name} · ${period_label} · ${age_days}'),
        description: say('综合指数由低到高；优良率同比为百分点', 'The composite index from the lowest; changes of shares in points'),
        at: [8, 16, 16, 11],
        rows: 'sm',
        columns: [
          column.flag(),
          column.rank(say('名次', 'Place'), 'place'),
          column.words('unit_name', say('单位', 'Unit'), 0),
          column.number('composite_shown', say('综合指数', 'Composite'), 116, 2),
          column.change('composite_change', say('指数同比', 'Change'), 124),
          column.number('good_shown', say('优良率', 'Good days'), 110, 1, 'percent'),
          column.change('good_change', say('优良同比', 'Change'), 124),
          column.number('pm2_5', 'PM2.5', 96),
          column.change('pm2_5_change', say('PM2.5同比', 'Change'), 132),
          column.number('o3', 'O₃', 84),
          column.number('valid_days', say('有效天数', 'Valid days'), 104),
        ],
        sql: ranking(say),
      }),
    ],
  });
};
