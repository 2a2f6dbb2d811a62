import { dateTimeFormat, FieldType, formattedValueToString, getFieldSeriesColor, reduceField, type DataFrame, type Field } from '@grafana/data';
import { colour, theme } from '../fields/theme';
import { words } from '../screen/words';
import { axis, chart, legend, LEGEND_HEIGHT, onAxis, tooltip, type LegendOptions } from './chart';
import { faded } from './colours';
import { empty } from './empty';
import type { Draw, Sheet } from './panel';
import { timeLabel } from './timeaxis';

interface Options {
    legend?: LegendOptions;
    tooltip?: { mode?: 'single' | 'multi' | 'none'; sort?: 'none' | 'asc' | 'desc' };
}

interface SeriesStyle {
    drawStyle?: 'line' | 'bars' | 'points';
    lineWidth?: number;
    lineStyle?: { fill?: 'solid' | 'dash' | 'dot'; dash?: number[] };
    lineInterpolation?: 'linear' | 'smooth' | 'stepBefore' | 'stepAfter';
    fillOpacity?: number;
    showPoints?: 'auto' | 'always' | 'never';
    pointSize?: number;
    spanNulls?: boolean | number;
    stacking?: { mode?: 'none' | 'normal' | 'percent'; group?: string };
    axisPlacement?: 'auto' | 'left' | 'right' | 'hidden';
    axisSoftMin?: number;
    axisSoftMax?: number;
    thresholdsStyle?: { mode?: 'off' | 'line' | 'dashed' | 'area' | 'line+area' | 'dashed+area' };
    hideFrom?: { viz?: boolean; legend?: boolean };
}

interface Series {
    field: Field;
    time: Field;
    style: SeriesStyle;
    name: string;
    ink: string;
}

/** Values over time, as lines, bars or points, on a left and a right axis. */
export const timeseries: Draw = (sheet) => {
    const { panel, frames, body, range, timeZone } = sheet;
    const options = panel.options as Options;
    const all = frames.flatMap(seriesOf).filter(({ field, style }) => field.values.length > 0 && !style.hideFrom?.viz);
    if (all.length === 0) {
        body.append(empty());
        return;
    }
    const named = options.legend?.showLegend !== false && options.legend?.displayMode !== 'hidden';
    const entries = all.filter(({ style }) => !style.hideFrom?.legend);
    if (named) {
        legend(
            body,
            entries.map(({ name, ink, field }) => ({ name, colour: ink, note: note(field, options.legend?.calcs) })),
            'line',
        );
    }
    const [from, to] = [range.from.valueOf(), range.to.valueOf()];
    const sides = all.some(({ style }) => style.axisPlacement === 'right') ? (['left', 'right'] as const) : (['left'] as const);
    return chart(
        sheet,
        words.overTime(all.map(({ name }) => name).join(words.comma)),
        {
            grid: { left: 6, right: 10, top: 12, bottom: 2, containLabel: true },
            tooltip: options.tooltip?.mode === 'none' ? undefined : { ...tooltip, trigger: 'axis', formatter: tip(all, timeZone, options.tooltip?.sort) },
            xAxis: {
                type: 'time',
                min: from,
                max: to,
                ...axis,
                splitLine: { show: false },
                axisLabel: { ...axis.axisLabel, hideOverlap: true, formatter: timeLabel(from, to, timeZone) },
            },
            yAxis: sides.map((side) => valueAxis(all.filter((each) => sideOf(each) === side), side)),
            series: all.map((each) => drawn(each, sheet)),
        },
        named ? LEGEND_HEIGHT : 0,
    );
};

const sideOf = ({ style }: Series) => (style.axisPlacement === 'right' ? 'right' : 'left');

function seriesOf(frame: DataFrame): Series[] {
    const time = frame.fields.find((field) => field.type === FieldType.time);
    if (!time) return [];
    return frame.fields
        .filter((field) => field.type === FieldType.number)
        .map((field) => ({
            field,
            time,
            style: (field.config.custom ?? {}) as SeriesStyle,
            name: field.state?.displayName ?? field.name,
            ink: getFieldSeriesColor(field, theme).color,
        }));
}

function valueAxis(all: Series[], side: 'left' | 'right') {
    const [first] = all;
    const config = first?.field.config;
    const percent = first?.style.stacking?.mode === 'percent';
    const soft = (value: number | undefined, wider: (...values: number[]) => number) =>
        value === undefined ? undefined : (extent: { min: number; max: number }) => wider(value, wider === Math.min ? extent.min : extent.max);
    return {
        type: 'value',
        position: side,
        scale: true,
        min: percent ? 0 : (config?.min ?? soft(first?.style.axisSoftMin, Math.min)),
        max: percent ? 1 : (config?.max ?? soft(first?.style.axisSoftMax, Math.max)),
        show: first !== undefined && first.style.axisPlacement !== 'hidden',
        ...axis,
        splitNumber: 4,
        splitLine: { ...axis.splitLine, show: side === 'left' },
        axisLabel: {
            ...axis.axisLabel,
            formatter: (value: number) => (percent ? `${Math.round(value * 100)}%` : first ? onAxis(first.field, value) : String(value)),
        },
    };
}

function drawn(series: Series, sheet: Sheet) {
    const { field, time, style, name, ink } = series;
    const stacked = style.stacking?.mode === 'normal' || style.stacking?.mode === 'percent';
    const bars = style.drawStyle === 'bars';
    const total = (row: number) =>
        sheet.frames.flatMap(seriesOf).reduce((sum, other) => sum + Math.abs(Number(other.field.values[row] ?? 0)), 0) || 1;
    const value = (row: number): number | null => {
        const at = field.values[row] as number | null;
        return style.stacking?.mode === 'percent' && at !== null ? at / total(row) : at;
    };
    const dash = style.lineStyle?.fill === 'dash' ? (style.lineStyle.dash ?? [10, 10]) : style.lineStyle?.fill === 'dot' ? [2, 6] : 'solid';
    const points = style.drawStyle === 'points' || style.showPoints === 'always' || (style.showPoints !== 'never' && field.values.length === 1);
    return {
        type: bars ? 'bar' : 'line',
        name,
        color: ink,
        yAxisIndex: sideOf(series) === 'right' ? 1 : 0,
        stack: stacked ? `${style.stacking?.group ?? 'A'}${sideOf(series)}` : undefined,
        symbol: points ? 'circle' : 'none',
        symbolSize: style.pointSize ?? 5,
        connectNulls: style.spanNulls === true,
        step: style.lineInterpolation === 'stepAfter' ? 'end' : style.lineInterpolation === 'stepBefore' ? 'start' : undefined,
        smooth: style.lineInterpolation === 'smooth' ? 0.3 : false,
        lineStyle: { width: style.drawStyle === 'points' ? 0 : (style.lineWidth ?? 1), type: dash },
        areaStyle: !bars && style.fillOpacity ? { opacity: style.fillOpacity / 100 } : undefined,
        itemStyle: bars ? { opacity: (style.fillOpacity ?? 80) / 100 } : undefined,
        barMaxWidth: 48,
        ...limits(series),
        data: time.values.map((at: number, row: number) => [at, value(row)]),
    };
}

/** Thresholds as lines or washes across the chart. */
function limits({ field, style }: Series) {
    const mode = style.thresholdsStyle?.mode ?? 'off';
    const steps = (field.config.thresholds?.steps ?? []).filter(({ value }) => Number.isFinite(value));
    if (mode === 'off' || steps.length === 0) return {};
    const line = { silent: true, symbol: 'none', label: { show: false } };
    const area = steps.map((step, index) => [
        { yAxis: step.value, itemStyle: { color: faded(colour(step.color), 0.12) } },
        { yAxis: steps[index + 1]?.value ?? 'max' },
    ]);
    return {
        ...(mode.includes('line') || mode.includes('dashed')
            ? { markLine: { ...line, data: steps.map((step) => ({ yAxis: step.value, lineStyle: { color: colour(step.color), width: 2, type: mode.includes('dashed') ? 'dashed' : 'solid' } })) } }
            : {}),
        ...(mode.includes('area') ? { markArea: { silent: true, data: area } } : {}),
    };
}

function note(field: Field, calcs: string[] | undefined): string | undefined {
    const [calc] = calcs ?? [];
    if (!calc || !field.display) return undefined;
    return formattedValueToString(field.display(reduceField({ field, reducers: [calc] })[calc]));
}

function tip(all: Series[], timeZone: string, sort: 'none' | 'asc' | 'desc' = 'none') {
    const order = { none: 0, asc: 1, desc: -1 }[sort];
    return (points: { seriesIndex: number; value: [number, number | null] }[]) => {
        const [first] = points;
        if (!first) return '';
        const sorted = [...points].sort((one, other) => order * ((one.value[1] ?? 0) - (other.value[1] ?? 0)));
        const lines = sorted.flatMap(({ seriesIndex, value }) => {
            const series = all[seriesIndex];
            return series?.field.display && value[1] !== null ? [`${series.name}  ${formattedValueToString(series.field.display(value[1]))}`] : [];
        });
        return [dateTimeFormat(first.value[0], { timeZone, format: 'YYYY-MM-DD HH:mm' }), ...lines].join('\n');
    };
}
