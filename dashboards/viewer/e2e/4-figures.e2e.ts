import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launch, open, panelText, watched } from './browser';
import { rows } from './wall';

const UNIT = '330482001';
let browser: Browser;
let page: Page;

beforeAll(async () => {
    browser = await launch();
    page = (await watched(browser)).page;
});
afterAll(() => browser.close());

interface Figure {
    value: number;
    growth: number | null;
    label: string;
    unit_name: string;
}

const latest = async (indicator: string): Promise<Figure> => {
    const [figure] = await rows<Figure>(
        `SELECT toFloat64(value) AS value, toFloat64(growth) AS growth, period_label AS label, unit_name FROM indicators
         WHERE unit = '${UNIT}' AND indicator = '${indicator}' ORDER BY period DESC LIMIT 1`,
    );
    if (!figure) throw new Error(`ClickHouse has no ${indicator} of ${UNIT}`);
    return figure;
};

const plain = (text: string) => text.replace(/\s+/g, '').replaceAll('–', '-');

describe('the overview shows what ClickHouse holds:', () => {
    beforeAll(() => open(page, `/d/pennant-overview?var-unit=${UNIT}`));

    test.each([
        { panel: 2, indicator: 'service-revenue', decimals: 2 },
        { panel: 3, indicator: 'service-revenue-designated', decimals: 2 },
        { panel: 4, indicator: 'service-value-added', decimals: 1 },
        { panel: 5, indicator: 'retail-above-quota', decimals: 2 },
    ])('$indicator in panel $panel', async ({ panel, indicator, decimals }) => {
        const { value, growth, label } = await latest(indicator);
        const text = plain(await panelText(page, panel));
        expect(text).toContain(value.toFixed(decimals));
        expect(text).toContain(plain(label));
        if (growth !== null) expect(text).toContain(`${Math.abs(growth)}%`);
    });

    test('the unit by its name', async () => {
        expect(await panelText(page, 1)).toContain((await latest('service-revenue')).unit_name);
    });
});

test('the service race ranks the units as ClickHouse does', async () => {
    const standing = await rows<{ rank: number; unit_name: string; score: string }>(
        `SELECT rank, unit_name, toDecimalString(round(score, 2), 2) AS score FROM standings WHERE competition = 'jiaxing-service'
         AND rank <= 20 AND period = (SELECT max(period) FROM standings WHERE competition = 'jiaxing-service') ORDER BY rank, unit LIMIT 20`,
    );
    expect(standing).toHaveLength(20);
    await open(page, `/d/pennant-service-race?var-unit=${UNIT}`);
    const lines = await page.$$eval('[data-panel="2"] tbody tr', (all) => all.map((line) => [...line.children].map((cell) => cell.textContent?.trim() ?? '')));
    expect(lines.map((cells) => cells.slice(1, 3).join(' '))).toEqual(standing.map(({ rank, unit_name }) => `${rank} ${unit_name}`));
    expect(lines.map((cells) => cells.at(-1))).toEqual(standing.map(({ score }) => score));
});
