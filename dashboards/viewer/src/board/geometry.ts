import type { GridPos, Panel } from './dashboard';

/** Grafana's grid: 24 columns, rows of 30 px and a gap of 8. */
export const COLUMNS = 24;
export const GAP = 8;
export const PADDING = 16;
export const ROW = 38;

/** A wall is drawn for 1920 × 1080 and scaled to the screen as a whole. */
export const WALL = { width: 1920, height: 1080 };

export interface Box {
    left: number;
    top: number;
    width: number;
    height: number;
}

export interface Grid {
    column: number;
    row: number;
}

/** How many times a wall's drawing is enlarged on a screen: by the tighter side, so that nothing is cut off. */
export const enlargement = (width: number, height: number) => Math.min(width / WALL.width, height / WALL.height);

/** A wall has no scroll bar: its rows stretch to the foot of the screen, or shrink to stay on it. */
export function fitted(panels: Panel[], width: number, height: number): Grid {
    const rows = Math.max(1, ...panels.map(({ gridPos }) => gridPos.y + gridPos.h));
    return { column: columnOf(width), row: (height - 2 * PADDING + GAP) / rows };
}

/** A board at a desk scrolls: its rows are Grafana's. */
export const scrolled = (width: number): Grid => ({ column: columnOf(width), row: ROW });

const columnOf = (width: number) => (width - 2 * PADDING + GAP) / COLUMNS;

export const boxOf = ({ x, y, w, h }: GridPos, { column, row }: Grid): Box => ({
    left: x * column,
    top: y * row,
    width: w * column - GAP,
    height: h * row - GAP,
});

/**
 * The panels of a board in the order of its rows. A collapsed row's panels hang below its heading, out of sight: what is opened moves down all
 * that follows, what is closed moves it up.
 */
export function unfolded(panels: Panel[], isOpen: (row: Panel) => boolean): Panel[] {
    const shown: Panel[] = [];
    let moved = 0;
    let closed: { from: number; to: number } | undefined;
    const inOrder = [...panels].sort((one, other) => one.gridPos.y - other.gridPos.y || one.gridPos.x - other.gridPos.x);
    for (const panel of inOrder) {
        if (panel.type !== 'row') {
            if (!closed) shown.push(shifted(panel, moved));
            else closed.to = Math.max(closed.to, panel.gridPos.y + panel.gridPos.h);
            continue;
        }
        if (closed) moved -= Math.max(0, closed.to - closed.from);
        closed = undefined;
        shown.push(shifted(panel, moved));
        const inside = panel.panels ?? [];
        const below = panel.gridPos.y + panel.gridPos.h;
        if (isOpen(panel) && inside.length > 0) {
            const first = Math.min(...inside.map(({ gridPos }) => gridPos.y));
            const last = Math.max(...inside.map(({ gridPos }) => gridPos.y + gridPos.h));
            inside.forEach((each) => shown.push(shifted(each, moved + below - first)));
            moved += last - first;
        } else if (!isOpen(panel) && inside.length === 0) {
            closed = { from: below, to: below };
        }
    }
    return shown;
}

const shifted = (panel: Panel, rows: number): Panel =>
    rows === 0 ? panel : { ...panel, gridPos: { ...panel.gridPos, y: panel.gridPos.y + rows } };
