import type { Options } from '@grafana/schema/dist/esm/raw/composable/gauge/panelcfg/x/GaugePanelCfg_types.gen';
import { fixed, panel, series, thresholds, type Panel, type Place, type Plain } from '../grafana.js';
import * as colours from '../style/colours.js';

interface Ring {
  readonly title: string;
  readonly description: string;
  readonly at: Place;
  readonly sql: string;
  readonly valueSize: number;
  readonly titleSize: number;
}

/** A share of a hundred as a ring, with its name from the query's `title`. */
export const ring = ({ sql, valueSize, titleSize, ...parts }: Ring): Panel => {
  const options: Plain<Options> = {
    reduceOptions: { values: false, calcs: ['lastNotNull'], fields: '' },
    orientation: 'auto',
    shape: 'gauge',
    barShape: 'flat',
    barWidthFactor: 0.35,
    segmentCount: 1,
    segmentSpacing: 0.3,
    effects: { barGlow: false, centerGlow: false, gradient: false },
    endpointMarker: 'none',
    sparkline: false,
    showThresholdLabels: false,
    showThresholdMarkers: false,
    sizing: 'auto',
    minVizWidth: 75,
    minVizHeight: 75,
    textMode: 'value_and_name',
    text: { titleSize, valueSize },
  };
  return panel('gauge', {
    ...parts,
    defaults: {
      displayName: '${__field.labels.title}',
      unit: 'percent',
      decimals: 1,
      min: 0,
      max: 100,
      color: fixed(colours.neutral),
      thresholds: thresholds(colours.neutral),
      mappings: [],
      noValue: '–',
    },
    options,
    targets: [series(sql)],
  });
};
