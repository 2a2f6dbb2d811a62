import type { Say } from './language.js';
import { quoted } from './sql/text.js';

/** Names short enough for a tile; the full ones stand in the catalogue. */
const short = {
  'service-revenue': ['规限上服务业营收', 'Service & trade revenue'],
  'service-revenue-designated': ['规上服务业营收', 'Designated services'],
  'service-value-added': ['服务业增加值', 'Service value added'],
  'retail-above-quota': ['限上零售额', 'Above-quota retail'],
  'retail-receipts': ['零售流水', 'Store receipts'],
  'service-tax-share': ['服务业税收占比', 'Service tax share'],
  'air-good-days': ['优良天数', 'Good air days'],
  'air-pm25': ['PM2.5 均值', 'PM2.5 mean'],
  'air-composite': ['综合指数', 'Composite index'],
} as const satisfies Record<string, readonly [string, string]>;

export type Indicator = keyof typeof short;

export const named = (indicator: Indicator, say: Say): string => say(short[indicator][0], short[indicator][1]);

/** The short name of a row's indicator, or else its title. */
export const nameOf = (say: Say, id = 'indicator', title = 'title'): string => {
  const ids = Object.keys(short) as Indicator[];
  return `transform(toString(${id}), [${ids.map(quoted).join(', ')}], [${ids.map((each) => quoted(named(each, say))).join(', ')}], ${title})`;
};
