import type { BoardView } from '../board/boardview';
import type { DashboardLink, Variable } from '../board/dashboard';
import { momentLabel, quick } from '../board/timerange';
import { list, variableQuery } from '../board/variables';
import { element } from '../panels/element';
import type { Entry } from '../wall/api';
import { wallAddress, writeAddress, type Address } from './address';
import { words } from './words';

const AWAY = 3_000;
const REFRESHES = ['5s', '10s', '30s', '1m', '5m'];
const HIDDEN = 2;

/** Above a board at a desk: where to go, what to look at, and when. Over a wall it appears only while the pointer moves. */
export class Toolbar {
    readonly root = element('nav', 'toolbar');
    private boards: Entry[] = [];
    private shape = '';
    private away: number | undefined;

    constructor(
        private address: Address,
        private readonly ask: (next: Address) => void,
    ) {
        this.root.setAttribute('aria-label', words.boards);
        if (address.kiosk) this.root.hidden = true;
        document.addEventListener('pointermove', () => {
            document.body.classList.add('moving');
            window.clearTimeout(this.away);
            this.away = window.setTimeout(() => document.body.classList.remove('moving'), AWAY);
        });
    }

    list(boards: Entry[]): void {
        this.boards = [...boards].sort((one, other) => one.order - other.order);
    }

    /** Shows what the board offers; builds anew only where that changed, so that an open list stays open. */
    follow(view: BoardView | undefined): void {
        const dashboard = view?.dashboard;
        if (!dashboard || this.address.kiosk) return;
        document.body.classList.toggle('over', view.isWall);
        const offered = (dashboard.templating?.list ?? []).filter(({ hide }) => hide !== HIDDEN);
        const shape = JSON.stringify([view.uid, offered, this.boards, view.asked]);
        if (shape === this.shape || this.root.contains(document.activeElement)) return;
        this.shape = shape;
        const { from, to } = view.asked;
        this.root.replaceChildren(
            this.way(),
            this.choice(words.boards, this.inOneLanguage(view.uid), view.uid, (uid) => location.assign(writeAddress({ board: uid }))),
            ...offered.map((variable) => this.picker(variable)),
            element('span', 'space'),
            ...(dashboard.links ?? []).flatMap((link) => this.links(link, dashboard.templating?.list ?? [])),
            ...(view.isWall || dashboard.timepicker?.hidden ? [] : [this.times(from, to), this.refreshes(dashboard.refresh)]),
        );
    }

    private way(): HTMLElement {
        const way = element('a', 'way', {}, '⚑ Pennant');
        way.href = '/';
        return way;
    }

    /** The boards in the language of the one that is shown. */
    private inOneLanguage(shown: string): { text: string; value: string }[] {
        const isEnglish = (uid: string) => uid.endsWith('-en');
        return this.boards.filter(({ uid }) => isEnglish(uid) === isEnglish(shown)).map(({ uid, title }) => ({ text: title, value: uid }));
    }

    private picker(variable: Variable): HTMLElement {
        const label = variable.hide === 1 ? '' : (variable.label ?? variable.name);
        const chosen = list(variable.current?.value);
        if (variable.type === 'textbox') {
            const input = element('input');
            input.value = chosen[0] ?? '';
            input.setAttribute('aria-label', label || variable.name);
            input.addEventListener('change', () => this.choose(variable.name, [input.value.trim()]));
            return element('label', 'picker', {}, label, input);
        }
        const options = variable.options ?? [];
        if (variable.multi) return this.several(variable, label, chosen);
        return this.choice(label || variable.name, options, chosen[0], (value) => this.choose(variable.name, [value]));
    }

    private several(variable: Variable, label: string, chosen: string[]): HTMLElement {
        const options = variable.options ?? [];
        const boxes = options.map(({ text, value }) => {
            const box = element('input');
            box.type = 'checkbox';
            box.value = value;
            box.checked = chosen.includes(value);
            return { box, line: element('label', '', {}, box, text) };
        });
        const names = options.filter(({ value }) => chosen.includes(value)).map(({ text }) => text);
        const done = element('button', '', {}, words.done);
        done.type = 'button';
        done.addEventListener('click', () => {
            (document.activeElement as HTMLElement | null)?.blur();
            this.choose(variable.name, boxes.filter(({ box }) => box.checked).map(({ box }) => box.value));
        });
        const shown = names.length > 2 ? words.several(names.slice(0, 2).join(words.comma), names.length) : names.join(words.comma) || words.none;
        const list = element('div', 'several', {}, ...boxes.map(({ line }) => line), done);
        return element('details', 'picker', {}, element('summary', '', {}, `${label} `, element('b', '', {}, shown)), list);
    }

    private choice(label: string, options: { text: string; value: string }[], chosen: string | undefined, choose: (value: string) => void): HTMLElement {
        const select = element('select');
        select.setAttribute('aria-label', label);
        const known = options.some(({ value }) => value === chosen);
        for (const { text, value } of known || chosen === undefined ? options : [{ text: chosen, value: chosen }, ...options]) {
            const option = element('option', '', {}, text);
            option.value = value;
            option.selected = value === chosen;
            select.append(option);
        }
        select.addEventListener('change', () => {
            select.blur();
            choose(select.value);
        });
        return element('label', 'picker', {}, label, select);
    }

    private times(from: string, to: string): HTMLElement {
        const options = quick().map((each) => ({ text: each.label, value: `${each.from}|${each.to}` }));
        const chosen = `${from}|${to}`;
        const all = options.some(({ value }) => value === chosen) ? options : [{ text: `${momentLabel(from)} ${words.to} ${momentLabel(to)}`, value: chosen }, ...options];
        return this.choice(words.time, all, chosen, (value) => {
            const [start, end] = value.split('|');
            this.go({ ...this.address, from: start, to: end });
        });
    }

    private refreshes(own: string | undefined): HTMLElement {
        const chosen = this.address.refresh ?? own ?? '10s';
        const options = [...new Set([chosen, ...REFRESHES])].map((each) => ({ text: each, value: each }));
        return this.choice(words.refresh, options, chosen, (value) => this.go({ ...this.address, refresh: value }));
    }

    private links(link: DashboardLink, variables: Variable[]): HTMLElement[] {
        const carried = link.includeVars ? variableQuery(variables.filter(({ hide }) => hide !== HIDDEN)) : '';
        const made = (title: string, href: string) => {
            const anchor = element('a', 'link', {}, title);
            anchor.href = carried ? `${href}${href.includes('?') ? '&' : '?'}${carried}` : href;
            return anchor;
        };
        if (link.type === 'dashboards') {
            const tagged = this.boards.filter(({ tags }) => (link.tags ?? []).every((tag) => tags.includes(tag)));
            return tagged.map(({ uid, title }) => made(title, writeAddress({ board: uid })));
        }
        const address = wallAddress(link.url ?? '');
        return address ? [made(link.title, address)] : [];
    }

    private choose(name: string, values: string[]): void {
        const others = this.address.variables.filter(([each]) => each !== `var-${name}`);
        this.go({ ...this.address, variables: [...others, ...values.map((value): [string, string] => [`var-${name}`, value])] });
    }

    private go(next: Address): void {
        this.address = next;
        this.ask(next);
    }
}
