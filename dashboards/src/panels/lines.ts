import type {
  FieldConfig,
  Options,
} from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';
import { panel, series, thresholds, type Panel, type Place, type Plain } from '../grafana.js';

interface Lines {
  readonly title: string;
  readonly description: string;
  readonly at: Place;
  readonly sql: string;
  readonly unit?: string;
  readonly decimals?: number;
  readonly bars?: boolean;
  /** The column of text that names a series. */
  readonly name: string;
}

/** Series over the time of the board; a column of text names them. */
export const lines = ({ sql, unit = 'none', decimals = 0, bars = false, name, ...parts }: Lines): Panel => {
  const custom: Plain<Partial<FieldConfig>> = {
    drawStyle: bars ? 'bars' : 'line',
    lineWidth: bars ? 0 : 2,
    fillOpacity: bars ? 80 : 0,
    lineInterpolation: 'linear',
    showPoints: 'never',
    spanNulls: false,
    stacking: { mode: bars ? 'normal' : 'none', group: 'A' },
    axisPlacement: 'auto',
    axisBorderShow: false,
    scaleDistribution: { type: 'linear' },
    hideFrom: { tooltip: false, viz: false, legend: false },
    thresholdsStyle: { mode: 'off' },
  };
  const options: Plain<Options> = {
    legend: { showLegend: true, displayMode: 'list', placement: 'bottom', calcs: [] },
    tooltip: { mode: 'multi', sort: 'desc' },
  };
  return panel('timeseries', {
    ...parts,
    defaults: { displayName: `\${__field.labels.${name}}`, unit, decimals, min: 0, color: { mode: 'palette-classic' }, thresholds: thresholds('text'), mappings: [], custom },
    options,
    targets: [series(sql)],
  });
};
