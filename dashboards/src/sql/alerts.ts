import type { Say } from '../language.js';
import type { ChipColour } from '../panels/columns.js';
import * as cells from '../style/cells.js';
import { alertLevels, darkText, lightText } from '../style/colours.js';
import { ownRow } from './styles.js';
import { quoted } from './text.js';

/** The word of a level, whichever way it is written. */
export const levelName = (say: Say): string =>
  `transform(toString(level), [${alertLevels.map(({ id }) => quoted(id)).join(', ')}], [${alertLevels.map(({ level, english }) => quoted(say(level, english))).join(', ')}], toString(level))`;

export const levelChips = (say: Say): ChipColour[] =>
  alertLevels.map(({ level, english, colour }) => ({ text: say(level, english), colour }));

/** The gravest comes first. */
export const byGravity = `indexOf([${alertLevels.map(({ id }) => quoted(id)).join(', ')}], toString(level))`;

const light = alertLevels.filter(({ text }) => text === lightText).map(({ id }) => quoted(id));

export const chipStyle = `if(level IN (${light.join(', ')}), ${quoted(cells.chip(lightText))}, ${quoted(cells.chip(darkText))}) AS style_chip`;

export const alertsOf = (say: Say, where: string, limit: number, more = ''): string => `
SELECT
    ${levelName(say)} AS level_name,
    unit_name,
    ${say('message', 'message_en')} AS message,
    ${more}formatDateTime(since, '%m-%d', 'Asia/Shanghai') AS since_day,
    ${ownRow(24)},
    ${chipStyle}
FROM pennant.alerts
WHERE ${where}
ORDER BY ${byGravity}, since DESC
LIMIT ${limit}`;
