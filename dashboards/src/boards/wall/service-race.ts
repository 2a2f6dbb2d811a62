import type { Dashboard } from '../../grafana.js';
import type { Say } from '../../language.js';
import { barChart, bars } from '../../panels/bars.js';
import * as column from '../../panels/columns.js';
import { header } from '../../panels/header.js';
import { blocks, places } from '../../panels/stat.js';
import { table } from '../../panels/table.js';
import { settings } from '../../settings.js';
import { standingsOf } from '../../sql/standings.js';
import { ownRow, plainRow } from '../../sql/styles.js';
import { county, differenceText, moveText, quoted, unit } from '../../sql/text.js';
import * as colours from '../../style/colours.js';
import { dashboard } from '../dashboard.js';
import { heading, standingPeriod } from '../variables.js';

const race = settings.serviceRace;
const standings = standingsOf(race);
const score = 'toFloat64(round(score, 2))';

/** The five nearest to the unit, with what lies between. */
const neighbours = `
SELECT
    rank,
    unit_name,
    ${moveText()} AS move,
    ${score} AS score_shown,
    if(unit = ${unit} OR own_score IS NULL, ' ', ${differenceText('score - own_score')}) AS difference,
    ${ownRow(22)}
FROM
(
    SELECT *
    FROM (SELECT *, maxIf(rank, unit = ${unit}) OVER () AS own_rank, maxIf(score, unit = ${unit}) OVER () AS own_score FROM ${standings})
    WHERE rank IS NOT NULL
    ORDER BY abs(toInt32(rank) - toInt32(ifNull(own_rank, 1))), rank
    LIMIT 5
)
ORDER BY rank, unit`;

export const serviceRace = (say: Say): Dashboard => {
  const scope = '${period_label} · ${age_standings}';
  const place = column.rank(say('名次', 'Place'));
  const name = column.words('unit_name', say('单位', 'Unit'), 0);
  const countyName = column.words('county', say('县市区', 'County'), 112);
  const move = column.change('move', say('变动', 'Move'), 84);
  const points = column.number('score_shown', say('得分', 'Score'), 108, 2);
  return dashboard({
    uid: 'pennant-service-race',
    title: say('服务业竞赛', 'Service race'),
    description: say('嘉兴市镇街道服务业高质量发展竞赛', 'The service race of the townships of Jiaxing'),
    audience: 'wall',
    order: 2,
    variables: [...heading(say), ...standingPeriod(race, say)],
    panels: [
      header(say('嘉兴市镇街道服务业高质量发展竞赛', 'Service race of Jiaxing'), say),
      table({
        title: say(`前 20 名 · 共 \${units} 个单位 · ${scope}`, `First 20 · of \${units} units · ${scope}`),
        description: say('本期名次、较上一期变动、综合得分', 'Place, move against the period before, and score'),
        at: [0, 2, 9, 25],
        rows: 'md',
        columns: [column.flag(), place, name, countyName, move, points],
        sql: `
SELECT if(list = 'red', '⚑', ' ') AS flag, rank, unit_name, county, ${moveText()} AS move, ${score} AS score_shown, ${ownRow(24)}
FROM ${standings}
WHERE rank <= 20
ORDER BY rank, unit
LIMIT 20`,
      }),
      places({
        title: say(`本单位名次 · ${scope}`, `Own place · ${scope}`),
        description: say('本单位名次、变动、得分与距前一名的分差', 'Place, move, score, and what is missing to the next'),
        at: [9, 2, 7, 6],
        text: { titleSize: 24, valueSize: 92 },
        sql: `
SELECT
    concat(
        ${moveText()}, ${quoted(say('　得分 ', '　score '))}, toDecimalString(round(score, 2), 2),
        if(gap_to_next IS NULL, '', concat(${quoted(say('　距前一名 ', '　behind the next '))}, toDecimalString(round(gap_to_next, 2), 2)))
    ) AS name,
    rank AS value
FROM ${standings}
WHERE unit = ${unit} AND rank IS NOT NULL`,
      }),
      blocks({
        title: say(`红旗单位 · 前三名 · ${scope}`, `Red flags · first three · ${scope}`),
        description: say('公布的红旗单位及其得分', 'Those that fly the red flag, with their scores'),
        at: [16, 2, 8, 6],
        colour: colours.flagBlock,
        sql: `
SELECT concat('⚑ ', unit_name) AS name, ${score} AS value
FROM ${standings}
WHERE list = 'red'
ORDER BY rank, unit
LIMIT 4`,
      }),
      table({
        title: say(`相邻单位 · ${scope}`, `Neighbours · ${scope}`),
        description: say('名次前后相邻的单位与分差', 'The units next in place, and the points between'),
        at: [9, 8, 7, 9],
        columns: [
          column.rank(say('名次', '#'), 'rank', 48),
          name,
          column.change('move', say('变动', 'Move'), 68),
          column.number('score_shown', say('得分', 'Score'), 92, 2),
          column.words('difference', say('分差', 'Gap'), 94, 'right'),
        ],
        sql: neighbours,
      }),
      table({
        title: say(`分类得分 · 本单位 · ${scope}`, `By class · own · ${scope}`),
        description: say('各类得分、满分、得分率与名次', 'Points, full points, their ratio and the place by class'),
        at: [16, 8, 8, 9],
        columns: [
          column.words('class', say('分类', 'Class'), 120),
          column.number('points_shown', say('得分', 'Points'), 86, 1),
          column.number('full', say('满分', 'Of'), 62),
          column.bar('ratio', say('得分率', 'Ratio'), 0, 100, 'percent'),
          column.words('place', say('名次', 'Place'), 80, 'right'),
        ],
        sql: `
SELECT
    class,
    toFloat64(round(sum(points), 1)) AS points_shown,
    toFloat64(sum(max_points)) AS full,
    if(sum(max_points) > 0, toFloat64(100 * sum(points)) / toFloat64(sum(max_points)), 0) AS ratio,
    ifNull(concat(${quoted(say('第', '#'))}, toString(any(class_rank))), '–') AS place,
    ${plainRow(24)}
FROM pennant.standing_scores
WHERE competition = ${quoted(race)} AND period = \${period:singlequote} AND unit = ${unit}
GROUP BY class
ORDER BY full DESC, class`,
      }),
      barChart({
        title: say(
          '${units} 个单位得分 · 金为本单位，蓝为${county_name} · ${period_label} · ${age_standings}',
          'Scores of ${units} · gold: own, blue: ${county_name} · ${period_label} · ${age_standings}',
        ),
        description: say('全部参赛单位的综合得分，由高到低', 'The scores of all units, from the highest'),
        at: [9, 17, 7, 10],
        x: 'place',
        opacity: 100,
        labelSpacing: 80,
        labelLength: 4,
        barWidth: 0.8,
        colourBy: {
          field: 'own',
          steps: [
            [1, colours.neutral],
            [2, colours.gold],
          ],
        },
        overrides: [bars('score_shown', say('得分', 'Score'), colours.faint)],
        sql: `
SELECT toString(rank) AS place, ${score} AS score_shown, multiIf(unit = ${unit}, 2, startsWith(unit, ${county}), 1, 0) AS own
FROM ${standings}
WHERE rank IS NOT NULL
ORDER BY rank, unit`,
      }),
      table({
        title: say(`升降最快 · 较上一期 · ${scope}`, `Risers and fallers · ${scope}`),
        description: say('名次上升、下降最多的各三个单位', 'The three that rose most and the three that fell most'),
        at: [16, 17, 8, 10],
        rows: 'md',
        columns: [
          column.change('move', say('变动', 'Move'), 92, 'left'),
          name,
          column.words('county', say('县市区', 'County'), 104),
          column.words('places', say('名次', 'Place'), 130, 'right'),
        ],
        sql: `
SELECT ${moveText()} AS move, unit_name, county, concat(toString(previous_rank), ' → ', toString(rank)) AS places, ${ownRow(24)}
FROM
(
    SELECT *, row_number() OVER (ORDER BY movement DESC, rank) AS rising, row_number() OVER (ORDER BY movement, rank) AS falling
    FROM ${standings}
    WHERE movement IS NOT NULL AND movement != 0
)
WHERE (rising <= 3 AND movement > 0) OR (falling <= 3 AND movement < 0)
ORDER BY movement > 0 DESC, abs(movement) DESC, rank`,
      }),
    ],
  });
};
