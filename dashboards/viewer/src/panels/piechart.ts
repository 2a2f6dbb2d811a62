import { formattedValueToString } from '@grafana/data';
import { valuesOf } from '../fields/frames';
import { words } from '../screen/words';
import { AXIS_SIZE, chart, legend, LEGEND_HEIGHT, tooltip, type LegendOptions } from './chart';
import { TEXT } from './colours';
import { empty } from './empty';
import type { Draw } from './panel';

interface Options {
    pieType?: 'pie' | 'donut';
    displayLabels?: ('name' | 'value' | 'percent')[];
    legend?: LegendOptions & { values?: ('value' | 'percent')[] };
    sort?: 'desc' | 'asc' | 'none';
}

/** Parts of a whole. */
export const piechart: Draw = (sheet) => {
    const { panel, frames, body, replace, timeZone } = sheet;
    const options = panel.options as Options;
    const parts = valuesOf(panel, frames, replace, timeZone)
        .map(({ display }) => display)
        .filter(({ numeric }) => Number.isFinite(numeric) && numeric > 0);
    if (parts.length === 0) {
        body.append(empty());
        return;
    }
    if (options.sort !== 'none') parts.sort((one, other) => (options.sort === 'asc' ? 1 : -1) * (one.numeric - other.numeric));
    const total = parts.reduce((sum, { numeric }) => sum + numeric, 0);
    const share = (numeric: number) => `${((100 * numeric) / total).toFixed(1)}%`;
    const named = options.legend?.showLegend !== false && options.legend?.displayMode !== 'hidden';
    const right = options.legend?.placement === 'right';
    if (named && !right) legend(body, parts.map((part) => ({ name: part.title ?? '', colour: part.color ?? TEXT })));
    const wanted = options.displayLabels ?? [];
    const label = (index: number) => {
        const part = parts[index];
        if (!part) return '';
        const words = { name: part.title ?? '', value: formattedValueToString(part), percent: share(part.numeric) };
        return wanted.map((each) => words[each]).join(' ');
    };
    return chart(
        sheet,
        parts.map((part) => `${part.title ?? ''} ${formattedValueToString(part)}`).join(words.comma),
        {
            tooltip: { ...tooltip, trigger: 'item' },
            legend: named && right ? { orient: 'vertical', right: 12, top: 'middle', icon: 'rect', itemWidth: 16, itemHeight: 10, textStyle: { color: TEXT, fontSize: AXIS_SIZE } } : undefined,
            series: [
                {
                    type: 'pie',
                    radius: options.pieType === 'donut' ? ['52%', '84%'] : ['0%', '84%'],
                    center: [named && right ? '38%' : '50%', '50%'],
                    label: { show: wanted.length > 0, color: TEXT, fontSize: AXIS_SIZE, formatter: ({ dataIndex }: { dataIndex: number }) => label(dataIndex) },
                    labelLine: { show: wanted.length > 0 },
                    itemStyle: { borderColor: '#181b1f', borderWidth: 2 },
                    data: parts.map((part) => ({ name: part.title ?? '', value: part.numeric, itemStyle: { color: part.color } })),
                },
            ],
        },
        named && !right ? LEGEND_HEIGHT : 0,
    );
};
