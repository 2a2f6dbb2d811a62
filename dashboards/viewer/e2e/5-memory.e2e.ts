import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { drawn, launch, watched } from './browser';
import { wall } from './wall';

const SETTLED = 20;
const MANY = 100;
let browser: Browser;

beforeAll(async () => {
    browser = await launch();
});
afterAll(() => browser.close());

declare global {
    interface Window {
        /** While it is, nothing is asked of the wall. */
        resting: boolean;
    }
}

const redrawn = (page: Page) => page.evaluate(() => Number(document.querySelector<HTMLElement>('.board')?.dataset.drawn));

async function redraws(page: Page, count: number): Promise<void> {
    await page.waitForFunction((least) => Number(document.querySelector<HTMLElement>('.board')?.dataset.drawn) >= least, count, { timeout: 80_000 });
}

/** Bytes in use and nodes of the page between two refreshes, after what is garbage was taken away: in the middle of one there are panels twice. */
async function weight(page: Page, session: CDPSession): Promise<{ bytes: number; nodes: number }> {
    await page.evaluate(() => (window.resting = true));
    for (let before = -1, now = await redrawn(page); now !== before; ) {
        await page.waitForTimeout(1_000);
        [before, now] = [now, await redrawn(page)];
    }
    // The first finds what is out of use, the second what only that had held.
    for (let round = 0; round < 2; round++) await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    await page.evaluate(() => (window.resting = false));
    const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? NaN;
    return { bytes: metric('JSHeapUsedSize'), nodes: metric('Nodes') };
}

test.each(['pennant-overview', 'pennant-retail'])('%s weighs no more after many refreshes', async (uid) => {
    const { page } = await watched(browser);
    // Without their tags all answers are new, and every refresh draws everything again.
    await page.addInitScript(() => {
        const ask = window.fetch;
        window.resting = false;
        window.fetch = async (address, asked) => {
            while (window.resting) await new Promise((done) => setTimeout(done, 20));
            return ask(address, { ...asked, headers: {} });
        };
    });
    await page.goto(`${wall}/d/${uid}?refresh=20ms&kiosk`);
    await drawn(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await redraws(page, SETTLED);
    const before = await weight(page, session);
    await redraws(page, (await redrawn(page)) + MANY);
    const after = await weight(page, session);
    console.log(`${uid}: ${(before.bytes / 1e6).toFixed(1)} MB and ${before.nodes} nodes, after ${MANY} refreshes ${(after.bytes / 1e6).toFixed(1)} MB and ${after.nodes}.`);
    expect(after.bytes - before.bytes).toBeLessThan(2e6);
    expect(after.nodes).toBeLessThan(before.nodes * 1.1);
    await page.context().close();
});
