import { words } from '../screen/words';
import { barchart } from './barchart';
import { bargauge } from './bargauge';
import { element } from './element';
import { gauge } from './gauge';
import type { Draw, Sheet, Undo } from './panel';
import { piechart } from './piechart';
import { stat } from './stat';
import { stateTimeline } from './statetimeline';
import { table } from './table';
import { text } from './text';
import { timeseries } from './timeseries';

/** How each type of panel is drawn; a row is a heading, which the board draws. */
export const DRAWN: Record<string, Draw> = {
    barchart,
    bargauge,
    gauge,
    piechart,
    stat,
    'state-timeline': stateTimeline,
    table,
    text,
    timeseries,
};

/** A panel as its type is drawn; of an unknown type, a notice that says so. */
export function draw(sheet: Sheet): Undo {
    const known = DRAWN[sheet.panel.type];
    if (known) return known(sheet) ?? (() => {});
    sheet.body.append(notice(words.unknown(sheet.panel.type)));
    return () => {};
}

/** What stands in a panel that cannot be drawn. */
export function notice(words: string): HTMLElement {
    const made = element('div', 'notice', {}, element('span', '', {}, words));
    made.setAttribute('role', 'alert');
    return made;
}
