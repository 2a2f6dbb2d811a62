import type { DataFrameJSON } from '@grafana/data';

/** Columns with ClickHouse's types, and rows. */
export interface Result {
    meta: { name: string; type: string }[];
    data: unknown[][];
}

interface Column {
    name: string;
    type: string;
    labels?: Record<string, string>;
    values: unknown[];
}

/** A result as the frame that the wall's server sends; a long time series side by side, each text a label. */
export function framed({ meta, data }: Result, series: boolean): DataFrameJSON {
    const columns = meta.map(({ name, type }, index) => ({ name, type: typeOf(type), values: data.map((row) => row[index]) }));
    const sent = series ? wide(columns) : columns;
    return { schema: { fields: sent.map(({ values: _, ...field }) => field) }, data: { values: sent.map(({ values }) => values) } } as DataFrameJSON;
}

const typeOf = (type: string) => (/^Array/.test(type) ? 'other' : /Date/.test(type) ? 'time' : /Int|Float|Decimal/.test(type) ? 'number' : 'string');

function wide(columns: Column[]): Column[] {
    const time = columns.find(({ type }) => type === 'time');
    const texts = columns.filter(({ type }) => type === 'string');
    if (!time || texts.length === 0) return columns;
    const times = [...new Set(time.values as number[])].sort((one, other) => one - other);
    const found = new Map<string, Column>();
    time.values.forEach((at, row) => {
        const labels = Object.fromEntries(texts.map(({ name, values }) => [name, String(values[row])]));
        for (const { name, values } of columns.filter(({ type }) => type === 'number')) {
            const key = JSON.stringify([name, labels]);
            const column = found.get(key) ?? { name, type: 'number', labels, values: times.map(() => null) };
            column.values[times.indexOf(at as number)] = values[row];
            found.set(key, column);
        }
    });
    return [{ ...time, values: times }, ...found.values()];
}
