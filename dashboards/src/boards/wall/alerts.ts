import type { Dashboard } from '../../grafana.js';
import type { Say } from '../../language.js';
import * as column from '../../panels/columns.js';
import { header } from '../../panels/header.js';
import { levels } from '../../panels/stat.js';
import { table } from '../../panels/table.js';
import { alertPeriod, alertsOf, byGravity, chipStyle, levelChips, levelName, subjectOf } from '../../sql/alerts.js';
import { ownRow } from '../../sql/styles.js';
import { county, quoted } from '../../sql/text.js';
import { alertLevels } from '../../style/colours.js';
import { dashboard } from '../dashboard.js';
import { age, heading } from '../variables.js';

const here = `startsWith(unit, ${county})`;

/** How many alerts of each level are firing; a level without any says 0. */
const counts = `
SELECT ${alertLevels.map(({ id }) => `countIf(level = ${quoted(id)}) AS ${id}`).join(', ')}
FROM pennant.alerts
WHERE state = 'firing' AND ${here}`;

/** The states beside firing, in words. */
const stateName = (say: Say): string =>
  `transform(toString(state), ['pending', 'resolved', 'withdrawn'], [${[
    say('待核', 'Pending'),
    say('解除', 'Resolved'),
    say('撤回', 'Withdrawn'),
  ]
    .map(quoted)
    .join(', ')}], toString(state))`;

export const currentAlerts = (say: Say): Dashboard => {
  return dashboard({
    uid: 'pennant-alerts',
    title: say('预警', 'Alerts'),
    description: say('指标下滑预警：级别、单位、原因', 'Alerts on falling indicators: level, unit, reason'),
    audience: 'wall',
    order: 8,
    variables: [...heading(say), age('age_alerts', 'alerts', say, here)],
    panels: [
      header(say('指标预警 · ${county_name}', 'Alerts · ${county_name}'), say),
      levels({
        title: say('未解除预警 · 按级别 · 本期 · ${age_alerts}', 'Firing · by level · current period · ${age_alerts}'),
        description: say('各级别未解除的预警数', 'How many alerts of each level are firing'),
        at: [0, 2, 24, 6],
        levels: alertLevels.map(({ id, level, english, colour }) => ({ field: id, name: say(level, english), colour })),
        sql: counts,
      }),
      table({
        title: say('预警清单 · 重者在前 · 各期 · ${age_alerts}', 'List · gravest first · by period · ${age_alerts}'),
        description: say('未解除的预警及其原因', 'The alerts that are firing, and why'),
        at: [0, 8, 16, 19],
        columns: [
          column.chip('level_name', say('级别', 'Level'), say(68, 114), levelChips(say)),
          column.words('unit_name', say('单位', 'Unit'), 126),
          column.sentence('sentence', say('内容', 'Message')),
          column.words('period_shown', say('期间', 'Period'), 126),
          column.words('since_day', say('起始', 'Since'), 92, 'right'),
        ],
        sql: alertsOf(say, `state = 'firing' AND ${here}`, 12, say(24, 22), `${alertPeriod(say)} AS period_shown, `),
      }),
      table({
        title: say('各单位 · 未解除数 · 各期 · ${age_alerts}', 'By unit · firing · by period · ${age_alerts}'),
        description: say('各单位各级别未解除的预警数', 'How many alerts of each level are firing, by unit'),
        at: [16, 8, 8, 11],
        rows: 'sm',
        columns: [
          column.words('unit_name', say('单位', 'Unit'), 0),
          ...alertLevels.map(({ id, level, english }) => column.number(id, say(level, english), 84)),
        ],
        sql: `
SELECT any(unit_name) AS unit_name, ${alertLevels.map(({ id }) => `countIf(level = ${quoted(id)}) AS ${id}`).join(', ')}, ${ownRow(22)}
FROM pennant.alerts
WHERE state = 'firing' AND ${here}
GROUP BY unit
ORDER BY red DESC, orange DESC, yellow DESC, blue DESC, unit
LIMIT 9`,
      }),
      table({
        title: say('最近变化 · 待核、解除、撤回 · 各期 · ${age_alerts}', 'Lately · pending, resolved, withdrawn · by period · ${age_alerts}'),
        description: say('因数据未齐而待核、已解除、因订正而撤回的预警', 'Held for completeness, resolved, or withdrawn by a revision'),
        at: [16, 19, 8, 8],
        rows: 'sm',
        columns: [
          column.words('state_name', say('状态', 'State'), say(64, 104)),
          column.chip('level_name', say('级别', 'Level'), say(64, 114), levelChips(say)),
          column.words('unit_name', say('单位', 'Unit'), say(126, 96)),
          column.words('subject', say('指标', 'Indicator'), 0),
          column.words('period_shown', say('期间', 'Period'), say(122, 84)),
        ],
        sql: `
SELECT ${stateName(say)} AS state_name, ${levelName(say)} AS level_name, unit_name, ${subjectOf(say)} AS subject, ${alertPeriod(say)} AS period_shown, ${ownRow(say(22, 16))}, ${chipStyle}
FROM pennant.alerts
WHERE state != 'firing' AND ${here}
ORDER BY updated_at DESC, ${byGravity}
LIMIT 5`,
      }),
    ],
  });
};
