import { dateMath, dateTime, dateTimeFormat, rangeUtil, type TimeRange } from '@grafana/data';

/** A board's moments (`now/y`, `now-6h`, a time, milliseconds) as times in its zone. */
export function rangeOf(from: string, to: string, timeZone: string): TimeRange {
    const raw = { from: moment(from), to: moment(to) };
    return rangeUtil.convertRawToRange(raw, timeZone);
}

const moment = (text: string) => (/^\d{10,}$/.test(text) ? dateTime(Number(text)) : dateMath.isMathString(text) ? text : dateTime(text));

/** A moment as people read it. */
export const momentLabel = (text: string) => (/^\d{10,}$/.test(text) ? dateTimeFormat(Number(text), { format: 'YYYY-MM-DD HH:mm' }) : text);

/** What a desk may choose from. */
export const QUICK: { label: string; from: string; to: string }[] = [
    { label: '近 1 小时', from: 'now-1h', to: 'now' },
    { label: '近 6 小时', from: 'now-6h', to: 'now' },
    { label: '近 24 小时', from: 'now-24h', to: 'now' },
    { label: '近 7 天', from: 'now-7d', to: 'now' },
    { label: '近 30 天', from: 'now-30d', to: 'now' },
    { label: '今年', from: 'now/y', to: 'now' },
    { label: '近 1 年', from: 'now-1y', to: 'now' },
    { label: '近 2 年', from: 'now-2y', to: 'now' },
    { label: '近 5 年', from: 'now-5y', to: 'now' },
    { label: '近 10 年', from: 'now-10y', to: 'now' },
];
