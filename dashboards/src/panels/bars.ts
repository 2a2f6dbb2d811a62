import type { Options as BarGaugeOptions } from '@grafana/schema/dist/esm/raw/composable/bargauge/panelcfg/x/BarGaugePanelCfg_types.gen';
import type {
  FieldConfig,
  Options as BarChartOptions,
} from '@grafana/schema/dist/esm/raw/composable/barchart/panelcfg/x/BarChartPanelCfg_types.gen';
import {
  byThresholds,
  fixed,
  override,
  panel,
  rows,
  thresholds,
  type FieldProperties,
  type Panel,
  type Place,
  type Plain,
} from '../grafana.js';
import * as colours from '../style/colours.js';

interface Bars {
  readonly title: string;
  readonly description: string;
  readonly at: Place;
  readonly sql: string;
}

interface NamedBars extends Bars {
  readonly unit: string;
  readonly decimals?: number;
  readonly max?: number;
  readonly colour?: string;
  /** Colours from values on, above the first. */
  readonly steps?: readonly [number, string][];
  readonly barHeight?: number;
}

/** Bars from the left with their names before and their values behind: `name` and `value`. */
export const namedBars = (bars: NamedBars): Panel => {
  const { sql, unit, decimals = 0, max, colour = colours.neutral, steps = [], barHeight = 48, ...parts } = bars;
  const options: Plain<BarGaugeOptions> = {
    reduceOptions: { values: true, calcs: ['lastNotNull'], fields: '/^value$/', limit: 100 },
    orientation: 'horizontal',
    displayMode: 'basic',
    valueMode: 'text',
    namePlacement: 'left',
    showUnfilled: true,
    sizing: 'manual',
    minVizWidth: 8,
    minVizHeight: 16,
    maxVizHeight: barHeight,
    text: { titleSize: 22, valueSize: 22 },
    legend: { showLegend: false, displayMode: 'list', placement: 'bottom', calcs: [] },
  };
  return panel('bargauge', {
    ...parts,
    defaults: {
      unit,
      decimals,
      min: 0,
      ...(max === undefined ? {} : { max }),
      color: steps.length > 0 ? byThresholds : fixed(colour),
      thresholds: thresholds(colour, ...steps),
      mappings: [],
      noValue: '–',
    },
    options,
    targets: [rows(sql)],
  });
};

/** A chart of amounts that may be below zero has no `min`: its axis holds zero in any case. */
interface Chart extends Bars {
  /** The field whose words stand under, or beside, the bars. */
  readonly x: string;
  readonly orientation?: 'vertical' | 'horizontal';
  readonly stacked?: boolean;
  readonly legend?: boolean;
  readonly unit?: string;
  /** `auto`: as many as the steps of the axis need, for amounts that may be small. */
  readonly decimals?: number | 'auto';
  readonly min?: number;
  readonly max?: number;
  readonly opacity?: number;
  /** Room a label takes, so that a crowded axis leaves some out. */
  readonly labelSpacing?: number;
  readonly labelLength?: number;
  readonly barWidth?: number;
  /** A hidden field that colours the bars by its thresholds. */
  readonly colourBy?: { readonly field: string; readonly steps: readonly [number, string][] };
  readonly overrides: ReturnType<typeof override>[];
}

/** The name and colour of a series of bars. */
export const bars = (field: string, name: string, colour: string, more: FieldProperties = {}) =>
  override(field, { displayName: name, color: fixed(colour), ...more });

export const barChart = (chart: Chart): Panel => {
  const { orientation = 'vertical', stacked = false, legend = false, opacity = 75, colourBy, ...rest } = chart;
  const custom: Plain<FieldConfig> = {
    lineWidth: 0,
    fillOpacity: opacity,
    gradientMode: 'none',
    axisPlacement: 'auto',
    axisLabel: '',
    axisColorMode: 'text',
    axisBorderShow: false,
    scaleDistribution: { type: 'linear' },
    hideFrom: { tooltip: false, viz: false, legend: false },
    thresholdsStyle: { mode: 'off' },
  };
  const options: Plain<BarChartOptions> = {
    orientation,
    xField: rest.x,
    ...(colourBy ? { colorByField: colourBy.field } : {}),
    xTickLabelRotation: 0,
    xTickLabelMaxLength: rest.labelLength ?? 8,
    xTickLabelSpacing: rest.labelSpacing ?? 0,
    showValue: 'never',
    stacking: stacked ? 'normal' : 'none',
    groupWidth: 0.8,
    barWidth: rest.barWidth ?? 0.8,
    barRadius: 0,
    fullHighlight: false,
    legend: { showLegend: legend, displayMode: 'list', placement: 'bottom', calcs: [] },
    tooltip: { mode: 'multi', sort: 'none' },
  };
  return panel('barchart', {
    title: rest.title,
    description: rest.description,
    at: rest.at,
    defaults: {
      unit: rest.unit ?? 'none',
      ...(rest.decimals === 'auto' ? {} : { decimals: rest.decimals ?? 0 }),
      ...(rest.min === undefined ? {} : { min: rest.min }),
      ...(rest.max === undefined ? {} : { max: rest.max }),
      color: colourBy ? byThresholds : fixed('text'),
      thresholds: thresholds(colourBy ? colours.faint : 'text'),
      mappings: [],
      custom,
    },
    overrides: [
      ...rest.overrides,
      ...(colourBy
        ? [
            override(colourBy.field, {
              thresholds: thresholds(colours.faint, ...colourBy.steps),
              'custom.hideFrom': { viz: true, legend: true, tooltip: true },
            }),
          ]
        : []),
    ],
    options,
    targets: [rows(rest.sql)],
  });
};
