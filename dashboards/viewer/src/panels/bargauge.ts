import { formattedValueToString, type FieldDisplay } from '@grafana/data';
import { valuesOf } from '../fields/frames';
import { faded, TEXT } from './colours';
import { element } from './element';
import { empty } from './empty';
import { linked } from './links';
import { largest, widthOf } from './measure';
import type { Draw } from './panel';
import { partOf } from './range';

interface Options {
    orientation?: 'auto' | 'horizontal' | 'vertical';
    displayMode?: 'basic' | 'gradient' | 'lcd';
    valueMode?: 'color' | 'text' | 'hidden';
    namePlacement?: 'auto' | 'left' | 'top' | 'hidden';
    showUnfilled?: boolean;
    maxVizHeight?: number;
    minVizHeight?: number;
    text?: { titleSize?: number; valueSize?: number };
}

const GAP = 10;

/** A bar for each value, named before it or above it, on a ground as long as its range. */
export const bargauge: Draw = ({ panel, frames, body, replace, timeZone }) => {
    const options = panel.options as Options;
    const values = valuesOf(panel, frames, replace, timeZone);
    if (values.length === 0) {
        body.append(empty());
        return;
    }
    const upright = options.orientation === 'vertical' || (options.orientation === 'auto' && body.clientWidth > body.clientHeight);
    if (upright) body.append(element('div', 'columns', {}, ...values.map((value) => column(value, options, body, values.length))));
    else rows(values, options, body);
};

function rows(values: FieldDisplay[], options: Options, body: HTMLElement): void {
    const each = (body.clientHeight - GAP * (values.length - 1)) / Math.max(1, values.length);
    const height = Math.max(options.minVizHeight ?? 16, Math.min(each, options.maxVizHeight ?? 300));
    const above = options.namePlacement === 'top';
    const size = (wanted: number | undefined) => Math.min(wanted ?? 16, height * (above ? 0.45 : 0.9));
    const nameSize = size(options.text?.titleSize);
    const valueSize = size(options.text?.valueSize);
    const names = options.namePlacement === 'hidden' || above ? 0 : Math.ceil(Math.max(...values.map(({ display }) => widthOf(display.title ?? '', nameSize)))) + 10;
    // Digits are as wide as each other.
    const texts = options.valueMode === 'hidden' ? 0 : Math.ceil(Math.max(...values.map(({ display }) => widthOf(formattedValueToString(display).replace(/\d/g, '0'), valueSize)))) + 12;
    const whole = element('div', 'bars', { gap: GAP });
    for (const value of values) {
        const { display } = value;
        const track = element('div', 'track', options.showUnfilled === false ? { background: 'none' } : {}, fill(value, options, 'width'));
        const line = element('div', 'bar', {}, track);
        if (names > 0) line.prepend(element('div', 'name', { width: names, fontSize: nameSize }, display.title ?? ''));
        if (texts > 0) {
            const ink = options.valueMode === 'text' ? TEXT : (display.color ?? TEXT);
            line.append(element('div', 'figure', { width: texts, fontSize: valueSize, color: ink }, formattedValueToString(display)));
        }
        const row = above
            ? element('div', 'above', { height }, element('div', 'name', { fontSize: nameSize }, display.title ?? ''), line)
            : line;
        if (!above) line.style.height = `${height}px`;
        whole.append(linked(row, value.hasLinks ? (value.getLinks?.() ?? []) : []));
    }
    body.append(whole);
}

function column(value: FieldDisplay, options: Options, body: HTMLElement, count: number): HTMLElement {
    const { display } = value;
    const width = (body.clientWidth - GAP * (count - 1)) / count;
    const text = formattedValueToString(display);
    const size = largest(text, width, Infinity, options.text?.valueSize ?? 24);
    const parts: HTMLElement[] = [];
    if (options.valueMode !== 'hidden') {
        parts.push(element('div', 'figure', { fontSize: size, color: options.valueMode === 'text' ? TEXT : (display.color ?? TEXT) }, text));
    }
    parts.push(element('div', 'track', options.showUnfilled === false ? { background: 'none' } : {}, fill(value, options, 'height')));
    if (options.namePlacement !== 'hidden') {
        parts.push(element('div', 'name', { fontSize: largest(display.title ?? '', width, Infinity, options.text?.titleSize ?? 16, 400) }, display.title ?? ''));
    }
    return element('div', 'column', { width }, ...parts);
}

function fill({ display, field }: FieldDisplay, options: Options, side: 'width' | 'height'): HTMLElement {
    const part = partOf(display, field);
    const colour = display.color ?? TEXT;
    const edge = side === 'width' ? 'borderRight' : 'borderTop';
    const ground =
        options.displayMode === 'gradient'
            ? `linear-gradient(to ${side === 'width' ? 'right' : 'top'}, ${faded(colour, 0.3)}, ${colour})`
            : faded(colour, 0.35);
    return element('div', 'fill', { [side]: `${(part * 100).toFixed(2)}%`, background: ground, [edge]: `2px solid ${colour}` });
}
