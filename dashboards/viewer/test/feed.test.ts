import { describe, expect, test } from 'vitest';
import { Feed } from '../src/wall/feed';
import { Pulse } from '../src/wall/pulse';

describe('a feed', () => {
    const at = (start: number) => {
        const clock = { now: start };
        return { clock, feed: new Feed(() => clock.now, () => 30_000) };
    };

    test('is live while it is answered', () => {
        const { clock, feed } = at(0);
        clock.now = 29_000;
        expect(feed.health()).toEqual({ kind: 'live' });
        feed.answered();
        clock.now = 58_000;
        expect(feed.health()).toEqual({ kind: 'live' });
    });

    test('is frozen when nothing has come for too long, since the last answer', () => {
        const { clock, feed } = at(1_000);
        clock.now = 31_001;
        expect(feed.health()).toEqual({ kind: 'frozen', since: 1_000 });
    });

    test('says at once what failed, and since when the screen is old', () => {
        const { clock, feed } = at(0);
        clock.now = 5_000;
        feed.answered();
        clock.now = 9_000;
        feed.failed('refused', '数据库暂时连接不上');
        expect(feed.health()).toEqual({ kind: 'refused', reason: '数据库暂时连接不上', since: 5_000 });
    });

    test('is live again with the first answer', () => {
        const { feed } = at(0);
        feed.failed('lost', '');
        feed.answered();
        expect(feed.health()).toEqual({ kind: 'live' });
    });
});

describe('a pulse', () => {
    const gate = () => {
        let open = () => {};
        const passed = new Promise<void>((done) => (open = done));
        return { passed, open };
    };

    test('beats one at a time, and once more for all that was asked meanwhile', async () => {
        const gates = [gate(), gate()];
        let beats = 0;
        const pulse = new Pulse(
            () => gates[beats++]?.passed ?? Promise.resolve(),
            () => 0,
        );
        const first = pulse.now();
        await Promise.all([pulse.now(), pulse.now(), pulse.now()]);
        expect(beats).toBe(1);
        gates[0]?.open();
        gates[1]?.open();
        await first;
        expect(beats).toBe(2);
    });
});
