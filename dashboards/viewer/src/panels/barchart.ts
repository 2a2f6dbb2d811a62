import { FieldType, formattedValueToString, getFieldSeriesColor, type Field } from '@grafana/data';
import { theme } from '../fields/theme';
import { words } from '../screen/words';
import { axis, AXIS_SIZE, chart, legend, LEGEND_HEIGHT, onAxis, tooltip, type LegendOptions } from './chart';
import { TEXT } from './colours';
import { empty } from './empty';
import { largest } from './measure';
import type { Draw } from './panel';

/** px; the axis of a bar chart is not written smaller. */
const LEAST_SIZE = 13;

interface Options {
    orientation?: 'auto' | 'horizontal' | 'vertical';
    xField?: string;
    colorByField?: string;
    xTickLabelRotation?: number;
    xTickLabelSpacing?: number;
    xTickLabelMaxLength?: number;
    showValue?: 'auto' | 'always' | 'never';
    stacking?: 'none' | 'normal' | 'percent';
    barWidth?: number;
    groupWidth?: number;
    barRadius?: number;
    legend?: LegendOptions;
    text?: { valueSize?: number };
}

interface BarStyle {
    fillOpacity?: number;
    lineWidth?: number;
    hideFrom?: { viz?: boolean; legend?: boolean };
    axisPlacement?: string;
}

const styleOf = (field: Field) => (field.config.custom ?? {}) as BarStyle;

/** A bar, or a stack or group of bars, for each row. */
export const barchart: Draw = (sheet) => {
    const { panel, frames, body } = sheet;
    const options = panel.options as Options;
    const frame = frames[0];
    const names = frame?.fields.find((field) => field.name === options.xField || field.state?.displayName === options.xField) ?? frame?.fields.find((field) => field.type === FieldType.string || field.type === FieldType.time);
    const by = frame?.fields.find((field) => field.name === options.colorByField);
    const bars = frame?.fields.filter((field) => field.type === FieldType.number && field !== by && field !== names && !styleOf(field).hideFrom?.viz) ?? [];
    const [first] = bars;
    if (!frame || !names || !first || frame.length === 0) {
        body.append(empty());
        return;
    }
    const flat = options.orientation === 'horizontal';
    const named = options.legend?.showLegend === true;
    if (named) {
        const entries = bars.filter((field) => !styleOf(field).hideFrom?.legend);
        legend(body, entries.map((field) => ({ name: nameOf(field), colour: getFieldSeriesColor(field, theme).color })));
    }
    const stacked = options.stacking === 'normal' || options.stacking === 'percent';
    const shares = options.stacking === 'percent';
    const total = (row: number) => bars.reduce((sum, field) => sum + Number(field.values[row] ?? 0), 0) || 1;
    const written = names.values.map((value: unknown) => shorten(names.display ? formattedValueToString(names.display(value)) : String(value), options.xTickLabelMaxLength));
    const each = body.clientWidth / frame.length;
    const labels = {
        type: 'category',
        data: written,
        ...axis,
        axisLabel: {
            ...axis.axisLabel,
            // Rather a little smaller than one upon the other, and rather not all than too small.
            fontSize: flat ? AXIS_SIZE : Math.max(LEAST_SIZE, Math.min(...written.map((text: string) => largest(text, each - 6, Infinity, AXIS_SIZE, 400)))),
            hideOverlap: true,
            interval: interval(options.xTickLabelSpacing, each),
            rotate: -(options.xTickLabelRotation ?? 0),
        },
    };
    const { min, max } = first.config;
    const numbers = {
        type: 'value',
        min: min ?? undefined,
        max: shares ? 1 : (max ?? undefined),
        ...axis,
        splitNumber: 4,
        show: styleOf(first).axisPlacement !== 'hidden',
        axisLabel: {
            ...axis.axisLabel,
            // A stated end that is no round number would stand on the last round one.
            showMaxLabel: max === undefined || max === null ? undefined : false,
            formatter: (value: number) => (shares ? `${Math.round(value * 100)}%` : onAxis(first, value)),
        },
    };
    return chart(
        sheet,
        words.byName(bars.map(nameOf).join(words.comma), nameOf(names), frame.length),
        {
            grid: { left: 4, right: 10, top: 12, bottom: 2, containLabel: true },
            tooltip: { ...tooltip, trigger: 'axis', axisPointer: { type: 'none' } },
            xAxis: flat ? numbers : labels,
            yAxis: flat ? { ...labels, inverse: true } : numbers,
            series: bars.map((field) => ({
                type: 'bar',
                name: nameOf(field),
                stack: stacked ? 'all' : undefined,
                color: getFieldSeriesColor(field, theme).color,
                barGap: 0,
                barCategoryGap: `${Math.round((1 - (stacked || bars.length === 1 ? (options.barWidth ?? 0.97) : (options.groupWidth ?? 0.7))) * 100)}%`,
                label: {
                    show: options.showValue === 'always',
                    position: stacked ? 'inside' : flat ? 'right' : 'top',
                    color: TEXT,
                    fontSize: options.text?.valueSize ?? AXIS_SIZE,
                    formatter: ({ value }: { value: number }) => (field.display ? formattedValueToString(field.display(value)) : String(value)),
                },
                data: field.values.map((value: number | null, row: number) => ({
                    value: shares && value !== null ? value / total(row) : value,
                    itemStyle: {
                        opacity: (styleOf(field).fillOpacity ?? 80) / 100,
                        borderRadius: options.barRadius ? 4 * options.barRadius : 0,
                        ...rowColour(by, field, row),
                    },
                })),
            })),
        },
        named ? LEGEND_HEIGHT : 0,
    );
};

const nameOf = (field: Field) => field.state?.displayName ?? field.name;

/** A bar takes the colour of another field's value, or of its own where thresholds give it. */
function rowColour(by: Field | undefined, field: Field, row: number): { color?: string } {
    if (by?.display) return { color: by.display(by.values[row]).color };
    const own = field.config.color?.mode === 'thresholds' || (field.config.mappings?.length ?? 0) > 0;
    return own && field.display ? { color: field.display(field.values[row]).color } : {};
}

const shorten = (text: string, most: number | undefined) => (most && text.length > most ? `${text.slice(0, most)}…` : text);

/** Names are left out where they would stand closer than asked. */
function interval(spacing: number | undefined, each: number): number | 'auto' | ((index: number) => boolean) {
    if (!spacing) return 0;
    const step = Math.max(1, Math.round(Math.abs(spacing) / Math.max(1, each)));
    return (index) => index % step === 0;
}
