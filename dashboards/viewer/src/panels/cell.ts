import { formattedValueToString, type DisplayValue, type Field } from '@grafana/data';
import { colour } from '../fields/theme';
import { DIM, faded, isVisible, readableOn } from './colours';
import { element, styled, type Style } from './element';
import { linked } from './links';
import { partOf } from './range';
import { sparkLine } from './spark';

export interface CellOptions {
    type?: string;
    mode?: 'basic' | 'gradient' | 'lcd';
    valueDisplayMode?: 'color' | 'text' | 'hidden';
    hideValue?: boolean;
    lineWidth?: number;
    fillOpacity?: number;
    applyToRow?: boolean;
}

interface Place {
    width: number;
    height: number;
    style: Style;
}

const PADDING = 6;
const SPARK_HEIGHT = 25;

/** One cell of a table in its column's mode. */
export function cell(field: Field, row: number, place: Place): HTMLTableCellElement {
    const { cellOptions: options = {}, wrapText = false } = (field.config.custom ?? {}) as { cellOptions?: CellOptions; wrapText?: boolean };
    const value: unknown = field.values[row];
    const made = element('td');
    if (options.type === 'sparkline') {
        made.append(spark(field, value, options, place.width - 2 * PADDING));
        styled(made, place.style);
        return made;
    }
    const display: DisplayValue = field.display?.(value) ?? { text: String(value ?? ''), numeric: NaN };
    const text = formattedValueToString(display);
    if (options.type === 'gauge') {
        made.append(bar(field, display, options, place));
    } else {
        const links = field.config.links?.length ? (field.getLinks?.({ valueRowIndex: row }) ?? []) : [];
        made.append(linked(element('span', wrapText ? 'wrapped' : 'clip', {}, text), links));
    }
    styled(made, { ...modeStyle(options, display), ...place.style });
    return made;
}

function modeStyle({ type }: CellOptions, { color }: DisplayValue): Style {
    if (type === 'color-text' && color) return { color };
    if (type === 'color-background' && isVisible(color)) return { background: color, color: readableOn(color) };
    return {};
}

function spark(field: Field, value: unknown, options: CellOptions, width: number): SVGSVGElement {
    const points = Array.isArray(value) ? (value as (number | null)[]) : [];
    const own = field.config.color?.fixedColor;
    return sparkLine(points, width, SPARK_HEIGHT, own ? colour(own) : DIM, options.lineWidth ?? 1, (options.fillOpacity ?? 0) / 100);
}

function bar(field: Field, display: DisplayValue, options: CellOptions, { width, height }: Place): HTMLElement {
    const part = partOf(display, field.config);
    const ink = display.color ?? DIM;
    const fill = element('div', 'fill', { width: `${(part * 100).toFixed(2)}%`, background: faded(ink, 0.35), borderRight: `2px solid ${ink}` });
    const track = element('div', 'track', { height: height - 19 }, fill);
    const whole = element('div', 'cell-gauge', { width: width - 2 * PADDING }, track);
    const text = formattedValueToString(display);
    if (options.valueDisplayMode !== 'hidden') whole.append(element('span', 'figure', {}, text));
    else track.setAttribute('aria-label', text), track.setAttribute('role', 'img');
    return whole;
}
