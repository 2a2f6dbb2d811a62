import { BoardView } from '../board/boardview';
import { element } from '../panels/element';
import { entries, type Entry } from '../wall/api';
import { Changes } from '../wall/changes';
import { Feed } from '../wall/feed';
import { Pulse } from '../wall/pulse';
import { Unanswered } from '../wall/source';
import { duration, writeAddress, type Address } from './address';
import { Banner } from './banner';
import { listen } from './keyboard';
import { Rotation } from './rotation';
import { Toolbar } from './toolbar';
import { speak, words } from './words';

const REFRESH = 10_000;
/** With no word of changes from the server, or none at all, it is asked more often. */
const ANXIOUS = 2_000;
const LEAST_PATIENCE = 30_000;

/** A board, or boards in turn, on the whole screen: kept fresh, and honest about when it is not. */
export class Screen {
    private view: BoardView | undefined;
    private rotation: Rotation | undefined;
    private listening = false;
    private turned = 0;
    private readonly stage = element('div', 'stage');
    private readonly dots = element('div', 'dots');
    private readonly toast = element('div', 'toast');
    private readonly toolbar: Toolbar;
    private readonly feed = new Feed(
        () => Date.now(),
        () => Math.max(LEAST_PATIENCE, 3 * this.interval()),
    );
    private readonly banner = new Banner(() => this.view?.dashboard?.timezone || 'browser');
    private readonly pulse = new Pulse(
        () => this.refresh(),
        () => (this.feed.health().kind === 'live' && this.listening ? this.interval() : Math.min(ANXIOUS, this.interval() || ANXIOUS)),
    );
    private readonly rotating = new Pulse(
        () => this.turn(1),
        () => (this.address.playlist && !this.rotation?.paused ? this.address.interval : 0),
    );

    constructor(
        wall: HTMLElement,
        private address: Address,
    ) {
        this.toolbar = new Toolbar(address, (next) => this.ask(next));
        this.toast.setAttribute('role', 'status');
        document.body.classList.toggle('kiosk', address.kiosk);
        // A board that is longer than the screen is scrolled by keys too.
        this.stage.tabIndex = 0;
        wall.append(this.toolbar.root, this.stage, this.dots, this.banner.root, this.toast);
    }

    start(): void {
        new Changes(
            () => void this.pulse.now(),
            (listening) => {
                const broke = this.listening && !listening;
                this.listening = listening;
                if (broke) void this.pulse.now();
            },
        );
        window.addEventListener('resize', () => void this.view?.resize());
        window.addEventListener('online', () => void this.pulse.now());
        window.addEventListener('popstate', () => location.reload());
        window.setInterval(() => this.banner.show(this.feed.health()), 1_000);
        listen({
            next: () => void this.turn(1),
            previous: () => void this.turn(-1),
            pause: () => this.pause(),
            full: () => void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
            home: () => location.assign('/'),
        });
        void this.pulse.now();
        this.rotating.start();
    }

    private interval(): number {
        return duration(this.address.refresh) ?? duration(this.view?.dashboard?.refresh) ?? REFRESH;
    }

    private async refresh(): Promise<void> {
        await this.honestly(async () => {
            const gathering = this.rotation ? undefined : this.gather();
            if (this.address.playlist) await gathering;
            const wanted = this.rotation?.current?.uid ?? this.address.board;
            if (this.view) await this.view.refresh();
            else if (wanted) await this.show(wanted);
            await gathering;
            this.toolbar.follow(this.view);
        });
    }

    /** Does what asks the server, and says on the screen how that went. */
    private async honestly(work: () => Promise<void>): Promise<void> {
        try {
            await work();
            this.feed.answered();
        } catch (failure) {
            if (failure instanceof Unanswered) this.feed.failed(failure.kind, failure.message);
            // A board that went away while it was asked for is no trouble.
            else if (!(failure instanceof DOMException && failure.name === 'AbortError')) throw failure;
        }
        this.banner.show(this.feed.health());
    }

    /** Reads which boards there are; a board that is shown alone takes turns, by the arrows, with those of its own tag. */
    private async gather(): Promise<void> {
        const { value } = await entries().read();
        const tag = this.address.playlist ?? this.tagOf(value);
        this.rotation = Rotation.of(value, tag, this.address.board);
        this.toolbar.list(value);
        this.mark();
    }

    private tagOf(all: Entry[]): string | undefined {
        const tags = all.find(({ uid }) => uid === this.address.board)?.tags ?? [];
        return tags.find((tag) => /^(wall|analyst|operations)\b/.test(tag));
    }

    private async turn(steps: number): Promise<void> {
        const next = this.rotation?.turn(steps);
        if (next && next.uid !== this.view?.uid) await this.honestly(() => this.show(next.uid));
        this.rotating.start();
    }

    private pause(): void {
        if (!this.rotation || !this.address.playlist) return;
        this.rotation.paused = !this.rotation.paused;
        this.say(this.rotation.paused ? words.paused : words.resumed);
        this.mark();
        this.rotating.start();
    }

    /** Draws the next board out of sight, and brings it on when it is whole; the first is drawn in sight. */
    private async show(uid: string): Promise<void> {
        const mine = ++this.turned;
        speak(uid);
        const next = new BoardView(uid, this.address, () => this.viewport());
        next.root.classList.add('waiting');
        this.stage.append(next.root);
        if (!this.view) this.bring(next);
        try {
            await next.refresh();
        } catch (failure) {
            if (this.view !== next) next.close();
            throw failure;
        }
        if (mine === this.turned) this.bring(next);
        else next.close();
    }

    private bring(next: BoardView): void {
        const before = this.view;
        this.view = next;
        next.root.classList.remove('waiting');
        if (before !== next) before?.close();
        document.title = next.dashboard ? `${next.dashboard.title} · Pennant` : 'Pennant';
        this.toolbar.follow(next);
        this.mark();
    }

    private ask(next: Address): void {
        this.address = next;
        history.pushState(null, '', writeAddress(next));
        if (this.view) void this.honestly(() => this.show(this.view?.uid ?? '')).then(() => this.pulse.start());
    }

    private viewport(): { width: number; height: number } {
        return { width: this.stage.clientWidth, height: this.stage.clientHeight };
    }

    private mark(): void {
        const turning = this.address.playlist !== undefined && (this.rotation?.boards.length ?? 0) > 1;
        const marks = turning ? (this.rotation?.boards ?? []).map((_, index) => element('i', index === this.rotation?.place ? 'now' : '')) : [];
        this.dots.replaceChildren(...marks);
        this.dots.classList.toggle('paused', this.rotation?.paused ?? false);
    }

    private say(words: string): void {
        this.toast.textContent = words;
        this.toast.classList.remove('said');
        void this.toast.offsetWidth;
        this.toast.classList.add('said');
    }
}
