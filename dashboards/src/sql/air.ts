import type { Say } from '../language.js';
import * as cells from '../style/cells.js';
import { airLevels, darkText, lightText } from '../style/colours.js';
import { latest } from './indicators.js';
import { ago, growthText, periodLabel, quoted, since, unit } from './text.js';

/** Last day, valid days and age of the year's air: 至11-30 · 有效335天 · 8 分钟前. */
export const latestAir = (say: Say): string => `
SELECT concat(if(length(period) = 10, concat(${quoted(say('至', 'to '))}, substring(period, 6)), ${periodLabel(say)}), ${quoted(say(' · 有效', ' · '))}, toString(reported), ${quoted(say('天 · ', ' days · '))}, ${ago(since('updated_at'), say)})
FROM ${latest('air-good-days')}`;

/** The share of good days, with its change in points as its name. */
export const goodDays = (say: Say): string => `
SELECT
    now() AS time,
    concat(${quoted(say('优良天数 ', 'Good days '))}, ${growthText('growth', say, `'points'`)}) AS title,
    toFloat64(round(value, 1)) AS value
FROM ${latest('air-good-days')}`;

/**
 * Figures of the year's air with their growth, by column and name: two rows each, between which the growth lies. Where it means nothing the first
 * is not a number, and no change is drawn.
 */
export const airFigures = (names: Record<string, string>, say: Say): string => {
  const each = Object.entries(names).map(
    ([column, name]) =>
      `(${quoted(name)}, toFloat64(${column}), if(${column}_growth IS NULL, nan, toFloat64(${column}) / (1 + toFloat64(${column}_growth) / 100)), ${column}_growth IS NULL)`,
  );
  return `
SELECT
    toDateTime('2000-01-01 00:00:00', 'UTC') + toIntervalYear(step) AS time,
    concat(figure.1, if(figure.4, ${quoted(say('（同比 –）', ' (growth –)'))}, '')) AS title,
    if(step = 1, figure.2, figure.3) AS value
FROM (SELECT * FROM pennant.air_year_to_date WHERE unit = ${unit})
ARRAY JOIN [${each.join(', ')}] AS figure
ARRAY JOIN [0, 1] AS step
WHERE figure.2 IS NOT NULL
ORDER BY time, title`;
};

/** The word of a level. */
export const levelName = (say: Say, level = 'level'): string =>
  `transform(toString(${level}), [${airLevels.map((each) => quoted(each.level)).join(', ')}], [${airLevels.map((each) => quoted(say(each.level, each.english))).join(', ')}], '–')`;

/** The chip of a level, with text that can be read on its colour. */
export const levelChip = `if(level IN ('重度污染', '严重污染'), ${quoted(cells.chip(lightText))}, ${quoted(cells.chip(darkText))}) AS style_chip`;

/** Pollutants as people write them. */
export const pollutants = (list: string): string =>
  `if(empty(${list}), '–', arrayStringConcat(arrayMap(p -> transform(p, ['pm2_5', 'pm10', 'so2', 'no2', 'co', 'o3'], ['PM2.5', 'PM10', 'SO₂', 'NO₂', 'CO', 'O₃'], p), ${list}), '、'))`;
