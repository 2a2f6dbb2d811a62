import { dateTimeFormat } from '@grafana/data';
import { element } from '../panels/element';
import type { Health } from '../wall/feed';
import { words } from './words';

const FAREWELL = 3_000;

/** Says across the top of the screen that it is no longer true, since when, and that it is true again. */
export class Banner {
    readonly root = element('div', 'banner');
    private kind: Health['kind'] = 'live';
    private farewell: number | undefined;

    constructor(private readonly timeZone: () => string) {
        this.root.setAttribute('role', 'status');
        this.root.hidden = true;
    }

    show(health: Health): void {
        if (health.kind === this.kind) return;
        window.clearTimeout(this.farewell);
        this.kind = health.kind;
        this.root.dataset.kind = health.kind;
        this.root.hidden = false;
        if (health.kind === 'live') {
            this.root.textContent = words.recovered;
            this.farewell = window.setTimeout(() => (this.root.hidden = true), FAREWELL);
            return;
        }
        const since = dateTimeFormat(health.since, { timeZone: this.timeZone(), format: 'YYYY-MM-DD HH:mm:ss' });
        const trouble = health.kind === 'refused' ? health.reason : words[health.kind];
        this.root.replaceChildren(element('b', '', {}, trouble), element('span', '', {}, words.stopped(since)));
    }
}
