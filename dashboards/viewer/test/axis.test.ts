import { FieldType } from '@grafana/data';
import { expect, test } from 'vitest';
import { interpolation } from '../src/board/variables';
import { framesOf, type Answer } from '../src/fields/frames';
import { onAxis } from '../src/panels/chart';

const replace = interpolation([], { from: 'now-1h', to: 'now' });
const bars = { results: { A: { frames: [{ schema: { fields: [{ name: 'now', type: FieldType.number }] }, data: { values: [[1]] } }] } } } as Answer;

/** What stands beside an axis whose field has such decimals and such a unit. */
async function axisOf(steps: number[], defaults: { decimals?: number; unit: string }): Promise<string[]> {
    const frames = await framesOf(
        { id: 1, type: 'barchart', gridPos: { x: 0, y: 0, w: 1, h: 1 }, options: {}, fieldConfig: { defaults, overrides: [] } },
        bars,
        replace,
        'Asia/Shanghai',
    );
    const field = frames[0]?.fields[0];
    return steps.map((step) => (field ? onAxis(field, step) : ''));
}

test('an axis without decimals has as many as its steps', async () => {
    expect(await axisOf([-0.01, 0, 0.005, 0.015000000000000001], { unit: 'none' })).toEqual(['-0.01', '0', '0.005', '0.015']);
    expect(await axisOf([0, 2.5, 5], { unit: 'none' })).toEqual(['0', '2.5', '5']);
    expect(await axisOf([0, 1500], { unit: 'ms' })).toEqual(['0 ms', '1.5 s']);
});

test('an axis with decimals keeps them', async () => {
    expect(await axisOf([0, 0.5, 1], { unit: 'none', decimals: 1 })).toEqual(['0.0', '0.5', '1.0']);
});
