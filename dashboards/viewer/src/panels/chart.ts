import { formattedValueToString, type Field } from '@grafana/data';
import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { DIM, RULE, TEXT } from './colours';
import { element } from './element';
import { FONT } from './measure';
import type { Sheet, Undo } from './panel';

use([BarChart, LineChart, PieChart, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

/** Axes are read from across a room too. */
export const AXIS_SIZE = 16;

export const axis = {
    // Names stand at the foot also where values go below zero.
    axisLine: { show: false, onZero: false },
    axisTick: { show: false },
    axisLabel: { color: DIM, fontSize: AXIS_SIZE, fontFamily: FONT },
    splitLine: { lineStyle: { color: RULE } },
    nameTextStyle: { color: DIM, fontSize: AXIS_SIZE, fontFamily: FONT },
};

/** Drawn within the canvas: a tooltip of HTML would need styles that the content security policy refuses. */
export const tooltip = {
    renderMode: 'richText',
    confine: true,
    backgroundColor: '#22252b',
    borderColor: 'rgba(204, 204, 220, 0.2)',
    textStyle: { color: TEXT, fontSize: 14, fontFamily: FONT },
};

/** A unit's own space and Grafana's are one, as a page shows them. */
export const spaced = (text: string) => text.replace(/\s+/g, ' ');

/** More than any step of an axis has; zeros at the end are not written. */
const MOST_DECIMALS = 10;

/** A value beside an axis: with the decimals of its field, or with as many as its step needs where the field has none, as Grafana writes it. */
export const onAxis = (field: Field, value: number) =>
    field.display ? spaced(formattedValueToString(field.display(value, MOST_DECIMALS))) : String(value);

/** A canvas with its own words for those who cannot see it; taken down by the answer. */
export function chart({ body, dots }: Sheet, label: string, option: EChartsCoreOption, foot = 0): Undo {
    const box = element('div', 'chart', { bottom: foot });
    box.setAttribute('role', 'img');
    box.setAttribute('aria-label', label);
    body.append(box);
    const drawn = init(box, null, { renderer: 'canvas', devicePixelRatio: dots, width: box.clientWidth, height: box.clientHeight });
    drawn.setOption({ animation: false, textStyle: { color: TEXT, fontFamily: FONT }, ...option });
    drawn.getZr().flush();
    return () => drawn.dispose();
}

export interface Entry {
    name: string;
    colour: string;
    note?: string;
}

export interface LegendOptions {
    showLegend?: boolean;
    placement?: 'bottom' | 'right';
    displayMode?: 'list' | 'table' | 'hidden';
    calcs?: string[];
}

export const LEGEND_HEIGHT = 30;

/** Names beside their colours, at the foot of a chart. */
export function legend(body: HTMLElement, entries: Entry[], shape: 'block' | 'line' = 'block'): void {
    const items = entries.map(({ name, colour, note }) =>
        element(
            'li',
            '',
            {},
            element('i', shape, { background: colour }),
            element('span', 'legend-name', {}, name),
            ...(note ? [element('b', '', {}, note)] : []),
        ),
    );
    body.append(element('ul', 'legend', { height: LEGEND_HEIGHT }, ...items));
}
