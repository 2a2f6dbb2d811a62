import type { Dashboard, FieldConfigSource, Panel, VariableModel } from '@grafana/schema';

/** The versions of Grafana's panels and of the ClickHouse plugin that the boards are written for. */
const panelVersion = '13.2.2';
const pluginVersion = '4.20.0';
export const schemaVersion = 42;

export const datasource = { type: 'grafana-clickhouse-datasource', uid: 'pennant-clickhouse' } as const;

/** Grafana's types with their enumerations as the words that stand in the JSON. */
export type Plain<T> = T extends string ? `${T}` : T extends object ? { [K in keyof T]: Plain<T[K]> } : T;

export type { Dashboard, Panel, VariableModel };

/** Where a panel stands: columns of 24 and rows of 38 px. */
export type Place = readonly [x: number, y: number, w: number, h: number];

export interface Target {
  readonly refId: string;
  readonly datasource: typeof datasource;
  readonly editorType: 'sql';
  readonly queryType: 'table' | 'timeseries';
  readonly format: 0 | 1;
  readonly pluginVersion: string;
  readonly rawSql: string;
  readonly meta: Record<string, never>;
}

const target =
  (queryType: 'table' | 'timeseries', format: 0 | 1) =>
  (rawSql: string, refId = 'A'): Target => ({
    refId,
    datasource,
    editorType: 'sql',
    queryType,
    format,
    pluginVersion,
    rawSql: rawSql.trim(),
    meta: {},
  });

/** A query whose rows are shown as they come. */
export const rows = target('table', 1);

/** A query with a column of times; its columns of text become the labels of series. */
export const series = target('timeseries', 0);

export interface Mapping {
  readonly type: 'value' | 'regex';
  readonly options: Record<string, unknown>;
}

/** The properties of a field, by the ids that overrides use. */
export type FieldProperties = Record<string, unknown>;

export const fixed = (fixedColor: string) => ({ mode: 'fixed', fixedColor });

export const byThresholds = { mode: 'thresholds' };

/** Colours from values on; the first is that of everything below. */
export const thresholds = (first: string, ...rest: readonly [from: number, colour: string][]) => ({
  mode: 'absolute',
  steps: [{ color: first, value: null }, ...rest.map(([value, color]) => ({ color, value }))],
});

export const override = (field: string, properties: FieldProperties) => ({
  matcher: { id: 'byName', options: field },
  properties: Object.entries(properties).map(([id, value]) => ({ id, value })),
});

/** Properties of the fields whose name contains a text, such as series that a label names. */
export const matching = (text: string, properties: FieldProperties) => ({
  ...override(`/${text}/`, properties),
  matcher: { id: 'byRegexp', options: `/${text}/` },
});

export const hidden = (field: string) =>
  override(field, { 'custom.hideFrom': { viz: true, legend: true, tooltip: true } });

export interface PanelParts {
  readonly title: string;
  readonly description: string;
  readonly at: Place;
  readonly defaults?: FieldProperties;
  readonly overrides?: ReturnType<typeof override>[];
  readonly options: object;
  readonly targets?: readonly Target[];
}

/** A panel without its id, which a board gives it by its place in the list. */
export const panel = (type: string, parts: PanelParts): Panel => {
  const [x, y, w, h] = parts.at;
  return {
    type,
    title: parts.title,
    description: parts.description,
    ...(parts.targets ? { datasource, targets: parts.targets as unknown as Record<string, unknown>[] } : {}),
    gridPos: { x, y, w, h },
    pluginVersion: panelVersion,
    transparent: false,
    fieldConfig: { defaults: parts.defaults ?? {}, overrides: parts.overrides ?? [] } as FieldConfigSource,
    options: parts.options as Record<string, unknown>,
  };
};
