import * as cells from '../style/cells.js';
import { quoted, unit } from './text.js';

/** Hidden columns with the style of a row's cells: the row of the board's own unit stands out in gold. */
export const ownRow = (size: number, code = 'unit'): string =>
  `if(${code} = ${unit}, ${quoted(cells.own(size))}, ${quoted(cells.plain(size))}) AS style, ` +
  `if(${code} = ${unit}, ${quoted(cells.ownFigure(size))}, ${quoted(cells.figure(size))}) AS style_figure`;

export const plainRow = (size: number): string =>
  `${quoted(cells.plain(size))} AS style, ${quoted(cells.figure(size))} AS style_figure`;

export const heated = `${quoted(cells.heated)} AS style_cell`;
