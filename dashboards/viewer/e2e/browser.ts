import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { chromiumPath, wall } from './wall';

/** What a browser says to nobody but the wall, and in a machine without a display or a sandbox. */
const QUIET = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
];

export async function launch(): Promise<Browser> {
    return chromium.launch({ executablePath: chromiumPath(), headless: true, args: QUIET });
}

/** The screens on which a wall hangs: 4K screens have twice the dots to each px. */
export const SCREENS = [
    { name: '1920x1080', viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 1 },
    { name: '3840x2160', viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 2 },
] as const;

/** A page, and all that went wrong on it. */
export interface Watched {
    page: Page;
    /** Errors and warnings of its console, exceptions, and requests to anywhere but the wall. */
    faults: string[];
}

export async function watched(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
    const context = await browser.newContext({ viewport: SCREENS[0].viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
    page.on('request', (request) => {
        if (new URL(request.url()).origin !== wall) faults.push(`request: ${request.url()}`);
    });
    return { page, faults };
}

/** Opens a board and waits until it is whole. */
export async function open(page: Page, path: string): Promise<void> {
    await page.goto(`${wall}${path}`);
    await drawn(page);
}

export const drawn = (page: Page, uid?: string) =>
    page.waitForSelector(`.board${uid ? `[data-board="${uid}"]` : ''}[data-drawn]:not(.waiting)`, { timeout: 20_000 });

export const panelText = (page: Page, panel: number) =>
    page.evaluate((id) => document.querySelector(`.board:not(.waiting) [data-panel="${id}"]`)?.textContent ?? '', panel);
