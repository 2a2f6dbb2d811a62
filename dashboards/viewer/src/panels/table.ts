import { FieldType, formattedValueToString, type DataFrame, type Field } from '@grafana/data';
import { cell, type CellOptions } from './cell';
import { element, type Style } from './element';
import { empty } from './empty';
import type { Draw } from './panel';

interface Options {
    showHeader?: boolean;
    cellHeight?: 'sm' | 'md' | 'lg';
    frameIndex?: number;
    sortBy?: { displayName: string; desc?: boolean }[];
}

export interface ColumnStyle {
    width?: number;
    minWidth?: number;
    align?: 'auto' | 'left' | 'right' | 'center';
    cellOptions?: CellOptions;
    styleField?: string;
    hideHeader?: boolean;
    hidden?: boolean;
    hideFrom?: { viz?: boolean };
}

const ROW = { sm: 36, md: 42, lg: 48 };
const HEADER = 36;
const LEAST_WIDTH = 150;

/** Rows and columns, each cell in its column's mode, styled by what its row brings along. */
export const table: Draw = ({ panel, frames, body }) => {
    const options = panel.options as Options;
    const frame = frames[options.frameIndex ?? 0] ?? frames[0];
    if (!frame) {
        body.append(empty());
        return;
    }
    const shown = frame.fields.filter((field) => !isHidden(field));
    const widths = columnWidths(shown, body.clientWidth);
    const height = ROW[options.cellHeight ?? 'sm'];
    const headed = options.showHeader !== false;

    const columns = element('colgroup');
    widths.forEach((width) => columns.append(element('col', '', { width })));
    const rows = element('tbody');
    const order = sorted(frame, options.sortBy);
    for (const row of order) {
        const line = element('tr', '', { height });
        shown.forEach((field, index) => {
            const style = { textAlign: side(field), ...rowStyle(field, frame, row) };
            line.append(cell(field, row, { width: widths[index] ?? LEAST_WIDTH, height, style }));
        });
        rows.append(line);
    }
    const whole = element('table', 'table', {}, columns);
    if (headed) whole.append(header(shown));
    whole.append(rows);
    const room = element('div', 'scroll', {}, whole);
    // What does not fit scrolls; a keyboard must reach it.
    if ((headed ? HEADER : 0) + order.length * height > body.clientHeight) room.tabIndex = 0;
    body.append(room);
    if (order.length === 0) body.append(empty());
};

const custom = (field: Field) => (field.config.custom ?? {}) as ColumnStyle;

const isHidden = (field: Field) => custom(field).hideFrom?.viz === true || custom(field).hidden === true;

function header(shown: Field[]): HTMLElement {
    const line = element('tr', '', { height: HEADER });
    for (const field of shown) {
        const name = custom(field).hideHeader ? '' : (field.state?.displayName ?? field.name);
        const head = element(name.trim() ? 'th' : 'td', '', { textAlign: side(field) }, name);
        if (name.trim()) head.setAttribute('scope', 'col');
        line.append(head);
    }
    return element('thead', '', {}, line);
}

/** Columns without a width share what the others leave. */
function columnWidths(shown: Field[], room: number): number[] {
    const open = shown.filter((field) => !custom(field).width);
    const taken = shown.reduce((sum, field) => sum + (custom(field).width ?? 0), 0);
    const share = open.length > 0 ? Math.max(0, room - taken) / open.length : 0;
    return shown.map((field) => custom(field).width ?? Math.max(share, custom(field).minWidth ?? Math.min(LEAST_WIDTH, room)));
}

function side(field: Field): string {
    const { align } = custom(field);
    if (align && align !== 'auto') return align;
    return field.type === FieldType.number ? 'right' : 'left';
}

/** A row's own type and colour: the JSON in the column that `styleField` names. */
function rowStyle(field: Field, frame: DataFrame, row: number): Style {
    const name = custom(field).styleField;
    const written: unknown = name && frame.fields.find((each) => each.name === name)?.values[row];
    if (typeof written !== 'string' || written === '') return {};
    try {
        return JSON.parse(written) as Style;
    } catch {
        return {};
    }
}

function sorted(frame: DataFrame, sortBy: Options['sortBy']): number[] {
    const rows = Array.from({ length: frame.length }, (_, row) => row);
    const [first] = sortBy ?? [];
    const field = first && frame.fields.find((each) => (each.state?.displayName ?? each.name) === first.displayName);
    if (!first || !field) return rows;
    const key = (row: number): unknown => field.values[row];
    const compare = (one: number, other: number) => {
        const [left, right] = [key(one), key(other)];
        if (typeof left === 'number' && typeof right === 'number') return left - right;
        return text(field, left).localeCompare(text(field, right), 'zh-Hans');
    };
    return rows.sort((one, other) => (first.desc ? -1 : 1) * compare(one, other));
}

const text = (field: Field, value: unknown) => (field.display ? formattedValueToString(field.display(value)) : String(value ?? ''));

