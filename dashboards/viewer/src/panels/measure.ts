let canvas: CanvasRenderingContext2D | null | undefined;

export const FONT = 'Inter, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';

/** How wide a text stands, px. */
export function widthOf(text: string, size: number, weight = 400): number {
    canvas ??= document.createElement('canvas').getContext('2d');
    if (!canvas) return text.length * size;
    canvas.font = `${weight} ${size}px ${FONT}`;
    return canvas.measureText(text).width;
}

/** The largest size at which a text stands within a width and a height, px; not above `most`. */
export function largest(text: string, width: number, height: number, most = Infinity, weight = 500): number {
    const each = widthOf(text, 100, weight) / 100;
    return Math.max(1, Math.min(each > 0 ? width / each : Infinity, height / 1.2, most));
}
