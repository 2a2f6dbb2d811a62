import type { Options } from '@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen';
import { fixed, hidden, panel, rows, thresholds, type Panel, type Place, type Plain } from '../grafana.js';
import type { Column } from './columns.js';

interface Table {
  readonly title: string;
  readonly description: string;
  readonly at: Place;
  readonly sql: string;
  readonly columns: Column[];
  /** Rows of 36, 42 or 48 px. */
  readonly rows?: 'sm' | 'md' | 'lg';
  /** Said in cells without a value. */
  readonly noValue?: string;
}

/** The names that a query gives to the columns which carry the style of its cells. */
const styles = ['style', 'style_figure', 'style_chip', 'style_cell'];

const options = (cellHeight: 'sm' | 'md' | 'lg'): Plain<Options> => ({
  showHeader: true,
  cellHeight,
  frameIndex: 0,
  sortBy: [],
  enablePagination: false,
});

export const table = ({ sql, columns, rows: height = 'lg', noValue = '–', ...parts }: Table): Panel =>
  panel('table', {
    ...parts,
    defaults: {
      custom: {
        align: 'auto',
        cellOptions: { type: 'auto' },
        inspect: false,
        filterable: false,
        styleField: 'style',
      },
      color: fixed('text'),
      thresholds: thresholds('text'),
      mappings: [],
      noValue,
    },
    overrides: [...columns, ...styles.filter((style) => sql.includes(` AS ${style}`)).map(hidden)],
    options: options(height),
    targets: [rows(sql)],
  });
