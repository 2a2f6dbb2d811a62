import type { Say } from './language.js';
import { quoted } from './sql/text.js';

/** The jobs by the names that they report under, each after those whose output it reads. */
export const jobs = [
  { id: 'revenue', chinese: '营收', english: 'Revenue' },
  { id: 'retail', chinese: '零售', english: 'Retail' },
  { id: 'reports', chinese: '部门报表', english: 'Reports' },
  { id: 'air', chinese: '空气', english: 'Air' },
  { id: 'derived', chinese: '派生指标', english: 'Derived' },
  { id: 'standings', chinese: '名次', english: 'Standings' },
  { id: 'alerts', chinese: '预警', english: 'Alerts' },
  { id: 'dead-letters', chinese: '退回', english: 'Dead letters' },
] as const;

export const jobIds = `[${jobs.map(({ id }) => quoted(id)).join(', ')}]`;

/** The name of a row's job as people say it; of one that is rebuilt the one that Flink knows. */
export const jobName = (say: Say): string =>
  `transform(toString(job), ${jobIds}, [${jobs.map(({ chinese, english }) => quoted(say(chinese, english))).join(', ')}], toString(job))`;
