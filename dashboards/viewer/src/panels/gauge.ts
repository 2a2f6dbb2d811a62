import type { FieldDisplay } from '@grafana/data';
import { valuesOf } from '../fields/frames';
import { DIM, TEXT } from './colours';
import { drawing, element } from './element';
import { empty } from './empty';
import { largest } from './measure';
import type { Draw } from './panel';
import { partOf } from './range';

interface Options {
    orientation?: 'auto' | 'horizontal' | 'vertical';
    shape?: 'circle' | 'gauge';
    barShape?: 'flat' | 'rounded';
    barWidthFactor?: number;
    textMode?: 'auto' | 'value' | 'value_and_name' | 'name' | 'none';
    text?: { titleSize?: number; valueSize?: number };
}

/** Half the opening of an arc at its foot, as Grafana draws it: 220 degrees of a circle. */
const HALF_ARC = 110;
const TAIL = 1 + Math.sin(Math.PI / 9);

/** A share of a range as an arc, or a whole ring, around its value. */
export const gauge: Draw = ({ panel, frames, body, replace, timeZone }) => {
    const options = panel.options as Options;
    const values = valuesOf(panel, frames, replace, timeZone);
    if (values.length === 0) {
        body.append(empty());
        return;
    }
    const { clientWidth: width, clientHeight: height } = body;
    const stacked = options.orientation === 'horizontal' || (options.orientation !== 'vertical' && height > width);
    const room = stacked ? { width, height: height / values.length } : { width: width / values.length, height };
    const all = values.map((value) => dial(value, options, room.width, room.height, values.length > 1));
    body.append(element('div', `stats${stacked ? ' stacked' : ''}`, {}, ...all));
};

function dial({ display, field }: FieldDisplay, options: Options, width: number, height: number, several: boolean): HTMLElement {
    const ring = options.shape === 'circle';
    const part = partOf(display, field);
    const outer = Math.max(1, Math.min(width / 2, height / (ring ? 2 : TAIL)) - 2);
    const bar = Math.max(((options.barWidthFactor ?? 0.5) * outer) / 3, 2);
    const radius = outer - bar / 2;
    const centre = { x: width / 2, y: ring ? height / 2 : (height - outer * TAIL) / 2 + outer };
    const [from, to] = ring ? [0, 359.99] : [-HALF_ARC, HALF_ARC];
    const stroke = { fill: 'none', 'stroke-width': bar, 'stroke-linecap': options.barShape === 'rounded' ? 'round' : 'butt' };

    const named = options.textMode === 'value_and_name' || ((options.textMode ?? 'auto') === 'auto' && several);
    const figure = `${display.prefix ?? ''}${display.text}`;
    const inner = (radius - bar / 2) * 1.7;
    const size = largest(figure + (display.suffix ?? ''), inner, Infinity, options.text?.valueSize ?? 0.82 * radius ** 0.86);
    const nameSize = largest(display.title ?? '', inner, Infinity, options.text?.titleSize ?? 0.45 * radius ** 0.86, 400);
    const lift = named ? nameSize : 0;
    const value = drawing('text', { x: centre.x, y: centre.y - lift, 'font-size': size, fill: TEXT, class: 'value' }, figure);
    if (display.suffix) value.append(drawing('tspan', { 'font-size': size * 0.7 }, display.suffix));
    const texts = drawing('g', { 'text-anchor': 'middle', 'dominant-baseline': 'middle' }, value);
    if (named) texts.append(drawing('text', { x: centre.x, y: centre.y - lift + size * 0.55 + nameSize * 0.75, 'font-size': nameSize, fill: DIM, class: 'title' }, display.title ?? ''));

    const arcs = [drawing('path', { d: arc(centre, radius, from, to), stroke: 'rgba(204, 204, 220, 0.10)', ...stroke })];
    if (part > 0) arcs.push(drawing('path', { d: arc(centre, radius, from, from + (to - from) * part), stroke: display.color ?? TEXT, ...stroke }));
    const svg = drawing('svg', { width, height, role: 'img', 'aria-label': `${display.title ?? ''} ${figure}${display.suffix ?? ''}`.trim() }, ...arcs, texts);
    return element('div', 'gauge', {}, svg);
}

function arc(centre: { x: number; y: number }, radius: number, from: number, to: number): string {
    const at = (degrees: number) => {
        const angle = (degrees * Math.PI) / 180;
        return `${(centre.x + radius * Math.sin(angle)).toFixed(2)} ${(centre.y - radius * Math.cos(angle)).toFixed(2)}`;
    };
    return `M${at(from)}A${radius} ${radius} 0 ${to - from > 180 ? 1 : 0} 1 ${at(to)}`;
}
