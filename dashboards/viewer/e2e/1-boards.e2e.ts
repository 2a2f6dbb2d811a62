import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { drawn, launch, open, SCREENS, watched, type Watched } from './browser';
import { misplaced } from './layout';
import { boards, given, wall } from './wall';

const shown = await boards();
/** Where pictures of the boards go, if anywhere. */
const pictures = given('PENNANT_SCREENSHOTS');
let browser: Browser;

beforeAll(async () => {
    browser = await launch();
});
afterAll(() => browser.close());

describe.each(SCREENS)('on a screen of $name', ({ name, viewport, deviceScaleFactor }) => {
    let screen: Watched;
    beforeAll(async () => {
        screen = await watched(browser, { viewport, deviceScaleFactor });
    });
    afterAll(() => screen.page.context().close());

    // The English boards are the same boards in other words: once is enough.
    const here = shown.filter(({ uid }) => deviceScaleFactor === 1 || !uid.endsWith('-en'));

    test.each(here)('$uid is drawn whole, and nothing is cut off', async ({ uid, title }) => {
        screen.faults.length = 0;
        await open(screen.page, `/d/${uid}?kiosk`);
        if (pictures) {
            mkdirSync(pictures, { recursive: true });
            const suffix = deviceScaleFactor === 1 ? '' : `@${deviceScaleFactor}x`;
            await screen.page.screenshot({ path: join(pictures, `${uid}${suffix}.png`) });
        }
        expect(await screen.page.locator('.notice').allTextContents(), `notices on ${title} at ${name}`).toEqual([]);
        expect(await misplaced(screen.page), `words of ${title} at ${name}`).toEqual([]);
        expect(screen.faults).toEqual([]);
    });
});

test('the screen has a font for Chinese', async () => {
    const { page } = await watched(browser);
    const [one, other, none] = await page.evaluate(() => {
        const picture = (text: string) => {
            const canvas = document.createElement('canvas');
            const context = canvas.getContext('2d');
            if (context) context.font = '40px sans-serif';
            context?.fillText(text, 10, 50);
            return canvas.toDataURL();
        };
        return ['街', '镇', '\u{10FFFD}'].map(picture);
    });
    // A letter without a font is the same box as any other.
    expect(new Set([one, other, none]).size, 'on Debian: apt-get install fonts-noto-cjk').toBe(3);
    await page.context().close();
});

// A machine that has something else to do gets another try.
test('the first board is painted within three seconds', { retry: 2 }, async () => {
    const { page } = await watched(browser);
    const [first] = shown;
    await page.goto(`${wall}/d/${first?.uid}`);
    await drawn(page);
    const took = await page.evaluate(() => performance.getEntriesByName('drawn')[0]?.startTime);
    console.log(`The first board was painted after ${Math.round(took ?? NaN)} ms.`);
    expect(took).toBeLessThan(3_000);
    await page.context().close();
});

test('a panel of a type that nobody draws says so, and the others are drawn', async () => {
    const { page } = await watched(browser);
    const [first] = shown;
    await page.route(`**/api/boards/${first?.uid}`, async (route) => {
        const response = await route.fetch();
        const board = (await response.json()) as { panels: { type: string }[] };
        const [, second] = board.panels;
        if (second) second.type = 'geomap';
        await route.fulfill({ response, json: board });
    });
    await open(page, `/d/${first?.uid}`);
    expect(await page.locator('.notice').allTextContents()).toEqual(['这面墙不会画“geomap”类型的面板']);
    expect(await page.locator('.panel .body:not(:empty)').count()).toBeGreaterThan(3);
    await page.context().close();
});

test('the list names every board, and each leads to it', async () => {
    const { page, faults } = await watched(browser);
    await page.goto(wall);
    await page.waitForSelector('.card');
    const cards = await page.$$eval('.card', (all) => all.map((card) => card.getAttribute('href')));
    expect(cards.sort()).toEqual(shown.map(({ uid }) => `/d/${uid}`).sort());
    expect(faults).toEqual([]);
    await page.context().close();
});
