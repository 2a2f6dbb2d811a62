import type { Dashboard } from '../../grafana.js';
import type { Say } from '../../language.js';
import * as column from '../../panels/columns.js';
import { header } from '../../panels/header.js';
import { table } from '../../panels/table.js';
import { settings } from '../../settings.js';
import { competitionName } from '../../sql/standings.js';
import { ownRow, plainRow } from '../../sql/styles.js';
import { moveText, periodLabel, quoted, unit } from '../../sql/text.js';
import { dashboard } from '../dashboard.js';
import { age, heading } from '../variables.js';

/** Every competition in the latest period for which anyone is ranked. */
const latest = `competition NOT IN (${settings.unlisted.map(quoted).join(', ')}) AND (competition, period) IN (SELECT competition, period FROM pennant.standing_periods WHERE latest)`;
const score = 'toFloat64(round(score, 2))';

const listed = (list: 'red' | 'black', say: Say): string => `
SELECT
    if(number = 1, name, ' ') AS competition_shown,
    if(number = 1, period_shown, ' ') AS period_shown_once,
    rank,
    unit_name,
    county,
    move,
    score_shown,
    style,
    style_figure
FROM
(
    SELECT
        competition, ${competitionName(say)} AS name, ${periodLabel(say)} AS period_shown, rank, unit, unit_name, county, ${moveText()} AS move, ${score} AS score_shown,
        row_number() OVER (PARTITION BY competition ORDER BY rank, unit) AS number, ${ownRow(22)}
    FROM pennant.standings
    WHERE list = ${quoted(list)} AND ${latest}
)
WHERE number <= 3
ORDER BY competition, number
LIMIT 15`;

export const redAndBlackLists = (say: Say): Dashboard => {
  const columns = () => [
    column.words('competition_shown', say('榜单', 'List'), 0),
    column.words('period_shown_once', say('期间', 'Period'), 128),
    column.rank(say('名次', 'Place')),
    column.words('unit_name', say('单位', 'Unit'), 212),
    column.words('county', say('县市区', 'County'), 100),
    column.change('move', say('变动', 'Move'), 76),
    column.number('score_shown', say('得分', 'Score'), 96, 2),
  ];
  return dashboard({
    uid: 'pennant-lists',
    title: say('红黑榜', 'Red and black lists'),
    description: say('各项竞赛公布的红榜与黑榜', 'The red and black lists of every competition'),
    audience: 'wall',
    order: 7,
    variables: [...heading(say), age('age_standings', 'standings', say, latest)],
    panels: [
      header(say('红黑榜 · 各项竞赛最近一期', 'Red and black lists · latest periods'), say),
      table({
        title: say('⚑ 红榜 · 名列前茅 · 最近一期 · ${age_standings}', '⚑ Red list · the first · latest period · ${age_standings}'),
        description: say('各项竞赛最近一期的红榜单位', 'Those on the red list of each competition in its latest period'),
        at: [0, 2, 12, 18],
        rows: 'sm',
        columns: columns(),
        sql: listed('red', say),
      }),
      table({
        title: say('■ 黑榜 · 位居末尾 · 最近一期 · ${age_standings}', '■ Black list · the last · latest period · ${age_standings}'),
        description: say('各项竞赛最近一期的黑榜单位', 'Those on the black list of each competition in its latest period'),
        at: [12, 2, 12, 18],
        rows: 'sm',
        columns: columns(),
        sql: listed('black', say),
      }),
      table({
        title: say('本单位各项竞赛 · ${unit_name} · 最近一期 · ${age_standings}', 'Own places · ${unit_name} · latest period · ${age_standings}'),
        description: say('本单位在各项竞赛最近一期的名次', 'The places of the unit in the latest period of each competition'),
        at: [0, 20, 24, 7],
        rows: 'md',
        columns: [
          column.flag(),
          column.words('title', say('竞赛', 'Competition'), 0),
          column.words('period_shown', say('期间', 'Period'), 180),
          column.words('place', say('名次', 'Place'), 160, 'right'),
          column.change('move', say('变动', 'Move'), 120),
          column.number('score_shown', say('得分', 'Score'), 140, 2),
          column.words('gap', say('距前一名', 'To the next'), 160, 'right'),
        ],
        sql: `
SELECT
    if(list = 'red', '⚑', ' ') AS flag,
    title,
    ${periodLabel(say)} AS period_shown,
    if(rank IS NULL, ${quoted(say('未排名', 'not ranked'))}, concat(toString(rank), ' / ', toString(ranked))) AS place,
    ${moveText()} AS move,
    ${score} AS score_shown,
    if(gap_to_next IS NULL, '–', toDecimalString(round(gap_to_next, 2), 2)) AS gap,
    ${plainRow(24)}
FROM
(
    SELECT *, countIf(rank IS NOT NULL) OVER (PARTITION BY competition) AS ranked
    FROM pennant.standings
    WHERE ${latest}
)
WHERE unit = ${unit}
ORDER BY competition
LIMIT 4`,
      }),
    ],
  });
};
