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

/** Bytes in use and nodes of the page, after what is garbage was taken away. */
async function weight(session: CDPSession): Promise<{ bytes: number; nodes: number }> {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? NaN;
    return { bytes: metric('JSHeapUsedSize'), nodes: metric('Nodes') };
}

async function redraws(page: Page, count: number): Promise<void> {
    await page.waitForFunction((least) => Number(document.querySelector<HTMLElement>('.board')?.dataset.drawn) >= least, count, { timeout: 80_000 });
}

test.each(['pennant-overview', 'pennant-retail'])('%s weighs no more after many refreshes', async (uid) => {
    const { page } = await watched(browser);
    // Without their tags all answers are new, and every refresh draws everything again.
    await page.addInitScript(() => {
        const ask = window.fetch;
        window.fetch = (address, asked) => ask(address, { ...asked, headers: {} });
    });
    await page.goto(`${wall}/d/${uid}?refresh=20ms&kiosk`);
    await drawn(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await redraws(page, SETTLED);
    const before = await weight(session);
    await redraws(page, SETTLED + MANY);
    const after = await weight(session);
    console.log(`${uid}: ${(before.bytes / 1e6).toFixed(1)} MB and ${before.nodes} nodes, after ${MANY} refreshes ${(after.bytes / 1e6).toFixed(1)} MB and ${after.nodes}.`);
    expect(after.bytes - before.bytes).toBeLessThan(2e6);
    expect(after.nodes).toBeLessThan(before.nodes * 1.1);
    await page.context().close();
});
