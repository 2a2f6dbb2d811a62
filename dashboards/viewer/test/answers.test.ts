import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dateTime, FieldType } from '@grafana/data';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Dashboard } from '../src/board/dashboard';
import { interpolation } from '../src/board/variables';
import { framesOf, type Answer } from '../src/fields/frames';
import { draw } from '../src/panels/draw';
import { words } from '../src/screen/words';
import { answer, board } from '../src/wall/api';

const folder = join(import.meta.dirname, '../../grafana/dashboards');
const boards = readdirSync(folder)
    .filter((file) => file.endsWith('.json') && !file.endsWith('-en.json'))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Dashboard);

const columns = [
    { name: 'time', type: FieldType.time },
    { name: 'name', type: FieldType.string },
    { name: 'value', type: FieldType.number },
];

const EMPTY: [string, Answer][] = [
    ['no query', { results: {} }],
    ['no frame', { results: { A: { frames: [] } } }],
    ['no column', { results: { A: { frames: [{ schema: { fields: [] }, data: { values: [] } }] } } }],
    ['no row', { results: { A: { frames: [{ schema: { fields: columns }, data: { values: [[], [], []] } }] } } }],
];

const now = dateTime(0);

describe.each(boards)('an empty answer to $uid', ({ panels, templating }) => {
    const replace = interpolation(templating?.list ?? [], { from: 'now-1h', to: 'now' });

    test.each(EMPTY)('with %s is said to be empty', async (_, empty) => {
        for (const panel of panels.filter(({ targets }) => targets?.length)) {
            const body = document.createElement('div');
            const frames = await framesOf(panel, empty, replace, 'Asia/Shanghai');
            draw({ panel, frames, body, replace, timeZone: 'Asia/Shanghai', dots: 1, range: { from: now, to: now, raw: { from: now, to: now } } });
            expect(body.querySelector('.empty')?.textContent, `panel ${panel.id}`).toBe(words.empty);
        }
    });
});

describe('what the server did not answer as it should', () => {
    const asked = { variables: [], from: 'now-1h', to: 'now' };

    afterEach(() => {
        vi.unstubAllGlobals();
    });

    const answered = (body: string, status = 200) => vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })));

    test.each(['{}', 'null', '[]', '', '<html>a proxy’s page</html>', '{"error":"?"}'])('is not taken for an answer: %s', async (body) => {
        answered(body);
        await expect(answer('one', 1, asked, 800).read()).rejects.toThrow(words.garbled);
        await expect(board('one', []).read()).rejects.toThrow(words.garbled);
    });

    test('is told in the server’s own words where it has any', async () => {
        answered('{"error":"查询超时"}', 504);
        await expect(answer('one', 1, asked, 800).read()).rejects.toThrow('查询超时');
        answered('Bad Gateway', 502);
        await expect(answer('one', 1, asked, 800).read()).rejects.toThrow(words.broken(502));
    });
});
