import { describe, expect, test } from 'vitest';
import { duration, readAddress, wallAddress, writeAddress } from '../src/screen/address';

const asked = (path: string) => readAddress(new URL(path, 'http://wall'));

describe('an address', () => {
    test('asks for boards in turn', () => {
        expect(asked('/?playlist=wall&interval=45s&kiosk')).toMatchObject({ playlist: 'wall', interval: 45_000, kiosk: true });
    });

    test('turns every twenty seconds where it does not say, and never faster than every second', () => {
        expect(asked('/?playlist=wall').interval).toBe(20_000);
        expect(asked('/?playlist=wall&interval=soon').interval).toBe(20_000);
        expect(asked('/?playlist=wall&interval=1ms').interval).toBe(1_000);
    });

    test('carries variables, more than one value of each', () => {
        const { variables } = asked('/d/b?var-unit=330482001&var-county=a&var-county=b');
        expect(variables).toEqual([
            ['var-unit', '330482001'],
            ['var-county', 'a'],
            ['var-county', 'b'],
        ]);
    });

    test('reads again as it was written', () => {
        const written = writeAddress({ board: 'pennant-air', variables: [['var-unit', '当湖 & 钟埭']], from: 'now-1y', to: 'now', refresh: '5s', kiosk: true });
        expect(asked(written)).toMatchObject({
            board: 'pennant-air',
            variables: [['var-unit', '当湖 & 钟埭']],
            from: 'now-1y',
            to: 'now',
            refresh: '5s',
            kiosk: true,
        });
    });
});

test.each([
    ['20s', 20_000],
    ['500ms', 500],
    ['5m', 300_000],
    ['1h', 3_600_000],
    ['7', 7_000],
    ['', undefined],
    ['-5s', undefined],
    ['5 s', undefined],
])('a duration of “%s” is %s ms', (text, expected) => {
    expect(duration(text)).toBe(expected);
});

describe('a link of a board', () => {
    test('stays as it is: boards stand where Grafana has them', () => {
        expect(wallAddress('/d/pennant-unit?var-unit=330482001')).toBe('/d/pennant-unit?var-unit=330482001');
        expect(wallAddress('https://stats.example/report')).toBe('https://stats.example/report');
        expect(wallAddress('/?playlist=wall')).toBe('/?playlist=wall');
    });

    test.each(['javascript:alert(1)', 'data:text/html,x', '//elsewhere.example', 'vbscript:x'])('is not followed to %s', (href) => {
        expect(wallAddress(href)).toBeUndefined();
    });
});
