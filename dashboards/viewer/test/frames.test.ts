import { FieldType, formattedValueToString, type DataFrame } from '@grafana/data';
import { describe, expect, test } from 'vitest';
import type { Panel } from '../src/board/dashboard';
import { interpolation } from '../src/board/variables';
import { framesOf, valuesOf, type Answer } from '../src/fields/frames';

const replace = interpolation([{ name: 'unit_name', type: 'query', current: { value: '当湖街道' } }], { from: 'now-1h', to: 'now' });

const answer = (...fields: { name: string; type?: FieldType; labels?: Record<string, string>; values: unknown[] }[]) =>
    ({
        results: {
            A: {
                frames: [
                    {
                        schema: { fields: fields.map(({ name, type = FieldType.string, labels }) => ({ name, type, labels })) },
                        data: { values: fields.map(({ values }) => values) },
                    },
                ],
            },
        },
    }) as Answer;

const panel = (more: Partial<Panel>): Panel => ({
    id: 1,
    type: 'stat',
    gridPos: { x: 0, y: 0, w: 1, h: 1 },
    options: {},
    fieldConfig: { defaults: {}, overrides: [] },
    ...more,
});

const shown = (frames: DataFrame[], name: string): string[] => {
    const field = frames[0]?.fields.find((each) => each.name === name);
    return field?.values.map((value: unknown) => formattedValueToString(field.display?.(value) ?? { text: '', numeric: NaN })) ?? [];
};

describe('a value', () => {
    test('has its unit and its decimals', async () => {
        const asked = panel({ fieldConfig: { defaults: { unit: 'suffix: 亿元', decimals: 2 }, overrides: [] } });
        const frames = await framesOf(asked, answer({ name: 'value', type: FieldType.number, values: [143.5487, 20] }), replace, 'Asia/Shanghai');
        expect(shown(frames, 'value').map((text) => text.replace(/\s+/g, ' '))).toEqual(['143.55 亿元', '20.00 亿元']);
    });

    test('takes the words and the colour that a mapping gives it', async () => {
        const mappings = [{ type: 'value', options: { 红: { color: '#F2495C', index: 0 } } }, { type: 'regex', options: { pattern: '/^▼/', result: { color: '#73BF69', index: 1 } } }];
        const asked = panel({ fieldConfig: { defaults: { mappings: mappings as never }, overrides: [] } });
        const [frame] = await framesOf(asked, answer({ name: 'level', values: ['红', '▼2'] }), replace, 'Asia/Shanghai');
        const [field] = frame?.fields ?? [];
        expect(field?.display?.('红').color?.toUpperCase()).toBe('#F2495C');
        expect(field?.display?.('▼2')).toMatchObject({ text: '▼2', color: expect.stringMatching(/73bf69/i) as string });
    });

    test('takes the colour of the threshold that it reaches', async () => {
        const thresholds = { mode: 'absolute', steps: [{ color: '#6E9FFF', value: null }, { color: '#FF9830', value: 90 }] } as never;
        const asked = panel({ fieldConfig: { defaults: { thresholds, color: { mode: 'thresholds' } }, overrides: [] } });
        const [frame] = await framesOf(asked, answer({ name: 'value', type: FieldType.number, values: [89.9, 90] }), replace, 'Asia/Shanghai');
        const [field] = frame?.fields ?? [];
        expect([89.9, 90].map((value) => field?.display?.(value).color)).toEqual(['#6E9FFF', '#FF9830']);
    });

    test('obeys the override of its column, with the variables in its name', async () => {
        const overrides = [{ matcher: { id: 'byName', options: '本单位' }, properties: [{ id: 'displayName', value: '${unit_name}' }, { id: 'custom.width', value: 130 }] }];
        const [frame] = await framesOf(panel({ type: 'table', fieldConfig: { defaults: { custom: { align: 'auto' } }, overrides } }), answer({ name: '本单位', values: ['▲1%'] }), replace, 'Asia/Shanghai');
        expect(frame?.fields[0]?.state?.displayName).toBe('当湖街道');
        expect(frame?.fields[0]?.config.custom).toEqual({ align: 'auto', width: 130 });
    });
});

test('a transformation is applied before the overrides', async () => {
    const asked = panel({
        type: 'table',
        transformations: [{ id: 'organize', options: { excludeByName: { code: true }, renameByName: { name: '单位' } } }],
        fieldConfig: { defaults: {}, overrides: [{ matcher: { id: 'byName', options: '单位' }, properties: [{ id: 'custom.align', value: 'right' }] }] },
    });
    const [frame] = await framesOf(asked, answer({ name: 'code', values: ['1'] }, { name: 'name', values: ['当湖街道'] }), replace, 'Asia/Shanghai');
    expect(frame?.fields.map(({ state, config }) => [state?.displayName, (config.custom as { align?: string }).align])).toEqual([['单位', 'right']]);
});

test('a tile shows its last value, named by its label, and the growth from the first', async () => {
    const asked = panel({
        fieldConfig: { defaults: { displayName: '${__field.labels.title}', decimals: 2 }, overrides: [] },
        options: { reduceOptions: { values: false, calcs: ['lastNotNull'], fields: '' } },
    });
    const frames = await framesOf(
        asked,
        answer({ name: 'time', type: FieldType.time, values: [0, 86_400_000] }, { name: 'value', type: FieldType.number, labels: { title: '1–10月 营收' }, values: [124.0708, 143.55] }),
        replace,
        'Asia/Shanghai',
    );
    const [value] = valuesOf(asked, frames, replace, 'Asia/Shanghai', { percentChange: true });
    expect(value?.display).toMatchObject({ title: '1–10月 营收', text: '143.55' });
    expect(value?.display.percentChange).toBeCloseTo(15.7, 2);
});

test('each row is a value of its own where rows are asked for', async () => {
    const asked = panel({ options: { reduceOptions: { values: true, calcs: [], fields: '/^rank$/' } } });
    const frames = await framesOf(asked, answer({ name: 'name', values: ['1季度', '1–2季度 ▲1'] }, { name: 'rank', type: FieldType.number, values: [2, 1] }), replace, 'Asia/Shanghai');
    expect(valuesOf(asked, frames, replace, 'Asia/Shanghai').map(({ display }) => [display.title, display.text])).toEqual([
        ['1季度', '2'],
        ['1–2季度 ▲1', '1'],
    ]);
});
