import { datasource, type VariableModel } from '../grafana.js';
import type { Indicator } from '../indicators.js';
import type { Say } from '../language.js';
import { settings } from '../settings.js';
import { ago, county, periodLabel, quoted, since, unit } from '../sql/text.js';

interface Choice {
  readonly name: string;
  readonly label: string;
  /** The first column is the value, the second what is read. */
  readonly query: string;
  readonly value?: string;
  readonly text?: string;
}

const queried = (name: string, label: string, query: string, current: { text: string; value: string }, hide: 0 | 2): VariableModel => ({
  type: 'query',
  name,
  label,
  datasource,
  query: query.trim(),
  refresh: 2,
  hide,
  skipUrlSync: hide === 2,
  multi: false,
  includeAll: false,
  sort: 0,
  regex: '',
  options: [],
  current,
});

/** A variable that people choose. */
export const choice = ({ name, label, query, value = '', text = value }: Choice): VariableModel =>
  queried(name, label, query, { text, value }, 0);

/** A text that a query finds, for titles and heads; nobody chooses it. */
export const found = (name: string, query: string): VariableModel =>
  queried(name, name, query, { text: '', value: '' }, 2);

/** The unit whose board it is: one of those that have a figure of what the board shows of it, or any figure where it shows who stands where. */
export const unitChoice = (say: Say, shown: readonly Indicator[] = []): VariableModel =>
  choice({
    name: 'unit',
    label: say('镇街道', 'Unit'),
    query: `
SELECT code, name
FROM pennant.unit_names
WHERE length(code) = 9 AND code IN (SELECT unit FROM pennant.indicator_units${shown.length === 0 ? '' : ` WHERE indicator IN (${shown.map(quoted).join(', ')})`} GROUP BY unit)
ORDER BY code`,
    value: settings.unit.code,
    text: settings.unit.name,
  });

/** What the head of a wall says, for a board about one unit; of a unit without figures, that there are none. */
export const heading = (say: Say, shown: readonly Indicator[] = []): VariableModel[] => [
  unitChoice(say, shown),
  found('unit_name', `SELECT name FROM pennant.unit_names WHERE code = ${unit}`),
  found('county_name', `SELECT name FROM pennant.unit_names WHERE code = ${county}`),
  found(
    'flag',
    `
SELECT if(countIf(list = 'red') > 0, '⚑ ', '')
FROM pennant.standings
WHERE unit = ${unit} AND (competition, period) IN (SELECT competition, period FROM pennant.standing_periods WHERE latest)`,
  ),
  found(
    'as_of',
    `SELECT if(count() = 0, '–', formatDateTime(max(updated_at), '%Y-%m-%d %H:%i', 'Asia/Shanghai')) FROM pennant.indicators WHERE unit = ${unit}`,
  ),
  found(
    'provenance',
    `SELECT multiIf(count() = 0, ${quoted(say('暂无数据', 'No data yet'))}, max(synthetic), ${quoted(say('演示数据', 'Demo data'))}, ${quoted(say('正式数据', 'Official data'))}) FROM pennant.indicators WHERE unit = ${unit}`,
  ),
];

/** How long ago a view last changed; – where it has no rows, for the latest of none would be 1970. */
export const age = (name: string, view: string, say: Say, where = ''): VariableModel =>
  found(name, `SELECT if(count() = 0, '–', ${ago(since('max(updated_at)'), say)}) FROM pennant.${view}${where === '' ? '' : ` WHERE ${where}`}`);

/** The latest period of a competition for which anyone is ranked, its label, and how many units stand in it. */
export const standingPeriod = (competition: string, say: Say): VariableModel[] => [
  found('period', `SELECT period FROM pennant.standing_periods WHERE competition = ${quoted(competition)} AND latest`),
  found(
    'period_label',
    `SELECT any(${periodLabel(say)}) FROM pennant.standings WHERE competition = ${quoted(competition)} AND period = \${period:singlequote}`,
  ),
  found(
    'units',
    `SELECT toString(countIf(rank IS NOT NULL)) FROM pennant.standings WHERE competition = ${quoted(competition)} AND period = \${period:singlequote}`,
  ),
  age('age_standings', 'standings', say, `competition = ${quoted(competition)} AND period = \${period:singlequote}`),
];
