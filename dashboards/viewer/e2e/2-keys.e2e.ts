import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { drawn, launch, watched } from './browser';
import { boards, wall, type Entry } from './wall';

const INTERVAL = 20_000;
let browser: Browser;
let page: Page;
let turns: Entry[];

beforeAll(async () => {
    browser = await launch();
    turns = (await boards()).filter(({ tags }) => tags.includes('wall')).sort((one, other) => one.order - other.order);
});
afterAll(() => browser.close());

const uid = (place: number) => turns[(place + turns.length) % turns.length]?.uid ?? '';
const current = () => page.locator('.board:not(.waiting)').getAttribute('data-board');

describe('boards in turn', () => {
    beforeAll(async () => {
        page = (await watched(browser)).page;
        await page.clock.install();
        await page.goto(`${wall}/?playlist=wall&interval=20s&kiosk`);
        await drawn(page, uid(0));
    });

    test('follow each other in their order, each for its time', async () => {
        await page.clock.runFor(INTERVAL - 1_000);
        expect(await current()).toBe(uid(0));
        await page.clock.runFor(2_000);
        await drawn(page, uid(1));
        await page.clock.runFor(INTERVAL);
        await drawn(page, uid(2));
    });

    test('stay while they are paused, and go on', async () => {
        await page.keyboard.press('Space');
        await page.clock.runFor(5 * INTERVAL);
        expect(await current()).toBe(uid(2));
        await page.keyboard.press('Space');
        await page.clock.runFor(INTERVAL + 1_000);
        await drawn(page, uid(3));
    });

    test('obey the arrows, around both ends', async () => {
        await page.keyboard.press('ArrowRight');
        await drawn(page, uid(4));
        for (const place of [3, 2, 1, 0, -1]) {
            await page.keyboard.press('ArrowLeft');
            await drawn(page, uid(place));
        }
        await page.keyboard.press('ArrowRight');
        await drawn(page, uid(0));
    });

    test('fill the screen and leave it again', async () => {
        await page.keyboard.press('f');
        await page.waitForFunction(() => document.fullscreenElement !== null);
        await page.keyboard.press('f');
        await page.waitForFunction(() => document.fullscreenElement === null);
    });
});
