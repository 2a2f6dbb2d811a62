import { dateTimeFormat, dateTimeForTimeZone } from '@grafana/data';

const DAY = 86_400_000;

/** How a moment is written on an axis from one moment to another. */
export function timeLabel(from: number, to: number, timeZone: string): (at: number) => string {
    const span = to - from;
    const format = span > 3 * 366 * DAY ? 'YYYY年' : span > 62 * DAY ? 'M月' : span > 3 * DAY ? 'M-D' : 'HH:mm';
    return (at) => {
        const turn = span > 62 * DAY && span <= 3 * 366 * DAY && dateTimeFormat(at, { timeZone, format: 'M' }) === '1';
        return dateTimeFormat(at, { timeZone, format: turn && span > 400 * DAY ? 'YYYY年' : format });
    };
}

/** The beginnings of months, days or hours between two moments, about as many as have room. */
export function ticks(from: number, to: number, timeZone: string, room: number): number[] {
    const span = to - from;
    const unit = span > 62 * DAY ? 'month' : span > 3 * DAY ? 'day' : 'hour';
    const units = { month: 30.4 * DAY, day: DAY, hour: DAY / 24 };
    const step = Math.max(1, Math.ceil(span / units[unit] / Math.max(1, room) - 0.1));
    const found: number[] = [];
    const at = dateTimeForTimeZone(timeZone, from).startOf(unit);
    while (at.valueOf() <= to) {
        if (at.valueOf() >= from) found.push(at.valueOf());
        at.add(step, unit);
    }
    return found;
}
