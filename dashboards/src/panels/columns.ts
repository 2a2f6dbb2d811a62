import { byThresholds, fixed, override, thresholds, type FieldProperties, type Mapping } from '../grafana.js';
import * as colours from '../style/colours.js';

/** A column of a table: the field of the result, and how it is shown. */
export type Column = ReturnType<typeof override>;

type Side = 'left' | 'right' | 'center';

/** Zero as a width leaves the column what the others do not take; one of a table is so. */
const column = (field: string, name: string, width: number, align: Side, more: FieldProperties = {}): Column =>
  override(field, {
    displayName: name === '' ? ' ' : name,
    ...(width > 0 ? { 'custom.width': width } : { 'custom.minWidth': 80 }),
    'custom.align': align,
    ...more,
  });

export const words = (field: string, name: string, width: number, align: Side = 'left'): Column =>
  column(field, name, width, align);

/** A sentence: in full, if need be on two lines. */
export const sentence = (field: string, name: string): Column => column(field, name, 0, 'left', { 'custom.wrapText': true });

export const number = (field: string, name: string, width: number, decimals = 0, unit = 'none'): Column =>
  column(field, name, width, 'right', { unit, decimals });

export const rank = (name: string, field = 'rank', width = 64): Column => column(field, name, width, 'center', { unit: 'none', decimals: 0 });

const regex = (pattern: string, color: string, index: number): Mapping => ({
  type: 'regex',
  options: { pattern, result: { color, index } },
});

const directions = [
  regex('/^▲/', colours.rise, 0),
  regex('/^▼/', colours.fall, 1),
  regex('/^[^▲▼]/', colours.dim, 2),
];

/** A growth or a move as text that begins with its arrow. */
export const change = (field: string, name: string, width: number, align: Side = 'right'): Column =>
  column(field, name, width, align, {
    'custom.cellOptions': { type: 'color-text' },
    mappings: directions,
    'custom.styleField': 'style_figure',
  });

/** The red flag, before the places that fly it. */
export const flag = (): Column =>
  column('flag', '', 44, 'center', {
    'custom.cellOptions': { type: 'color-text' },
    color: fixed(colours.flag),
    'custom.styleField': 'style_figure',
  });

export interface ChipColour {
  readonly text: string;
  readonly colour: string;
}

/** A word on its colour. */
export const chip = (field: string, name: string, width: number, chips: readonly ChipColour[]): Column =>
  column(field, name, width, 'center', {
    'custom.cellOptions': { type: 'color-background', mode: 'basic' },
    mappings: [
      {
        type: 'value',
        options: Object.fromEntries(chips.map(({ text, colour }, index) => [text, { color: colour, index }])),
      } satisfies Mapping,
    ],
    'custom.styleField': 'style_chip',
  });

/** A place in a field of nine as heat. */
export const heat = (field: string, name: string, width: number, unit = 'none'): Column =>
  column(field, name, width, 'center', {
    unit,
    decimals: 0,
    'custom.cellOptions': { type: 'color-background', mode: 'basic' },
    color: byThresholds,
    thresholds: thresholds(
      colours.heat[0],
      ...colours.heat.slice(1).map((colour, index): [number, string] => [index + 2, colour]),
    ),
    'custom.styleField': 'style_cell',
  });

/** A magnitude as a bar from zero to a maximum. */
export const bar = (field: string, name: string, width: number, max: number, unit = 'none'): Column =>
  column(field, name, width, 'left', {
    unit,
    min: 0,
    max,
    color: fixed(colours.neutral),
    'custom.cellOptions': { type: 'gauge', mode: 'basic', valueDisplayMode: 'hidden' },
  });

/** A line of an array's numbers. */
export const line = (field: string, name: string, width: number): Column =>
  column(field, name, width, 'left', {
    'custom.cellOptions': {
      type: 'sparkline',
      hideValue: true,
      lineWidth: 2,
      fillOpacity: 0,
      gradientMode: 'none',
    },
    color: fixed(colours.dim),
  });
