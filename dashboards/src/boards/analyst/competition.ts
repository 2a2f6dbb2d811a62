import type { Dashboard } from '../../grafana.js';
import type { Say } from '../../language.js';
import * as column from '../../panels/columns.js';
import { table } from '../../panels/table.js';
import { settings } from '../../settings.js';
import { ownRow, plainRow } from '../../sql/styles.js';
import { differenceText, growthText, moveText, periodLabel, quoted, unit } from '../../sql/text.js';
import { dashboard } from '../dashboard.js';
import { choice } from '../variables.js';

const competition = '${competition:singlequote}';
const inPeriod = `competition = ${competition} AND period = \${period:singlequote}`;

const causes = (say: Say): string =>
  `transform(toString(cause), ['own-value', 'others', 'correction', 'roster', 'adjustment'], [${[
    say('本单位数值', 'own figure'),
    say('他单位变动', 'others'),
    say('订正', 'correction'),
    say('参赛单位变动', 'roster'),
    say('加减分', 'adjustment'),
  ]
    .map(quoted)
    .join(', ')}], '–')`;

export const competitionExplorer = (say: Say): Dashboard =>
  dashboard({
    uid: 'pennant-competition',
    title: say('竞赛分析', 'Competition explorer'),
    description: say('一项竞赛一期：名次、得分明细、各期名次、加减分', 'One period of a competition: places, points, history, adjustments'),
    audience: 'analyst',
    order: 22,
    variables: [
      choice({
        name: 'competition',
        label: say('竞赛', 'Competition'),
        query: `SELECT competition, any(title) FROM pennant.standings WHERE competition NOT IN (${settings.unlisted.map(quoted).join(', ')}) GROUP BY competition ORDER BY competition`,
        value: settings.serviceRace,
        text: say('嘉兴市镇街道服务业高质量发展竞赛', settings.serviceRace),
      }),
      choice({
        name: 'period',
        label: say('期间', 'Period'),
        query: `SELECT period, any(${periodLabel(say)}) FROM pennant.standings WHERE competition = ${competition} GROUP BY period ORDER BY period DESC`,
      }),
      choice({
        name: 'unit',
        label: say('单位', 'Unit'),
        query: `SELECT unit, any(unit_name) FROM pennant.standings WHERE ${inPeriod} GROUP BY unit ORDER BY unit`,
        value: settings.unit.code,
        text: settings.unit.name,
      }),
    ],
    panels: [
      table({
        title: say('全部名次 · ${period}', 'All places · ${period}'),
        description: say('名次、变动及其原因、得分、加减分、定案', 'Place, move and its cause, score, adjustments, settled result'),
        at: [0, 0, 13, 28],
        rows: 'sm',
        columns: [
          column.words('place', say('名次', 'Place'), 64, 'center'),
          column.words('unit_name', say('单位', 'Unit'), 170),
          column.words('county', say('县市区', 'County'), 90),
          column.change('move', say('变动', 'Move'), 70),
          column.number('score_shown', say('得分', 'Score'), 96, 4),
          column.words('adjusted_shown', say('加减分', 'Adjusted'), 110, 'center'),
          column.words('cause_shown', say('最近变动原因', 'Cause'), 0),
          column.words('settled', say('定案', 'Settled'), 130, 'right'),
        ],
        sql: `
SELECT
    if(rank IS NULL, if(not_ranked = '', '–', not_ranked), toString(rank)) AS place, unit_name, county, ${moveText()} AS move,
    toFloat64(round(score, 4)) AS score_shown, if(adjusted = 0, '–', ${differenceText('adjusted')}) AS adjusted_shown, ${causes(say)} AS cause_shown,
    if(settled_rank IS NULL, '–', concat(toString(settled_rank), if(restated, ${quoted(say('（已修订）', ' (restated)'))}, ''))) AS settled, ${ownRow(16)}
FROM pennant.standings
WHERE ${inPeriod}
ORDER BY rank IS NULL, rank, unit`,
      }),
      table({
        title: say('得分明细 · 本单位 · ${period}', 'Points by line · own · ${period}'),
        description: say('每项指标的数值、同比、得分、满分与名次', 'Value, growth, points, full points and place of every line'),
        at: [13, 0, 11, 14],
        rows: 'sm',
        columns: [
          column.words('class', say('分类', 'Class'), 90),
          column.words('title', say('指标', 'Line'), 0),
          column.number('value_shown', say('数值', 'Value'), 100, 2),
          column.change('growth_shown', say('同比', 'Growth'), 90),
          column.number('points_shown', say('得分', 'Points'), 80, 2),
          column.number('full', say('满分', 'Of'), 60, 0),
          column.number('indicator_rank', say('名次', 'Place'), 60),
        ],
        sql: `
SELECT class, title, toFloat64(round(value, 2)) AS value_shown, ${growthText('growth', say)} AS growth_shown, toFloat64(points) AS points_shown,
    toFloat64(max_points) AS full, indicator_rank, ${plainRow(16)}
FROM pennant.standing_scores
WHERE ${inPeriod} AND unit = ${unit}
ORDER BY line`,
      }),
      table({
        title: say('各期名次 · 本单位', 'Places by period · own'),
        description: say('本单位在这项竞赛各期的名次与得分', 'Places and scores of the unit in every period'),
        at: [13, 14, 5, 14],
        rows: 'sm',
        columns: [
          column.words('label', say('期间', 'Period'), 0),
          column.rank(say('名次', 'Place')),
          column.number('score_shown', say('得分', 'Score'), 96, 2),
        ],
        sql: `
SELECT concat(substring(period, 1, 4), ${quoted(say('年', ' '))}, ${periodLabel(say)}) AS label, rank, toFloat64(round(score, 2)) AS score_shown, ${plainRow(16)}
FROM pennant.standings
WHERE competition = ${competition} AND unit = ${unit}
ORDER BY period DESC
LIMIT 40`,
      }),
      table({
        title: say('本期修订 · 本单位', 'Versions · own'),
        description: say('这一期的名次是怎样变过来的', 'How the place of the period came to be'),
        at: [18, 14, 6, 14],
        rows: 'sm',
        columns: [
          column.words('shown_from', say('起', 'From'), 0),
          column.rank(say('名次', 'Place')),
          column.number('score_shown', say('得分', 'Score'), 90, 4),
        ],
        sql: `
SELECT formatDateTime(valid_from, '%m-%d %H:%i:%S', 'Asia/Shanghai') AS shown_from, rank, toFloat64(round(score, 4)) AS score_shown, ${plainRow(16)}
FROM
(
    SELECT valid_from, rank, score, concat(ifNull(toString(rank), ''), ' ', ifNull(toString(round(score, 4)), '')) AS result,
        lagInFrame(result, 1, '?') OVER (ORDER BY valid_from ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS result_before
    FROM pennant.standings_history
    WHERE ${inPeriod} AND unit = ${unit}
)
WHERE result != result_before
ORDER BY valid_from DESC
LIMIT 100`,
      }),
    ],
  });
