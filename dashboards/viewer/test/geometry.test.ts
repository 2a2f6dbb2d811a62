import { describe, expect, test } from 'vitest';
import type { Panel } from '../src/board/dashboard';
import { boxOf, COLUMNS, enlargement, fitted, GAP, PADDING, scrolled, unfolded } from '../src/board/geometry';

const panel = (id: number, y: number, h: number, more: Partial<Panel> = {}): Panel => ({
    id,
    type: 'stat',
    gridPos: { x: 0, y, w: 24, h },
    fieldConfig: { defaults: {}, overrides: [] },
    options: {},
    ...more,
});

const rows = (panels: Panel[]) => panels.map(({ id, gridPos }) => [id, gridPos.y]);

describe('a wall', () => {
    test('fills the screen to its foot, whatever the number of its rows', () => {
        for (const last of [20, 27, 33]) {
            const grid = fitted([panel(1, 0, last)], 1920, 1080);
            const box = boxOf({ x: 0, y: 0, w: COLUMNS, h: last }, grid);
            expect(box.width + 2 * PADDING).toBeCloseTo(1920);
            expect(box.height + 2 * PADDING).toBeCloseTo(1080);
        }
    });

    test('is drawn twice as large on a screen of twice the size', () => {
        expect(enlargement(1920, 1080)).toBe(1);
        expect(enlargement(3840, 2160)).toBe(2);
    });

    test('is enlarged by the tighter side, so that nothing is cut off', () => {
        expect(enlargement(3840, 1080)).toBe(1);
        expect(enlargement(960, 1080)).toBe(0.5);
    });

    test('keeps a gap between panels side by side', () => {
        const grid = fitted([panel(1, 0, 27)], 1920, 1080);
        const left = boxOf({ x: 0, y: 0, w: 12, h: 5 }, grid);
        const right = boxOf({ x: 12, y: 0, w: 12, h: 5 }, grid);
        expect(right.left - (left.left + left.width)).toBeCloseTo(GAP);
    });
});

describe('a board at a desk', () => {
    test("has Grafana's rows", () => {
        expect(boxOf({ x: 0, y: 2, w: 6, h: 7 }, scrolled(1400))).toMatchObject({ top: 76, height: 258 });
    });

    test('hides the panels of a collapsed row, and what follows stands where it stood', () => {
        const row = panel(2, 4, 1, { type: 'row', collapsed: true, panels: [panel(3, 5, 8)] });
        const all = [panel(1, 0, 4), row, panel(4, 5, 6)];
        expect(rows(unfolded(all, () => false))).toEqual([[1, 0], [2, 4], [4, 5]]);
    });

    test('moves what follows down when a row is opened', () => {
        const row = panel(2, 4, 1, { type: 'row', collapsed: true, panels: [panel(3, 5, 8)] });
        const all = [panel(1, 0, 4), row, panel(4, 5, 6)];
        expect(rows(unfolded(all, () => true))).toEqual([[1, 0], [2, 4], [3, 5], [4, 13]]);
    });

    test('moves the next row up when an open row is closed', () => {
        const first = panel(1, 0, 1, { type: 'row' });
        const second = panel(3, 9, 1, { type: 'row' });
        const all = [first, panel(2, 1, 8), second, panel(4, 10, 3)];
        expect(rows(unfolded(all, ({ id }) => id === 3))).toEqual([[1, 0], [3, 1], [4, 2]]);
    });
});
