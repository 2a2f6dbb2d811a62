import { dateTime, FieldType } from '@grafana/data';
import { expect, test } from 'vitest';
import type { Panel } from '../src/board/dashboard';
import { interpolation } from '../src/board/variables';
import { framesOf } from '../src/fields/frames';
import { draw } from '../src/panels/draw';

const replace = interpolation([], { from: 'now-1h', to: 'now' });
const GOLD = '{"fontSize":24,"fontWeight":600,"color":"#F2C55C","borderRadius":10}';

const panel: Panel = {
    id: 1,
    type: 'table',
    gridPos: { x: 0, y: 0, w: 12, h: 9 },
    options: { cellHeight: 'lg', showHeader: true },
    fieldConfig: {
        defaults: { custom: { styleField: 'style' } },
        overrides: [
            { matcher: { id: 'byName', options: 'style' }, properties: [{ id: 'custom.hideFrom', value: { viz: true } }] },
            {
                matcher: { id: 'byName', options: '级别' },
                properties: [
                    { id: 'custom.cellOptions', value: { type: 'color-background' } },
                    { id: 'mappings', value: [{ type: 'value', options: { 黄: { color: '#FADE2A', index: 0 } } }] },
                    { id: 'custom.styleField', value: '' },
                ],
            },
            { matcher: { id: 'byName', options: '单位' }, properties: [{ id: 'links', value: [{ title: '追溯', url: '/d/pennant-unit?var-unit=${__value.raw}' }] }] },
        ],
    },
};

const answer = {
    results: {
        A: {
            frames: [
                {
                    schema: { fields: ['级别', '单位', 'style'].map((name) => ({ name, type: FieldType.string })) },
                    data: { values: [['黄', '红'], ['⚑ 当湖街道', '新仓镇'], [GOLD, 'not JSON']] },
                },
            ],
        },
    },
};

async function drawn(): Promise<HTMLElement> {
    const body = document.createElement('div');
    const frames = await framesOf(panel, answer, replace, 'Asia/Shanghai');
    const now = dateTime(0);
    draw({ panel, frames, body, replace, timeZone: 'Asia/Shanghai', dots: 1, range: { from: now, to: now, raw: { from: now, to: now } } });
    return body;
}

const cells = (body: HTMLElement) => [...body.querySelectorAll<HTMLElement>('tbody td')];

test('a column that only carries styles is not shown', async () => {
    const body = await drawn();
    expect([...body.querySelectorAll('th')].map((head) => head.textContent)).toEqual(['级别', '单位']);
    expect(cells(body).map((cell) => cell.textContent)).toEqual(['黄', '⚑ 当湖街道', '红', '新仓镇']);
});

test('a row brings its own type size and colour, and a row whose style is no JSON has none', async () => {
    const [, own, , other] = cells(await drawn());
    expect(own?.style.fontSize).toBe('24px');
    expect(own?.style.fontWeight).toBe('600');
    expect(own?.style.borderRadius).toBe('10px');
    expect(other?.style.fontSize).toBe('');
});

test('a chip has the colour of its mapping, and words that can be read on it', async () => {
    const [chip] = cells(await drawn());
    expect(chip?.style.background.toLowerCase()).toContain('#fade2a');
    expect(chip?.style.color).toBe('#202226');
});

test('a link carries the value of its cell', async () => {
    const body = await drawn();
    expect([...body.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toContain('/d/pennant-unit?var-unit=新仓镇');
});

test('a panel of a type that nobody draws says so', () => {
    const body = document.createElement('div');
    const now = dateTime(0);
    draw({ panel: { ...panel, type: 'geomap' }, frames: [], body, replace, timeZone: 'browser', dots: 1, range: { from: now, to: now, raw: { from: now, to: now } } });
    expect(body.textContent).toContain('geomap');
    expect(body.querySelector('[role=alert]')).not.toBeNull();
});
