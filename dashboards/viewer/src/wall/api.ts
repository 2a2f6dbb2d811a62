import type { Dashboard } from '../board/dashboard';
import type { Answer } from '../fields/frames';
import { Source } from './source';

export interface Entry {
    uid: string;
    title: string;
    tags: string[];
    order: number;
}

export interface Asked {
    variables: [string, string][];
    from: string;
    to: string;
}

export const entries = () => new Source<Entry[]>('/api/boards', Array.isArray);

export const board = (uid: string, variables: [string, string][]) =>
    new Source<Dashboard>(`/api/boards/${encodeURIComponent(uid)}${query(variables)}`, ({ panels }) => Array.isArray(panels));

/** The answer of one panel: asked for by its id; the queries stay with the server. */
export const answer = (uid: string, panel: number, { variables, from, to }: Asked, width: number) =>
    new Source<Answer>(
        `/api/boards/${encodeURIComponent(uid)}/panels/${panel}/data${query([...variables, ['from', from], ['to', to], ['width', String(width)]])}`,
        ({ results }) => typeof results === 'object',
    );

function query(parts: [string, string][]): string {
    const written = new URLSearchParams(parts).toString();
    return written ? `?${written}` : '';
}
