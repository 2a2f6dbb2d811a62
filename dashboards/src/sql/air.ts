import type { Say } from '../language.js';
import { latest } from './indicators.js';
import { ago, growthText, periodLabel, quoted, since } from './text.js';

/** Period, valid days and age of the year's air: 1–11月 · 有效 335 天 · 8 分钟前. */
export const latestAir = (say: Say): string => `
SELECT concat(${periodLabel(say)}, ${quoted(say(' · 有效 ', ' · '))}, toString(reported), ${quoted(say(' 天 · ', ' valid days · '))}, ${ago(since('updated_at'), say)})
FROM ${latest('air-good-days')}`;

/** The share of good days, with its change in points as its name. */
export const goodDays = (say: Say): string => `
SELECT
    now() AS time,
    concat(${quoted(say('优良天数 ', 'Good days '))}, ${growthText('growth', say, `'points'`)}) AS title,
    toFloat64(round(value, 1)) AS value
FROM ${latest('air-good-days')}`;
