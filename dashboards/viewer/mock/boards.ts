import type { Dashboard, Panel } from '../src/board/dashboard';
import type { Result } from './results.ts';

/** A board with the answers of its panels: in a folder of `<board>.json` with `<board>.results.json`, or made here. */
export interface Fixture {
    dashboard: Dashboard;
    variables: Record<string, string>;
    results: Record<string, Record<string, Result>>;
}

const DAY = 86_400_000;
const FROM = Date.UTC(2020, 0, 1);

const result = (columns: [string, string?][], data: unknown[][]): Record<string, Result> => ({
    A: { meta: columns.map(([name, type = 'String']) => ({ name, type })), data },
});

const panel = (id: number, type: string, x: number, y: number, more: Partial<Panel> = {}): Panel => ({
    id,
    type,
    title: `${type} · 样例`,
    gridPos: { x, y, w: 8, h: 8 },
    targets: [{ refId: 'A', format: 1 }],
    options: {},
    ...more,
    fieldConfig: more.fieldConfig ?? { defaults: {}, overrides: [] },
});

const months = Array.from({ length: 12 }, (_, month) => [FROM + month * 30 * DAY, 20 + 8 * Math.sin(month), 30 + 5 * Math.cos(month)]);
const steps = (...all: [string, number | null][]) => ({ mode: 'absolute' as never, steps: all.map(([color, value]) => ({ color, value: value as number })) });

/** A board with a panel of every type, and one of a type that nobody draws. */
export function every(): Fixture {
    const series = result([['time', 'DateTime'], ['本单位', 'Float64'], ['全市', 'Float64']], months);
    const named = result([['name'], ['value', 'Float64']], [['服务业', 62], ['工业', 27], ['农业', 11]]);
    const dashboard: Dashboard = {
        uid: 'every-panel',
        title: '每种面板',
        tags: ['analyst'],
        timezone: 'Asia/Shanghai',
        refresh: '10s',
        time: { from: String(FROM), to: String(FROM + 366 * DAY) },
        templating: {
            list: [
                {
                    name: 'unit',
                    type: 'custom',
                    label: '单位',
                    hide: 0,
                    options: [
                        { text: '当湖街道', value: '330482001' },
                        { text: '钟埭街道', value: '330482002' },
                    ],
                    current: { text: '当湖街道', value: '330482001' },
                },
            ],
        },
        panels: [
            panel(1, 'stat', 0, 0, { options: { reduceOptions: { values: true, calcs: [] }, graphMode: 'none' } }),
            panel(2, 'gauge', 8, 0, { fieldConfig: { defaults: { unit: 'percent', min: 0, max: 100 }, overrides: [] } }),
            panel(3, 'bargauge', 16, 0, { options: { reduceOptions: { values: true, calcs: [] }, orientation: 'horizontal' } }),
            panel(4, 'timeseries', 0, 8, { options: { legend: { showLegend: true, calcs: ['lastNotNull'] } }, fieldConfig: { defaults: { unit: 'suffix: 亿元', decimals: 1, custom: { lineWidth: 2, fillOpacity: 10 } }, overrides: [] } }),
            panel(5, 'barchart', 8, 8, { options: { xField: 'name', legend: { showLegend: true } } }),
            panel(6, 'piechart', 16, 8, { options: { reduceOptions: { values: true, calcs: [] }, displayLabels: ['name', 'percent'] } }),
            panel(7, 'state-timeline', 0, 16, {
                fieldConfig: { defaults: { thresholds: steps(['green', null], ['yellow', 2], ['orange', 3]), color: { mode: 'thresholds' } }, overrides: [] },
                options: { legend: { showLegend: true } },
            }),
            panel(8, 'table', 8, 16, {
                transformations: [{ id: 'organize', options: { renameByName: { name: '行业', value: '占比' } } }],
                fieldConfig: {
                    defaults: {},
                    overrides: [
                        {
                            matcher: { id: 'byName', options: '占比' },
                            properties: [
                                { id: 'unit', value: 'percent' },
                                { id: 'custom.cellOptions', value: { type: 'color-background' } },
                                { id: 'color', value: { mode: 'thresholds' } },
                                { id: 'thresholds', value: steps(['blue', null], ['red', 50]) },
                                { id: 'links', value: [{ title: '追溯', url: '/d/every-panel?var-unit=${__data.fields.行业}' }] },
                            ],
                        },
                    ],
                },
            }),
            panel(9, 'text', 16, 16, { title: '', targets: undefined, options: { mode: 'markdown', content: '## ${unit:text}\n\n⚑ 说明 **要点**' } }),
            panel(10, 'row', 0, 24, { title: '更多', targets: undefined, gridPos: { x: 0, y: 24, w: 24, h: 1 }, collapsed: true, panels: [panel(11, 'geomap', 0, 25)] }),
        ],
    };
    return {
        dashboard,
        variables: {},
        results: {
            1: named,
            2: result([['value', 'Float64']], [[92.5]]),
            3: named,
            4: series,
            5: named,
            6: named,
            7: result([['time', 'DateTime'], ['级别', 'UInt8']], months.map(([at], month) => [at, 1 + (month % 3)])),
            8: named,
            11: named,
        },
    };
}
