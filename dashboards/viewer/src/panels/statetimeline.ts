import { FieldType, formattedValueToString, type DisplayValue, type Field } from '@grafana/data';
import { words } from '../screen/words';
import { AXIS_SIZE, legend, LEGEND_HEIGHT, type LegendOptions } from './chart';
import { DIM, faded, readableOn, TEXT } from './colours';
import { drawing } from './element';
import { empty } from './empty';
import { widthOf } from './measure';
import type { Draw } from './panel';
import { ticks, timeLabel } from './timeaxis';

interface Options {
    mergeValues?: boolean;
    showValue?: 'auto' | 'always' | 'never';
    rowHeight?: number;
    legend?: LegendOptions;
}

/** One state from one moment to the next. */
export interface Span {
    from: number;
    to: number;
    value: unknown;
}

const FOOT = 28;

/** Bands of states over time, a line for each field. */
export const stateTimeline: Draw = ({ panel, frames, body, range, timeZone }) => {
    const options = panel.options as Options;
    const lines = frames.flatMap((frame) => {
        const time = frame.fields.find((field) => field.type === FieldType.time);
        return time ? frame.fields.filter((field) => field.type !== FieldType.time).map((field) => ({ time, field })) : [];
    });
    if (lines.length === 0) {
        body.append(empty());
        return;
    }
    const [from, to] = [range.from.valueOf(), range.to.valueOf()];
    const named = options.legend?.showLegend === true;
    const { clientWidth: width } = body;
    const height = body.clientHeight - FOOT - (named ? LEGEND_HEIGHT : 0);
    const names = Math.min(width * 0.3, Math.max(...lines.map(({ field }) => widthOf(nameOf(field), AXIS_SIZE)))) + 14;
    const x = (at: number) => names + ((at - from) / (to - from)) * (width - names - 4);
    const row = height / lines.length;
    const thick = row * (options.rowHeight ?? 0.9);
    const svg = drawing('svg', { width, height: height + FOOT, role: 'img', 'aria-label': words.states(lines.map(({ field }) => nameOf(field)).join(words.comma)) });
    const states = new Map<string, string>();
    lines.forEach(({ time, field }, index) => {
        const middle = (index + 0.5) * row;
        svg.append(drawing('text', { x: names - 12, y: middle, dy: '.36em', 'text-anchor': 'end', 'font-size': AXIS_SIZE, fill: TEXT }, nameOf(field)));
        for (const span of spans(time.values as number[], field.values, to, options.mergeValues !== false)) {
            const display: DisplayValue | undefined = span.value === null || span.value === undefined ? undefined : field.display?.(span.value);
            if (!display) continue;
            const ink = display.color ?? TEXT;
            const words = formattedValueToString(display);
            states.set(words, ink);
            const left = Math.max(x(span.from), names);
            const wide = Math.max(1, x(Math.min(span.to, to)) - left);
            const opacity = ((field.config.custom as { fillOpacity?: number } | undefined)?.fillOpacity ?? 70) / 100;
            svg.append(drawing('rect', { x: left.toFixed(1), y: (middle - thick / 2).toFixed(1), width: wide.toFixed(1), height: thick.toFixed(1), fill: faded(ink, opacity) }));
            if (options.showValue !== 'never' && widthOf(words, AXIS_SIZE, 500) + 12 < wide) {
                svg.append(drawing('text', { x: left + wide / 2, y: middle, dy: '.36em', 'text-anchor': 'middle', 'font-size': AXIS_SIZE, 'font-weight': 500, fill: readableOn(ink) }, words));
            }
        }
    });
    const label = timeLabel(from, to, timeZone);
    for (const at of ticks(from, to, timeZone, (width - names) / 80)) {
        const words = label(at);
        if (x(at) + widthOf(words, AXIS_SIZE) > width) continue;
        svg.append(drawing('text', { x: x(at), y: height + 20, 'font-size': AXIS_SIZE, fill: DIM }, words));
    }
    body.append(svg);
    if (named) legend(body, [...states].map(([name, colour]) => ({ name, colour })));
};

const nameOf = (field: Field) => field.state?.displayName ?? field.name;

/** Each value until the next one; equal neighbours as one where they are merged. */
export function spans(times: number[], values: unknown[], end: number, merged: boolean): Span[] {
    const found: Span[] = [];
    times.forEach((from, index) => {
        const last = found.at(-1);
        const to = times[index + 1] ?? end;
        if (merged && last && last.value === values[index]) last.to = to;
        else found.push({ from, to, value: values[index] });
    });
    return found;
}

