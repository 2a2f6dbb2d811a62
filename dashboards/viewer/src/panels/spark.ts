import type { FieldSparkline } from '@grafana/data';
import { faded } from './colours';
import { drawing } from './element';

/** A line through values at equal steps, within a box; a gap where a value is missing. */
export function sparkLine(values: (number | null | undefined)[], width: number, height: number, colour: string, lineWidth: number, fill = 0): SVGSVGElement {
    const known = values.filter((value): value is number => typeof value === 'number' && Number.isFinite(value));
    const least = Math.min(...known);
    const span = Math.max(...known) - least || 1;
    const x = (index: number) => lineWidth + (index / Math.max(1, values.length - 1)) * (width - 2 * lineWidth);
    const y = (value: number) => height - lineWidth - ((value - least) / span) * (height - 2 * lineWidth);
    let path = '';
    let pen = false;
    values.forEach((value, index) => {
        const there = typeof value === 'number' && Number.isFinite(value);
        if (there) path += `${pen ? 'L' : 'M'}${x(index).toFixed(1)},${y(value).toFixed(1)}`;
        pen = there;
    });
    const svg = drawing('svg', { width, height, 'aria-hidden': 'true' });
    if (known.length === 0) return svg;
    if (fill > 0 && known.length === values.length) {
        svg.append(drawing('path', { d: `${path}L${x(values.length - 1)},${height}L${x(0)},${height}Z`, fill: faded(colour, fill) }));
    }
    svg.append(drawing('path', { d: path, fill: 'none', stroke: colour, 'stroke-width': lineWidth, 'stroke-linejoin': 'round', 'stroke-linecap': 'round' }));
    return svg;
}

/** The quiet line behind a large value. */
export function trend(sparkline: FieldSparkline, width: number, height: number, colour: string): SVGSVGElement {
    const part = height * 0.3;
    const svg = sparkLine(sparkline.y.values as (number | null)[], width, part, faded(colour, 0.6), 1.5, 0.15);
    svg.classList.add('trend');
    return svg;
}
