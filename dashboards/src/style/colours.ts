import { settings } from '../settings.js';

/** Every colour has one meaning, and never stands alone: an arrow, a word or a place says the same. */
export const ink = '#F4F5F8';
export const dim = '#9DA3B4';
export const faint = '#4A5266';
export const rule = '#4A4D57';
export const board = '#CCCCDC';
export const panel = '#181B1F';

/** The own unit, and a place among the first three. */
export const gold = '#F2C55C';
export const goldWash = 'rgba(242,197,92,.10)';
/** Under type so small that the full wash would take the contrast from what is red on it. */
export const goldWashFaint = 'rgba(242,197,92,.03)';

/** The red flag: the sign and its block. */
export const flag = '#F2495C';
export const flagBlock = '#7E1D2A';

/** The last places. */
export const lastBlock = '#1E4A6B';

/** A magnitude that is neither good nor bad. */
export const neutral = '#6E9FFF';

/** Direction, and nothing else. */
const chinese = settings.growthColours === 'chinese';
export const rise = chinese ? 'red' : 'green';
export const fall = chinese ? 'green' : 'red';
export const percentChangeColours = chinese ? 'inverted' : 'standard';

/** Heat of places in a field of nine, first to last. */
export const heat = [
  '#8E1F2C',
  '#6E2630',
  '#532B33',
  '#2A2D35',
  '#2A2D35',
  '#2A2D35',
  '#24384A',
  '#21405A',
  '#1E4A6B',
] as const;

/** Levels of air quality in the official RGB of HJ 633, from 优 to 严重污染. */
export const airLevels = [
  { level: '优', english: 'Excellent', colour: 'rgb(0,228,0)' },
  { level: '良', english: 'Good', colour: 'rgb(255,255,0)' },
  { level: '轻度污染', english: 'Light', colour: 'rgb(255,126,0)' },
  { level: '中度污染', english: 'Moderate', colour: 'rgb(255,0,0)' },
  { level: '重度污染', english: 'Heavy', colour: 'rgb(153,0,76)' },
  { level: '严重污染', english: 'Severe', colour: 'rgb(126,0,35)' },
] as const;

/** Levels of alerts, worst first. */
export const alertLevels = [
  { level: '红', id: 'red', english: 'Red', colour: '#F2495C', text: '#FFFFFF' },
  { level: '橙', id: 'orange', english: 'Orange', colour: '#FF9830', text: '#111217' },
  { level: '黄', id: 'yellow', english: 'Yellow', colour: '#FADE2A', text: '#111217' },
  { level: '蓝', id: 'blue', english: 'Blue', colour: '#5794F2', text: '#FFFFFF' },
] as const;

export const darkText = '#111217';
export const lightText = '#FFFFFF';
