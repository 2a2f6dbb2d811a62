import { expect, test } from 'vitest';
import { spans } from '../src/panels/statetimeline';
import { ticks, timeLabel } from '../src/panels/timeaxis';

test('a state lasts until the next one, and the last to the end', () => {
    expect(spans([0, 10, 30], ['优', '良', '优'], 50, true)).toEqual([
        { from: 0, to: 10, value: '优' },
        { from: 10, to: 30, value: '良' },
        { from: 30, to: 50, value: '优' },
    ]);
});

test('equal neighbours are one where they are merged', () => {
    expect(spans([0, 10, 30], ['优', '优', '良'], 50, true).map(({ from, to }) => [from, to])).toEqual([[0, 30], [30, 50]]);
    expect(spans([0, 10, 30], ['优', '优', '良'], 50, false)).toHaveLength(3);
});

const at = (text: string) => Date.parse(`${text}+08:00`);

test('a year is marked by its months in the zone of the board', () => {
    const [from, to] = [at('2020-01-01T00:00:00'), at('2020-12-31T00:00:00')];
    const label = timeLabel(from, to, 'Asia/Shanghai');
    expect(ticks(from, to, 'Asia/Shanghai', 12).map(label)).toEqual(Array.from({ length: 12 }, (_, month) => `${month + 1}月`));
});

test('a day is marked by its hours, a week by its days', () => {
    expect(timeLabel(at('2020-12-01T00:00:00'), at('2020-12-02T00:00:00'), 'Asia/Shanghai')(at('2020-12-01T09:30:00'))).toBe('09:30');
    expect(timeLabel(at('2020-12-01T00:00:00'), at('2020-12-08T00:00:00'), 'Asia/Shanghai')(at('2020-12-05T00:00:00'))).toBe('12-5');
});
