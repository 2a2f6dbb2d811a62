/** What Grafana's own code knows of units, colours and transformations. It expects a browser's navigator. */
import { createRequire } from 'node:module';
import type * as GrafanaData from '@grafana/data';

if (!('navigator' in globalThis)) {
  Object.defineProperty(globalThis, 'navigator', { value: { language: 'zh-CN', languages: ['zh-CN'] } });
}
const data = createRequire(import.meta.url)('@grafana/data') as typeof GrafanaData;

const units = new Set(data.getValueFormats().flatMap((group) => group.submenu.map(({ value }) => value)));
const madeUnits = /^(prefix|suffix|time|si|count|currency|bool):/;
export const isUnit = (unit: unknown): boolean =>
  typeof unit === 'string' && (units.has(unit) || madeUnits.test(unit));

const modes = new Set(data.fieldColorModeRegistry.list().map(({ id }) => id));
export const isColourMode = (mode: unknown): boolean => typeof mode === 'string' && modes.has(mode as never);

const theme = data.createTheme({ colors: { mode: 'dark' } });
export const isColour = (colour: unknown): boolean =>
  typeof colour === 'string' &&
  (/^#([0-9A-F]{3}|[0-9A-F]{6}|[0-9A-F]{8})$/i.test(colour) ||
    /^rgba?\([\d., ]+\)$/.test(colour) ||
    ['text', 'transparent'].includes(colour) ||
    theme.visualization.getColorByName(colour) !== colour);

const transformers = new Set(Object.values(data.standardTransformers).map(({ id }) => id));
export const isTransformation = (id: unknown): boolean => typeof id === 'string' && transformers.has(id as never);

export const isMatcher = (id: unknown): boolean => data.fieldMatchers.getIfExists(id as string) !== undefined;
