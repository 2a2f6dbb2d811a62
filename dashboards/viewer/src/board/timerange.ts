import { dateMath, dateTime, dateTimeFormat, rangeUtil, type TimeRange } from '@grafana/data';
import { words } from '../screen/words';

/** A board's moments (`now/y`, `now-6h`, a time, milliseconds) as times in its zone. */
export function rangeOf(from: string, to: string, timeZone: string): TimeRange {
    const raw = { from: moment(from), to: moment(to) };
    return rangeUtil.convertRawToRange(raw, timeZone);
}

const moment = (text: string) => (/^\d{10,}$/.test(text) ? dateTime(Number(text)) : dateMath.isMathString(text) ? text : dateTime(text));

/** A moment as people read it. */
export const momentLabel = (text: string) => (/^\d{10,}$/.test(text) ? dateTimeFormat(Number(text), { format: 'YYYY-MM-DD HH:mm' }) : text);

/** What a desk may choose from. */
export const quick = (): { label: string; from: string; to: string }[] => [
    { label: words.thisYear, from: 'now/y', to: 'now' },
    ...Object.entries(words.ranges).map(([span, label]) => ({ label, from: `now-${span}`, to: 'now' })),
];
