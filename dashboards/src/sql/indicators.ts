import type { Say } from '../language.js';
import { ago, periodLabel, quoted, since, unit } from './text.js';

/**
 * The latest figure of an indicator that is fit for a wall: of the latest period for which at least half of those expected have reported.
 * With fewer, a new month would push the last one from the screen on its first report.
 */
export const latest = (indicator: string, code = unit): string =>
  `(SELECT * FROM pennant.indicators WHERE indicator = ${quoted(indicator)} AND unit = ${code} AND 2 * reported >= expected ORDER BY period DESC LIMIT 1)`;

/** A figure's value as published. */
export const rounded = (value: string, decimals: number): string => `toFloat64(round(${value}, ${decimals}))`;

/**
 * Two rows, of which the first is the value without its published growth, so that the change between them is the growth as published and
 * not one computed anew. Where growth means nothing the first is not a number, and no change is drawn.
 *
 * @param value the figure in the measure of the tile
 */
export const valueWithGrowth = (indicator: string, title: string, decimals: number, say: Say, value = 'value'): string => `
SELECT
    toDateTime('2000-01-01 00:00:00', 'UTC') + toIntervalYear(step) AS time,
    concat(${periodLabel(say)}, ' ', ${quoted(title)}, if(growth IS NULL, ${quoted(say('（同比 –）', ' (growth –)'))}, '')) AS title,
    if(step = 1, ${rounded(value, decimals)}, if(growth IS NULL, nan, ${rounded(value, decimals)} / (1 + toFloat64(growth) / 100))) AS value
FROM ${latest(indicator)}
ARRAY JOIN [0, 1] AS step
ORDER BY time`;

/** The coverage and age of a figure: 已报 118/118 家 · 3 秒前. */
export const coverage = (indicator: string, say: Say, of?: string): string => coverageOf(latest(indicator), say, of);

/** The same of a figure that is selected otherwise. */
export const coverageOf = (figure: string, say: Say, of = say(' 家', ' reported')): string => `
SELECT concat(${quoted(say('已报 ', ''))}, toString(reported), '/', toString(expected), ${quoted(`${of} · `)}, ${ago(since('updated_at'), say)})
FROM ${figure}`;
