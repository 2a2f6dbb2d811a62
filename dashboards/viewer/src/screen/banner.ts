import { dateTimeFormat } from '@grafana/data';
import { element } from '../panels/element';
import type { Health } from '../wall/feed';

const WORDS = { lost: '与服务器的连接中断，正在重连', refused: '数据库没有应答，正在重试', frozen: '画面已停止刷新' };
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
            this.root.textContent = '已恢复，画面为最新';
            this.farewell = window.setTimeout(() => (this.root.hidden = true), FAREWELL);
            return;
        }
        const since = dateTimeFormat(health.since, { timeZone: this.timeZone(), format: 'M月D日 HH:mm:ss' });
        this.root.replaceChildren(element('b', '', {}, WORDS[health.kind]), element('span', '', {}, `画面停在 ${since}`));
    }
}
