import type { Page } from 'playwright-core';

/** What of the words on a page is cut off, or runs out of its panel or off the screen. */
export const misplaced = (page: Page): Promise<string[]> =>
    page.evaluate(() => {
        const found: string[] = [];
        const slack = 1.5;
        const told = (element: Element) => `${element.closest<HTMLElement>('[data-panel]')?.dataset.panel ?? '–'}: ${element.textContent?.slice(0, 40)}`;
        const letters = document.createRange();
        for (const element of document.querySelectorAll<HTMLElement>('.board:not(.waiting) *')) {
            const words = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
            if (words.length === 0 || element.classList.contains('flag')) continue;
            const hides = getComputedStyle(element).overflowX !== 'visible';
            const edge = element.getBoundingClientRect().right;
            // Letters can stick out of the box that holds them.
            const room = element.closest('.body, .panel')?.getBoundingClientRect();
            const scrolls = element.closest('.scroll, .prose');
            for (const node of words) {
                letters.selectNode(node);
                const box = letters.getBoundingClientRect();
                // Less than a dot too much, and an ellipsis takes the place of two letters.
                if (hides && box.right > edge + 0.1) found.push(`cut off, panel ${told(element)}`);
                if (!room || hides || box.width === 0 || box.height === 0) continue;
                const outside = box.right > room.right + slack || box.left < room.left - slack || (!scrolls && box.bottom > room.bottom + slack);
                if (outside) found.push(`outside, panel ${told(element)}`);
            }
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
