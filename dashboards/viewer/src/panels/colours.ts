import tinycolor from 'tinycolor2';

/** Grafana's text colours on a coloured ground: dark on light, light on dark. */
export const readableOn = (ground: string): string => (tinycolor(ground).getBrightness() > 180 ? '#202226' : '#f7f8fa');

export const faded = (colour: string, opacity: number): string => tinycolor(colour).setAlpha(opacity).toRgbString();

export const isVisible = (colour: string | undefined): colour is string => colour !== undefined && tinycolor(colour).getAlpha() > 0;

export const TEXT = '#ccccdc';
export const DIM = 'rgba(204, 204, 220, 0.65)';
export const RULE = 'rgba(204, 204, 220, 0.08)';
export const TRACK = 'rgba(204, 204, 220, 0.07)';
