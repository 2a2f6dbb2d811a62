import type { InterpolateFunction, TimeRange } from '@grafana/data';
import { framesOf, type Answer } from '../fields/frames';
import { draw, notice } from '../panels/draw';
import { element, styled } from '../panels/element';
import { linked } from '../panels/links';
import type { Undo } from '../panels/panel';
import { words } from '../screen/words';
import { answer, type Asked } from '../wall/api';
import { Unanswered, type Source } from '../wall/source';
import type { Panel } from './dashboard';
import type { Box } from './geometry';

/** What a panel is drawn from, beside its own data. */
export interface Surroundings {
    uid: string;
    asked: Asked;
    replace: InterpolateFunction;
    timeZone: string;
    range: TimeRange;
    dots: number;
}

const NOTHING: Answer = { results: {} };

/** One panel on the screen: its heading, and its body, drawn again when its data or its words changed. */
export class PanelView {
    readonly root = element('section', 'panel');
    private readonly heading = element('header');
    private readonly body = element('div', 'body');
    private source: Source<Answer> | undefined;
    private last: Answer | undefined;
    private drawn = '';
    private titled = '';
    private undo: Undo = () => {};

    constructor(private panel: Panel) {
        this.root.dataset.panel = String(panel.id);
        this.root.dataset.type = panel.type;
        this.root.append(this.heading, this.body);
    }

    place(panel: Panel, box: Box): void {
        this.panel = panel;
        this.root.classList.toggle('transparent', panel.transparent === true);
        styled(this.root, { ...box });
    }

    /** Asks for the data and draws what changed; fails as the asking does, with what was drawn left standing. */
    async refresh(around: Surroundings, stop: AbortSignal): Promise<void> {
        this.entitle(around.replace);
        try {
            const { value, changed } = await this.ask(around, stop);
            this.last = value;
            await this.redraw(around, changed);
            this.root.classList.remove('failed');
        } catch (failure) {
            if (!stop.aborted) this.fail(failure);
            throw failure;
        }
    }

    /** Draws again what was last answered: after the screen's size changed. */
    async again(around: Surroundings): Promise<void> {
        if (this.last) await this.redraw(around, true);
    }

    close(): void {
        this.undo();
        this.undo = () => {};
        this.root.remove();
    }

    private async ask(around: Surroundings, stop: AbortSignal): Promise<{ value: Answer; changed: boolean }> {
        if (!this.panel.targets?.length) return { value: NOTHING, changed: this.last === undefined };
        const next = answer(around.uid, this.panel.id, around.asked, Math.round(this.body.clientWidth));
        if (this.source?.address !== next.address) this.source = next;
        return this.source.read(stop);
    }

    private async redraw(around: Surroundings, changed: boolean): Promise<void> {
        const key = wording(this.panel, around);
        if (!changed && key === this.drawn) return;
        const { panel, body } = this;
        const frames = await framesOf(panel, this.last ?? NOTHING, around.replace, around.timeZone);
        this.undo();
        body.replaceChildren();
        this.undo = draw({ panel, frames, body, ...around });
        this.drawn = key;
    }

    private fail(failure: unknown): void {
        const reason = failure instanceof Unanswered ? failure.message : words.undrawn;
        this.root.classList.add('failed');
        this.root.dataset.stale = words.stale;
        if (failure instanceof Unanswered && this.drawn) return;
        this.undo();
        this.undo = () => {};
        this.body.replaceChildren(notice(reason));
        this.drawn = '';
        if (!(failure instanceof Unanswered)) console.error(failure);
    }

    /** “Name · range · age”: the name reads from afar, the rest stands quietly to its right, without what has no value. */
    private entitle(replace: InterpolateFunction): void {
        const title = replace(this.panel.title ?? '');
        if (title === this.titled && this.heading.childElementCount > 0) return;
        this.titled = title;
        const [name = '', ...parts] = title.split(' · ');
        const rest = parts.filter((part) => part.trim() !== '');
        const quiet = namesItself(this.panel);
        const whole = [name, ...rest].join(' · ');
        this.root.setAttribute('aria-label', whole || (this.panel.type === 'text' ? words.heading : words.panel(this.panel.id)));
        this.root.classList.toggle('untitled', !title);
        const head = quiet ? element('span', 'note', {}, title) : element('h2', '', {}, name);
        const [link] = this.panel.links ?? [];
        const named = link ? linked(head, [{ href: replace(link.url), title: replace(link.title), target: link.targetBlank ? '_blank' : undefined }]) : head;
        const notes = quiet || rest.length === 0 ? [] : [element('span', 'note', {}, rest.join(' · '))];
        this.heading.replaceChildren(named, ...notes);
        if (this.panel.description) this.heading.title = replace(this.panel.description);
    }
}

/** A tile whose body carries its name needs no other. */
const namesItself = (panel: Panel) =>
    (panel.options as { textMode?: string }).textMode === 'value_and_name' && Boolean(panel.fieldConfig.defaults.displayName);

/** What a drawing depends on beside its data: the words of the panel, and the moments to the width of a dot. */
function wording(panel: Panel, { replace, range }: Surroundings): string {
    const { title: _, ...rest } = panel;
    const span = range.to.valueOf() - range.from.valueOf();
    const moment = panel.type === 'timeseries' || panel.type === 'state-timeline' ? Math.floor(range.to.valueOf() / Math.max(1, span / 1000)) : 0;
    return `${moment}|${replace(JSON.stringify(rest))}`;
}
