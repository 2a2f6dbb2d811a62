import { datasource, type VariableModel } from '../grafana.js';
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

/** The unit whose board it is. */
export const unitChoice = (say: Say): VariableModel =>
  choice({
    name: 'unit',
    label: say('镇街道', 'Unit'),
    query: `
SELECT unit, any(unit_name) FROM pennant.indicators WHERE indicator = 'service-revenue' AND length(unit) = 9 GROUP BY unit ORDER BY unit`,
    value: settings.unit.code,
    text: settings.unit.name,
  });

/** What the head of a wall says, for a board about one unit. */
export const heading = (say: Say): VariableModel[] => [
  unitChoice(say),
  found('unit_name', `SELECT any(unit_name) FROM pennant.indicators WHERE indicator = 'service-revenue' AND unit = ${unit}`),
  found('county_name', `SELECT any(unit_name) FROM pennant.indicators WHERE indicator = 'service-revenue' AND unit = ${county}`),
  found(
    'flag',
    `
SELECT if(countIf(list = 'red') > 0, '⚑ ', '')
FROM pennant.standings
WHERE unit = ${unit} AND (competition, period) IN (SELECT competition, period FROM pennant.standing_periods WHERE latest)`,
  ),
  found(
    'as_of',
    `SELECT formatDateTime(max(updated_at), '%Y-%m-%d %H:%i', 'Asia/Shanghai') FROM pennant.indicators WHERE unit = ${unit}`,
  ),
  found(
    'provenance',
    `SELECT if(max(synthetic), ${quoted(say('演示数据', 'Demo data'))}, ${quoted(say('正式数据', 'Official data'))}) FROM pennant.indicators WHERE unit = ${unit}`,
  ),
];

/** How long ago a view last changed. */
export const age = (name: string, view: string, say: Say, where = ''): VariableModel =>
  found(name, `SELECT ${ago(since('max(updated_at)'), say)} FROM pennant.${view}${where === '' ? '' : ` WHERE ${where}`}`);

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
