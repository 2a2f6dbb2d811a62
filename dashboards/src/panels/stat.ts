import type { Options } from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import { byThresholds, fixed, override, panel, rows, series, thresholds, type Panel, type Place, type Plain } from '../grafana.js';
import * as colours from '../style/colours.js';

type Text = NonNullable<Options['text']>;

const last = { values: false, calcs: ['lastNotNull'], fields: '' };
const each = (field: string) => ({ values: true, calcs: ['lastNotNull'], fields: `/^${field}$/`, limit: 100 });

const options = (more: Partial<Plain<Options>>): Plain<Options> => ({
  reduceOptions: last,
  orientation: 'vertical',
  textMode: 'value_and_name',
  wideLayout: false,
  colorMode: 'value',
  graphMode: 'none',
  justifyMode: 'auto',
  showPercentChange: false,
  percentChangeColorMode: colours.percentChangeColours,
  ...more,
});

interface Stat {
  readonly title: string;
  readonly description: string;
  readonly at: Place;
  readonly sql: string;
  readonly unit?: string;
  readonly decimals?: number;
  readonly text?: Text;
  readonly overrides?: ReturnType<typeof override>[];
}

export const largeTile: Text = { titleSize: 26, valueSize: 76, percentSize: 40 };
export const smallTile: Text = { titleSize: 22, valueSize: 60, percentSize: 34 };

/** A figure with its growth; the query gives its name in `title`, and two rows between which the growth lies. */
export const tile = ({ unit = 'none', decimals = 2, text = largeTile, sql, ...parts }: Stat): Panel =>
  panel('stat', {
    ...parts,
    defaults: {
      displayName: '${__field.labels.title}',
      unit,
      decimals,
      color: fixed(colours.ink),
      thresholds: thresholds(colours.ink),
      mappings: [],
      noValue: '–',
    },
    options: options({ showPercentChange: true, text }),
    targets: [series(sql)],
  });

/** Single figures without growth, one a row of the query: `name` and `value`. */
export const figures = ({ unit = 'none', decimals = 0, text, sql, ...parts }: Stat): Panel =>
  panel('stat', {
    ...parts,
    defaults: {
      unit,
      decimals,
      color: fixed(colours.ink),
      thresholds: thresholds(colours.ink),
      mappings: [],
      noValue: '–',
    },
    options: options({
      reduceOptions: each('value'),
      justifyMode: 'center',
      text: text ?? { titleSize: 24, valueSize: 60 },
    }),
    targets: [rows(sql)],
  });

/** Places in a ranking, the first three of them in gold: `name` and `value`. */
export const places = ({ text, sql, ...parts }: Stat): Panel =>
  panel('stat', {
    ...parts,
    defaults: {
      unit: 'none',
      decimals: 0,
      color: byThresholds,
      thresholds: thresholds(colours.gold, [4, colours.ink]),
      mappings: [],
      noValue: '–',
    },
    options: options({
      reduceOptions: each('value'),
      justifyMode: 'center',
      text: text ?? { titleSize: 28, valueSize: 120 },
    }),
    targets: [rows(sql)],
  });

/** Blocks of one colour that name who stands on a list: `name` and `value`. */
export const blocks = ({ decimals = 2, text, sql, colour, ...parts }: Stat & { readonly colour: string }): Panel =>
  panel('stat', {
    ...parts,
    defaults: {
      unit: 'none',
      decimals,
      color: fixed(colour),
      thresholds: thresholds(colour),
      mappings: [],
      noValue: '–',
    },
    options: options({
      reduceOptions: each('value'),
      colorMode: 'background_solid',
      justifyMode: 'center',
      text: text ?? { titleSize: 26, valueSize: 52 },
    }),
    targets: [rows(sql)],
  });

interface Levels extends Omit<Stat, 'unit' | 'decimals'> {
  readonly levels: readonly { readonly field: string; readonly name: string; readonly colour: string }[];
}

/** A count of each level in its colour, under its name: one row with a column of each. None is not worth a colour. */
export const levels = ({ sql, levels: shown, text, ...parts }: Levels): Panel =>
  panel('stat', {
    ...parts,
    defaults: {
      unit: 'none',
      decimals: 0,
      color: fixed(colours.ink),
      thresholds: thresholds(colours.ink),
      mappings: [],
      noValue: '0',
    },
    overrides: shown.map(({ field, name, colour }) => override(field, { displayName: name, color: byThresholds, thresholds: thresholds(colours.dim, [1, colour]) })),
    options: options({ justifyMode: 'center', text: text ?? { titleSize: 28, valueSize: 92 } }),
    targets: [rows(sql)],
  });
