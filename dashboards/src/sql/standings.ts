import type { Say } from '../language.js';
import { quoted } from './text.js';

/** The snapshot of a competition in the board's period, as a table. */
export const standingsOf = (competition: string): string =>
  `(SELECT * FROM pennant.standings WHERE competition = ${quoted(competition)} AND period = \${period:singlequote})`;

/** Names of competitions that are short enough for a list; of others the title. */
const short: Record<string, readonly [string, string]> = {
  'jiaxing-service': ['服务业竞赛', 'Service race'],
  'pinghu-ten-indicators': ['十项指标红旗赛', 'Ten indicators'],
  air: ['空气质量排名', 'Air quality'],
  'waste-sorting': ['垃圾分类红黑榜', 'Waste sorting'],
  'rural-environment': ['农村环境检查', 'Rural environment'],
};

export const competitionName = (say: Say): string =>
  `transform(toString(competition), [${Object.keys(short).map(quoted).join(', ')}], [${Object.values(short)
    .map((names) => quoted(say(...names)))
    .join(', ')}], toString(title))`;
