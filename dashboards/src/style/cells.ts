import * as colours from './colours.js';

/** The style of a cell as JSON, which a table takes from a hidden column of the result: the only way to a type size of one's own. */
const css = (properties: Record<string, string | number>): string => JSON.stringify(properties);

export const plain = (fontSize: number): string => css({ fontSize });
export const figure = (fontSize: number): string => css({ fontSize, fontWeight: 500 });

const wash = (fontSize: number): string => (fontSize < 20 ? colours.goldWashFaint : colours.goldWash);

export const own = (fontSize: number): string =>
  css({ fontSize, fontWeight: 600, color: colours.gold, background: wash(fontSize) });
export const ownFigure = (fontSize: number): string => css({ fontSize, fontWeight: 700, background: wash(fontSize) });

/** A chip: the background of the cell, drawn inside a transparent border. */
export const chip = (color: string): string =>
  css({
    fontSize: 22,
    fontWeight: 600,
    color,
    border: '7px solid transparent',
    backgroundClip: 'padding-box',
    borderRadius: 10,
  });

/** A cell of a heat table, with the panel's own colour between it and the next. */
export const heated = css({
  fontSize: 24,
  fontWeight: 500,
  color: colours.ink,
  borderRight: `2px solid ${colours.panel}`,
  borderBottom: `2px solid ${colours.panel}`,
});
