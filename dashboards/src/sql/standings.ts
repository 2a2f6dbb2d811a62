import { quoted } from './text.js';

/** The snapshot of a competition in the board's period, as a table. */
export const standingsOf = (competition: string): string =>
  `(SELECT * FROM pennant.standings WHERE competition = ${quoted(competition)} AND period = \${period:singlequote})`;
