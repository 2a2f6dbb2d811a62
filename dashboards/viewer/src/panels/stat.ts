import type { DisplayValue, FieldDisplay } from '@grafana/data';
import { valuesOf } from '../fields/frames';
import { colour } from '../fields/theme';
import { readableOn, TEXT } from './colours';
import { drawing, element } from './element';
import { empty } from './empty';
import { linked } from './links';
import { largest, widthOf } from './measure';
import type { Draw } from './panel';
import { trend } from './spark';

interface Options {
    orientation?: 'auto' | 'horizontal' | 'vertical';
    textMode?: 'auto' | 'value' | 'value_and_name' | 'name' | 'none';
    colorMode?: 'none' | 'value' | 'background' | 'background_solid';
    graphMode?: 'none' | 'area';
    justifyMode?: 'auto' | 'center';
    wideLayout?: boolean;
    showPercentChange?: boolean;
    percentChangeColorMode?: 'standard' | 'inverted' | 'same_as_value';
    text?: { titleSize?: number; valueSize?: number; percentSize?: number };
}

/** What one value has to itself, and all that stand beside it: they share their type sizes. */
interface Room {
    width: number;
    height: number;
    all: DisplayValue[];
}

const GAP = 3;

/** Large values with their names and how they changed: one a field, or one a row. */
export const stat: Draw = ({ panel, frames, body, replace, timeZone }) => {
    const options = panel.options as Options;
    const values = valuesOf(panel, frames, replace, timeZone, {
        percentChange: options.showPercentChange ?? false,
        sparkline: options.graphMode === 'area',
    });
    if (values.length === 0) {
        body.append(empty());
        return;
    }
    const { clientWidth: width, clientHeight: height } = body;
    const stacked = options.orientation === 'horizontal' || (options.orientation !== 'vertical' && height > width);
    const gaps = GAP * (values.length - 1);
    const room = stacked
        ? { width, height: (height - gaps) / values.length, all: values.map(({ display }) => display) }
        : { width: (width - gaps) / values.length, height, all: values.map(({ display }) => display) };
    body.append(element('div', `stats${stacked ? ' stacked' : ''}`, {}, ...values.map((value) => one(value, options, room))));
};

function one({ display, sparkline, ...value }: FieldDisplay, options: Options, room: Room): HTMLElement {
    const mode = options.textMode ?? 'auto';
    const title = mode === 'value' || mode === 'none' || (mode === 'auto' && room.all.length === 1) ? '' : (display.title ?? '');
    const onGround = options.colorMode?.startsWith('background') ?? false;
    const ground = display.color ?? TEXT;
    const ink = options.colorMode === 'none' ? TEXT : onGround ? readableOn(ground) : ground;
    const padding = room.height > 100 ? 12 : 8;
    const inner = { width: room.width - 2 * padding, height: room.height - 2 * padding };
    const text = mode === 'name' ? (display.title ?? '') : mode === 'none' ? '' : `${display.prefix ?? ''}${display.text}`;
    const suffix = mode === 'name' || mode === 'none' ? '' : (display.suffix ?? '');
    const size = Math.min(...room.all.map((each) => valueSize(each, options.text?.valueSize, inner, title !== '')));
    const most = options.text?.titleSize ?? Math.min(30, size * 0.5);
    const titleSize = title ? Math.min(...room.all.map((each) => largest(each.title ?? '', inner.width, Infinity, most, 400))) : most;

    const texts = element('div', 'texts');
    if (title && mode !== 'name') texts.append(element('div', 'title', { fontSize: titleSize, color: onGround ? ink : TEXT }, title));
    if (text) {
        const figure = element('div', 'value', { fontSize: size, color: ink }, text);
        if (suffix) figure.append(element('span', 'suffix', { fontSize: size * suffixPart(size) }, suffix));
        texts.append(figure);
    }
    if (options.showPercentChange && Number.isFinite(display.percentChange)) texts.append(change(display.percentChange ?? 0, options, size, ink));

    const centred = options.justifyMode === 'center' || !title;
    const wide = options.wideLayout !== false && room.width / room.height > 2.5;
    const tile = element(
        'div',
        `stat${centred ? ' centred' : ''}${wide ? ' wide' : ''}`,
        { padding, ...(onGround ? { background: ground } : {}) },
        texts,
    );
    if (sparkline && options.graphMode === 'area') tile.prepend(trend(sparkline, room.width, room.height, onGround ? ink : ground));
    return linked(tile, value.hasLinks ? (value.getLinks?.() ?? []) : []);
}

/** As large as the board says, or as fits; smaller where it would be cut off. */
function valueSize(display: DisplayValue, wanted: number | undefined, inner: { width: number; height: number }, named: boolean): number {
    const text = `${display.prefix ?? ''}${display.text}`;
    const height = inner.height * (named ? 0.65 : 1);
    const most = largest(text, inner.width, height, wanted ?? Infinity);
    const each = (widthOf(text, 100, 500) + widthOf(display.suffix ?? '', 100, 500) * suffixPart(most)) / 100;
    return Math.max(1, Math.min(most, inner.width / each));
}

const suffixPart = (size: number) => (size < 20 ? 0.9 : size < 26 ? 0.8 : 0.6);

function change(percent: number, options: Options, valueSize: number, ink: string): HTMLElement {
    const size = options.text?.percentSize ?? Math.max(valueSize / 2.5, 12);
    const inverted = options.percentChangeColorMode === 'inverted';
    const [rise, fall] = inverted ? ['red', 'green'] : ['green', 'red'];
    const own = options.percentChangeColorMode === 'same_as_value' ? ink : percent === 0 ? TEXT : colour(percent > 0 ? rise : fall);
    const arrow = percent > 0 ? 'M8 11l4-4 4 4M12 7.4V17' : 'M8 13l4 4 4-4M12 16.6V7';
    const line = element('div', 'change', { fontSize: size, color: own });
    if (percent !== 0) {
        const width = size * 0.8;
        line.append(
            drawing(
                'svg',
                { width, height: width, viewBox: '6 6 12 12', 'aria-hidden': 'true' },
                drawing('path', { d: arrow, fill: 'none', stroke: 'currentColor', 'stroke-width': 2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }),
            ),
        );
    }
    line.append((percent / 100).toLocaleString('zh-CN', { style: 'percent', maximumSignificantDigits: 3 }));
    return line;
}
