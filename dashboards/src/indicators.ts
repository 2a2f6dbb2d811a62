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
  'industry-value-added': ['规上工业增加值', 'Industry'],
  'fixed-asset-investment': ['固定资产投资', 'Investment'],
  'industry-investment': ['工业投入', 'Industry inv.'],
  'public-budget-revenue': ['财政收入', 'Budget'],
  exports: ['外贸出口', 'Exports'],
  'foreign-capital': ['利用外资', 'Foreign cap.'],
  'projects-signed': ['招引项目', 'Projects'],
  'high-tech-share': ['高新占比', 'High tech'],
  'air-good-days': ['优良天数', 'Good air days'],
  'air-pm25': ['PM2.5 均值', 'PM2.5 mean'],
  'air-composite': ['综合指数', 'Composite index'],
  'air-aqi-3h': ['连续3小时AQI', 'AQI for 3 hours'],
} as const satisfies Record<string, readonly [string, string]>;

export type Indicator = keyof typeof short;

/** What the units of the county compete in, in the order of the competition's lines in the catalogue. */
export const tenIndicators: readonly Indicator[] = [
  'industry-value-added',
  'fixed-asset-investment',
  'industry-investment',
  'public-budget-revenue',
  'exports',
  'foreign-capital',
  'projects-signed',
  'high-tech-share',
  'service-value-added',
  'retail-above-quota',
];

/** What boards show of the air. */
export const ofTheAir: readonly Indicator[] = ['air-good-days', 'air-pm25', 'air-composite'];

export const named = (indicator: Indicator, say: Say): string => say(short[indicator][0], short[indicator][1]);

/** English names that are too long for the head of a narrow column. */
const narrow: Partial<Record<Indicator, string>> = { 'service-value-added': 'Services', 'retail-above-quota': 'Retail' };

export const headed = (indicator: Indicator, say: Say): string => say(named(indicator, say), narrow[indicator] ?? named(indicator, say));

/** The short name of a row's indicator, or else its title. */
export const nameOf = (say: Say, id = 'indicator', title = 'title'): string => {
  const ids = Object.keys(short) as Indicator[];
  return `transform(toString(${id}), [${ids.map(quoted).join(', ')}], [${ids.map((each) => quoted(named(each, say))).join(', ')}], ${title})`;
};
