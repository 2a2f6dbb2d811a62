import type { Dashboard } from '../../grafana.js';
import { headed, nameOf, tenIndicators } from '../../indicators.js';
import type { Say } from '../../language.js';
import { namedBars } from '../../panels/bars.js';
import * as column from '../../panels/columns.js';
import { header } from '../../panels/header.js';
import { table } from '../../panels/table.js';
import { settings } from '../../settings.js';
import { standingsOf } from '../../sql/standings.js';
import { heated, ownRow, plainRow } from '../../sql/styles.js';
import { growthText, moveText, periodLabel, quoted, unit } from '../../sql/text.js';
import * as colours from '../../style/colours.js';
import { dashboard } from '../dashboard.js';
import { heading, standingPeriod } from '../variables.js';

const race = settings.tenIndicators;
const standings = standingsOf(race);
const scores = `(SELECT * FROM pennant.standing_scores WHERE competition = ${quoted(race)} AND period = \${period:singlequote})`;

/** One row a unit, one column an indicator: the place of the unit in that indicator. */
const heatTable = `
SELECT
    if(any(s.list) = 'red', '⚑', ' ') AS flag,
    ifNull(toString(any(s.rank)), '–') AS place,
    any(s.unit_name) AS unit_name,
    any(${moveText('s.movement')}) AS move,
    ${tenIndicators.map((_, k) => `maxIf(c.indicator_rank, c.line = ${k}) AS i${k + 1}`).join(',\n    ')},
    toFloat64(round(any(s.score), 1)) AS score_shown,
    toFloat64(any(s.score)) AS score_bar,
    ${ownRow(24, 's.unit')},
    ${heated}
FROM ${standings} AS s
LEFT JOIN ${scores} AS c ON c.unit = s.unit
GROUP BY s.unit
ORDER BY any(s.rank) IS NULL, any(s.rank), s.unit
LIMIT 9`;

/** The three best and the three worst places of the unit, each with its figure. */
const strengths = (say: Say): string => `
SELECT
    name,
    period_shown,
    multiIf(value IS NULL, '–', measure = '%', concat(toDecimalString(round(value, 1), 1), '%'), concat(toString(round(value, 2)), ' ', measure)) AS value_shown,
    ${growthText('growth', say, 'growth_kind')} AS growth_shown,
    indicator_rank,
    ${plainRow(24)},
    ${heated}
FROM
(
    SELECT
        ${nameOf(say, 'c.indicator', 'c.title')} AS name,
        ${periodLabel(say, 'i.period_label', 'i.period')} AS period_shown,
        c.value AS value, i.measure AS measure, c.growth AS growth, i.growth_kind AS growth_kind, c.indicator_rank AS indicator_rank,
        row_number() OVER (ORDER BY c.indicator_rank, c.indicator) AS best,
        row_number() OVER (ORDER BY c.indicator_rank DESC, c.indicator DESC) AS worst
    FROM (SELECT * FROM ${scores} WHERE unit = ${unit} AND indicator_rank IS NOT NULL) AS c
    LEFT JOIN
    (
        SELECT indicator, period_label, period, measure, growth_kind
        FROM pennant.indicators
        WHERE unit = ${unit} AND indicator IN (${tenIndicators.map(quoted).join(', ')}) AND startsWith(period, \${period:singlequote})
        ORDER BY period DESC
        LIMIT 1 BY indicator
    ) AS i ON i.indicator = c.indicator
)
WHERE best <= 3 OR worst <= 3
ORDER BY indicator_rank, name`;

export const tenIndicatorRace = (say: Say): Dashboard => {
  const scope = '${period_label} · ${age_standings}';
  return dashboard({
    uid: 'pennant-ten-indicators',
    title: say('十项指标', 'Ten indicators'),
    description: say('“十项指标”红旗赛：各单位各项名次', 'The race of ten indicators: the place of each unit in each'),
    audience: 'wall',
    order: 3,
    variables: [...heading(say), ...standingPeriod(race, say)],
    panels: [
      header(say('${county_name}“十项指标”红旗赛', 'Race of ten indicators of ${county_name}'), say),
      table({
        title: say(`各单位十项指标名次 · 红为前三，蓝为后三 · ${scope}`, `Places by indicator · red: first three, blue: last three · ${scope}`),
        description: say('格内为该项名次：红为前三，蓝为后三', 'In each cell the place in that indicator; red: first three, blue: last three'),
        at: [0, 2, 24, 14],
        columns: [
          column.flag(),
          column.words('place', say('名次', 'Place'), 64, 'center'),
          column.words('unit_name', say('单位', 'Unit'), 136),
          column.change('move', say('变动', 'Move'), 76, 'center'),
          ...tenIndicators.map((indicator, k) => column.heat(`i${k + 1}`, headed(indicator, say), 124)),
          column.number('score_shown', say('总分', 'Score'), 96, 1),
          column.bar('score_bar', '', 0, 100, 'none'),
        ],
        sql: heatTable,
      }),
      table({
        title: say(`强项与短板 · \${unit_name} · ${scope}`, `Best and worst · \${unit_name} · ${scope}`),
        description: say('名次最前三项与最后三项及其数值', 'The three best and the three worst places, with their figures'),
        at: [0, 16, 10, 11],
        columns: [
          column.words('name', say('指标', 'Indicator'), say(188, 252)),
          column.words('period_shown', say('期间', 'Period'), 116),
          column.words('value_shown', say('数值', 'Value'), 0, 'right'),
          column.change('growth_shown', say('同比', 'Growth'), 124),
          column.heat('indicator_rank', say('名次', 'Place'), 96, say('prefix:第', 'prefix:#')),
        ],
        sql: strengths(say),
      }),
      namedBars({
        title: say(`失分项 · 与满分之差 · ${scope}`, `Points missed · of full · ${scope}`),
        description: say('各项得分与满分之差，由大到小', 'What is missing to the full points of each indicator, the most first'),
        at: [10, 16, 7, 11],
        unit: say('suffix: 分', 'suffix: pt'),
        decimals: 1,
        sql: `
SELECT ${nameOf(say, 'indicator', 'title')} AS name, toFloat64(max_points - points) AS value
FROM ${scores}
WHERE unit = ${unit} AND points IS NOT NULL
ORDER BY value DESC, indicator
LIMIT 8`,
      }),
      namedBars({
        title: say(`单项前三 · 项数 · ${scope}`, `First three · how many · ${scope}`),
        description: say('各单位位居前三的指标项数', 'In how many indicators each unit is among the first three'),
        at: [17, 16, 7, 11],
        unit: say('suffix: 项', 'none'),
        max: tenIndicators.length,
        colour: colours.flag,
        sql: `
SELECT any(s.unit_name) AS name, countIf(c.indicator_rank <= 3) AS value
FROM ${standings} AS s
LEFT JOIN ${scores} AS c ON c.unit = s.unit
GROUP BY s.unit
ORDER BY value DESC, s.unit
LIMIT 10`,
      }),
    ],
  });
};
