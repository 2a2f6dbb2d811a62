import { createDataFrame, FieldType } from '@grafana/data';
import { describe, expect, test } from 'vitest';
import type { Variable } from '../src/board/dashboard';
import { interpolation, variableQuery } from '../src/board/variables';

const variables: Variable[] = [
    { name: 'unit', type: 'textbox', current: { text: '当湖街道', value: '330482001' } },
    { name: 'county', type: 'query', multi: true, current: { text: ['平湖市', '海盐县'], value: ['330482', '330424'] } },
];
const replace = interpolation(variables, { from: 'now/y', to: 'now' });

test.each([
    ['${unit}', '330482001'],
    ['$unit 总览', '330482001 总览'],
    ['[[unit]]', '330482001'],
    ['${unit:text}', '当湖街道'],
    ['${county}', '330482,330424'],
    ['${county:text}', '平湖市 + 海盐县'],
    ['${county:pipe}', '330482|330424'],
    ['${county:queryparam}', 'var-county=330482&var-county=330424'],
    ['${__from}', 'now/y'],
    ['${__url_time_range}', 'from=now%2Fy&to=now'],
    ['${unknown} 和 $1', '${unknown} 和 $1'],
    ['单价 $5', '单价 $5'],
])('“%s” reads “%s”', (written, expected) => {
    expect(replace(written)).toBe(expected);
});

test('what stands in a page cannot become a tag of it', () => {
    const sly = interpolation([{ name: 'unit', type: 'textbox', current: { value: '<b>&"' } }], { from: '', to: '' });
    expect(sly('${unit}', undefined, 'html')).toBe('&#60;b&#62;&#38;&#34;');
});

describe('a field or cell', () => {
    const frame = createDataFrame({
        fields: [
            { name: '单位', type: FieldType.string, values: ['当湖街道', '钟埭街道'], config: {} },
            { name: 'value', type: FieldType.number, values: [1, 2], config: {}, labels: { title: 'PM2.5 均值' } },
        ],
    });
    const [, field] = frame.fields;
    if (!field) throw new Error('no second field');
    const scoped = (rowIndex: number) => ({ __dataContext: { value: { data: [frame], frame, field, rowIndex } } });

    test('is named by its labels', () => {
        expect(replace('${__field.labels.title}', scoped(0))).toBe('PM2.5 均值');
    });

    test('gives a link its own value and its row’s others', () => {
        expect(replace('/d/u?v=${__value.raw}&u=${__data.fields.单位}', scoped(1), 'uriencode')).toBe('/d/u?v=2&u=%E9%92%9F%E5%9F%AD%E8%A1%97%E9%81%93');
        expect(replace('${__data.fields["单位"]}', scoped(0))).toBe('当湖街道');
    });
});

test('an address carries what was chosen', () => {
    expect(variableQuery(variables)).toBe('var-unit=330482001&var-county=330482&var-county=330424');
});
