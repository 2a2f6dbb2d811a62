import type { DataFrame, InterpolateFunction, TimeRange } from '@grafana/data';
import type { Panel } from '../board/dashboard';

/** What a panel is drawn with. */
export interface Sheet {
    panel: Panel;
    frames: DataFrame[];
    body: HTMLElement;
    replace: InterpolateFunction;
    timeZone: string;
    range: TimeRange;
    /** How many dots of the screen one px of the drawing takes. */
    dots: number;
}

/** What is left of a drawing to be taken down with it. */
export type Undo = () => void;

export type Draw = (sheet: Sheet) => Undo | void;
