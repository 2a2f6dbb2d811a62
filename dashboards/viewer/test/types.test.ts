import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Dashboard, Panel } from '../src/board/dashboard';
import { DRAWN } from '../src/panels/draw';

const folder = join(import.meta.dirname, '../../grafana/dashboards');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

test('there are boards to draw', () => {
    expect(files.length).toBeGreaterThan(7);
});

test.each(files)('%s has no panel that the wall does not draw', (file) => {
    const { panels } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Dashboard;
    const all = panels.flatMap((panel): Panel[] => [panel, ...(panel.panels ?? [])]);
    const undrawn = all.filter(({ type }) => type !== 'row' && !(type in DRAWN)).map(({ id, type }) => `${id}: ${type}`);
    expect(undrawn).toEqual([]);
});
