import type { Say } from '../language.js';
import type { ChipColour } from '../panels/columns.js';
import * as cells from '../style/cells.js';
import { alertLevels, darkText, lightText } from '../style/colours.js';
import { nameOf } from '../indicators.js';
import { competitionName } from './standings.js';
import { ownRow } from './styles.js';
import { dayLabel, periodLabel, quoted } from './text.js';

/** The word of a level, whichever way it is written. */
export const levelName = (say: Say): string =>
  `transform(toString(level), [${alertLevels.map(({ id }) => quoted(id)).join(', ')}], [${alertLevels.map(({ level, english }) => quoted(say(level, english))).join(', ')}], toString(level))`;

export const levelChips = (say: Say): ChipColour[] =>
  alertLevels.map(({ level, english, colour }) => ({ text: say(level, english), colour }));

/** The gravest comes first. */
export const byGravity = `indexOf([${alertLevels.map(({ id }) => quoted(id)).join(', ')}], toString(level))`;

const light = alertLevels.filter(({ text }) => text === lightText).map(({ id }) => quoted(id));

export const chipStyle = `if(level IN (${light.join(', ')}), ${quoted(cells.chip(lightText))}, ${quoted(cells.chip(darkText))}) AS style_chip`;

/** What an alert is about, in the few words that lists have room for. */
export const subjectOf = (say: Say): string => `if(competition = '', ${nameOf(say)}, ${competitionName(say)})`;

/** The period of an alert where there is little room: of a day its date alone. */
export const alertPeriod = (say: Say): string =>
  `if(length(period) > 7, ${dayLabel('toDateOrZero(period)', say)}, ${periodLabel(say)})`;

/** A message beside its unit's name: without that name, with the short one of its subject, and with the dashes that people write. */
const sentence = (say: Say): string =>
  say(
    `replaceRegexpAll(replaceRegexpAll(replaceOne(replaceOne(message, unit_name, ''), toString(title), ${subjectOf(say)}), '([0-9])-([0-9])', '\\\\1–\\\\2'), '-([0-9])', '−\\\\1')`,
    `if(position(message_en, ': ') = 0, message_en, concat(${subjectOf(say)}, ': ', replaceRegexpAll(replaceOne(replaceOne(substring(message_en, position(message_en, ': ') + 2), concat(unit_name, ' is '), ''), 'growth ', ''), '-([0-9])', '−\\\\1')))`,
  );

export const alertsOf = (say: Say, where: string, limit: number, size: number, more = ''): string => `
SELECT
    ${levelName(say)} AS level_name,
    unit_name,
    ${sentence(say)} AS sentence,
    ${more}formatDateTime(since, '%m-%d', 'Asia/Shanghai') AS since_day,
    ${ownRow(size)},
    ${chipStyle}
FROM pennant.alerts
WHERE ${where}
ORDER BY ${byGravity}, since DESC
LIMIT ${limit}`;
