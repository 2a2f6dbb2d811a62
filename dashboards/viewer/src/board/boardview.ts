import { element, styled } from '../panels/element';
import type { Address } from '../screen/address';
import { board, type Asked } from '../wall/api';
import { Unanswered, type Source } from '../wall/source';
import type { Dashboard, Panel } from './dashboard';
import { boxOf, enlargement, fitted, GAP, PADDING, scrolled, unfolded, type Grid } from './geometry';
import { PanelView, type Surroundings } from './panelview';
import { RowView } from './rowview';
import { rangeOf } from './timerange';
import { interpolation } from './variables';

/** One board on the screen, and what it takes to keep it true. */
export class BoardView {
    readonly root = element('div', 'board');
    dashboard: Dashboard | undefined;
    private readonly source: Source<Dashboard>;
    private readonly panels = new Map<number, PanelView>();
    private readonly rows = new Map<number, RowView>();
    private readonly toggled = new Map<number, boolean>();
    private readonly stop = new AbortController();

    constructor(
        readonly uid: string,
        private readonly address: Address,
        private readonly viewport: () => { width: number; height: number },
    ) {
        this.source = board(uid, address.variables);
        this.root.dataset.board = uid;
    }

    get isWall(): boolean {
        return this.dashboard?.tags?.some((tag) => /^wall\b/.test(tag)) ?? false;
    }

    /** Asks for the board and all its panels, and draws what changed. Fails where the board did not answer, or none of its panels. */
    async refresh(): Promise<void> {
        const { value } = await this.source.read(this.stop.signal);
        this.dashboard = value;
        const around = this.arrange();
        const views = [...this.panels.values()];
        const outcomes = await Promise.allSettled(views.map((view) => view.refresh(around, this.stop.signal)));
        this.tell();
        const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
        const asked = this.shown().filter((panel) => panel.targets?.length).length;
        const unanswered = failures.filter((failure): failure is Unanswered => failure instanceof Unanswered);
        if (asked > 0 && unanswered.length >= asked) throw unanswered[0];
    }

    /** Leaves a mark, for whoever measures, each time that the board was drawn. */
    private tell(): void {
        const times = Number(this.root.dataset.drawn ?? 0);
        if (times === 0) performance.mark('drawn');
        this.root.dataset.drawn = String(times + 1);
    }

    /** Draws all again at the screen's present size. */
    async resize(): Promise<void> {
        if (!this.dashboard) return;
        const around = this.arrange();
        await Promise.all([...this.panels.values()].map((view) => view.again(around)));
    }

    close(): void {
        this.stop.abort();
        this.panels.forEach((view) => view.close());
        this.panels.clear();
        this.root.remove();
    }

    get asked(): Asked {
        const time = this.dashboard?.time;
        return { variables: this.address.variables, from: this.address.from ?? time?.from ?? 'now-1h', to: this.address.to ?? time?.to ?? 'now' };
    }

    private shown(): Panel[] {
        const isOpen = (row: Panel) => this.toggled.get(row.id) ?? row.collapsed !== true;
        return unfolded(this.dashboard?.panels ?? [], isOpen);
    }

    private arrange(): Surroundings {
        const { width, height } = this.viewport();
        const scale = this.isWall ? enlargement(width, height) : 1;
        const room = { width: width / scale, height: height / scale };
        this.root.classList.toggle('fitted', this.isWall);
        styled(this.root, this.isWall ? { ...room, transform: `scale(${scale})` } : { width: '100%', transform: 'none' });
        const shown = this.shown();
        // A board at a desk may have a scroll bar, which takes from its width.
        const grid = this.isWall ? fitted(shown, room.width, room.height) : scrolled(this.root.clientWidth || width);
        this.place(shown, grid);
        const { asked } = this;
        const timeZone = this.dashboard?.timezone || 'browser';
        return {
            uid: this.uid,
            asked,
            replace: interpolation(this.dashboard?.templating?.list ?? [], asked),
            timeZone,
            range: rangeOf(asked.from, asked.to, timeZone),
            dots: window.devicePixelRatio * scale,
        };
    }

    private place(shown: Panel[], grid: Grid): void {
        const replace = interpolation(this.dashboard?.templating?.list ?? [], this.asked);
        for (const panel of shown) {
            const box = boxOf(panel.gridPos, grid);
            const inset = { ...box, left: box.left + PADDING, top: box.top + PADDING };
            if (panel.type === 'row') this.rowOf(panel).place(replace(panel.title ?? ''), inset);
            else this.panelOf(panel).place(panel, inset);
        }
        const ids = new Set(shown.map(({ id }) => id));
        for (const views of [this.panels, this.rows]) {
            views.forEach((view, id) => {
                if (ids.has(id)) return;
                view.close();
                views.delete(id);
            });
        }
        const foot = Math.max(0, ...shown.map(({ gridPos }) => (gridPos.y + gridPos.h) * grid.row)) + 2 * PADDING - GAP;
        if (!this.isWall) this.root.style.height = `${foot}px`;
    }

    private panelOf(panel: Panel): PanelView {
        let view = this.panels.get(panel.id);
        if (!view) {
            view = new PanelView(panel);
            this.panels.set(panel.id, view);
            this.root.append(view.root);
        }
        return view;
    }

    private rowOf(row: Panel): RowView {
        let view = this.rows.get(row.id);
        if (!view) {
            view = new RowView(row.collapsed !== true, (open) => {
                this.toggled.set(row.id, open);
                void this.refresh();
            });
            this.rows.set(row.id, view);
            this.root.append(view.root);
        }
        return view;
    }
}
