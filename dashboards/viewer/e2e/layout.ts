import type { Page } from 'playwright-core';

/** What of the words on a page is cut off, or runs out of its panel or off the screen. */
export const misplaced = (page: Page): Promise<string[]> =>
    page.evaluate(() => {
        const found: string[] = [];
        const slack = 1.5;
        const told = (element: Element) => `${element.closest<HTMLElement>('[data-panel]')?.dataset.panel ?? '–'}: ${element.textContent?.slice(0, 40)}`;
        for (const element of document.querySelectorAll<HTMLElement>('.board:not(.waiting) *')) {
            const words = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
            if (!words || element.classList.contains('flag')) continue;
            const box = element.getBoundingClientRect();
            if (box.width === 0 || box.height === 0) continue;
            const hides = getComputedStyle(element).overflowX !== 'visible';
            if (hides && element.scrollWidth > element.clientWidth + slack) found.push(`cut off, panel ${told(element)}`);
            const panel = element.closest('.panel')?.getBoundingClientRect();
            const scrolls = element.closest('.scroll, .prose');
            const outside = panel && (box.right > panel.right + slack || box.left < panel.left - slack || (!scrolls && box.bottom > panel.bottom + slack));
            if (outside) found.push(`outside, panel ${told(element)}`);
        }
        for (const box of document.querySelectorAll<HTMLElement>('.fitted .body, .fitted .scroll, .fitted .html')) {
            if (box.scrollHeight > box.clientHeight + slack) found.push(`too tall by ${box.scrollHeight - box.clientHeight}, panel ${told(box)}`);
        }
        const page = document.documentElement;
        if (page.scrollWidth > innerWidth) found.push(`the page is ${page.scrollWidth} wide`);
        const wall = document.querySelector('.board.fitted')?.getBoundingClientRect();
        if (wall && (wall.bottom > innerHeight + slack || wall.right > innerWidth + slack)) found.push('the wall runs off the screen');
        return found;
    });
