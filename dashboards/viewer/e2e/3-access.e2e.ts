import axe, { type AxeResults } from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { drawn, launch, watched } from './browser';
import { boards, wall } from './wall';

const shown = await boards();
let browser: Browser;

beforeAll(async () => {
    browser = await launch();
});
afterAll(() => browser.close());

test.each(['/', ...shown.filter(({ uid }) => !uid.endsWith('-en')).map(({ uid }) => `/d/${uid}`)])('%s has contrast, names and roles', async (path) => {
    const { page } = await watched(browser);
    await page.goto(`${wall}${path}`);
    if (path === '/') await page.waitForSelector('.card');
    else await drawn(page);
    // By the protocol, for the page's own policy lets no other script in.
    await page.evaluate(axe.source);
    const results = (await page.evaluate(
        "axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] } })",
    )) as AxeResults;
    const violations = results.violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html.slice(0, 120)} ${any[0]?.message ?? ''}`));
    expect(violations).toEqual([]);
    await page.context().close();
});
