import { get } from 'node:http';
import { wall } from './wall';

const COUNT = 100;

/** A hundred screens: each listens for changes and asks for a board and all its panels. */
export interface Screens {
    /** Panels whose answers were not the same to all. */
    answersDiffer: string[];
    /** How many heard of a change within two seconds of the first. */
    hear(): Promise<number>;
    close(): void;
}

export async function hundred(uid: string): Promise<Screens> {
    const listeners = await Promise.all(Array.from({ length: COUNT }, listen));
    const board = (await (await fetch(`${wall}/api/boards/${uid}`)).json()) as { panels: { id: number; targets?: unknown[] }[] };
    const panels = board.panels.filter(({ targets }) => targets?.length).map(({ id }) => id);
    const start = performance.now();
    const answers = await Promise.all(
        Array.from({ length: COUNT }, () =>
            Promise.all(
                panels.map(async (id) => {
                    const response = await fetch(`${wall}/api/boards/${uid}/panels/${id}/data?width=800`);
                    if (!response.ok) throw new Error(`panel ${id}: ${response.status}`);
                    return response.text();
                }),
            ),
        ),
    );
    console.log(`${COUNT} screens asked for ${panels.length} panels each, all answered in ${Math.round(performance.now() - start)} ms.`);
    return {
        answersDiffer: panels.filter((_, index) => new Set(answers.map((each) => each[index])).size > 1).map(String),
        hear: async () => {
            await Promise.race(listeners.map(({ changed }) => changed));
            const late = new Promise<void>((done) => setTimeout(done, 2_000));
            const heard = await Promise.all(listeners.map(({ changed }) => Promise.race([changed.then(() => 1), late.then(() => 0)])));
            return heard.reduce((sum: number, one) => sum + one, 0);
        },
        close: () => listeners.forEach(({ close }) => close()),
    };
}

interface Listener {
    changed: Promise<void>;
    close: () => void;
}

const listen = () =>
    new Promise<Listener>((connected, failed) => {
        const request = get(`${wall}/api/events`, { agent: false }, (response) => {
            if (response.statusCode !== 200) return failed(new Error(`/api/events answers ${response.statusCode}`));
            response.setEncoding('utf8');
            const changed = new Promise<void>((done) => response.on('data', (text: string) => text.includes('event: changed') && done()));
            connected({ changed, close: () => request.destroy() });
        });
        request.on('error', (error) => failed(error));
    });
