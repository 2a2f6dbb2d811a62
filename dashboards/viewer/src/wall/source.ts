import { words } from '../screen/words';

/** The server did not answer at all, or answered that it cannot. */
export class Unanswered extends Error {
    constructor(
        readonly kind: 'lost' | 'refused',
        message: string,
    ) {
        super(message);
    }
}

const PATIENCE = 10_000;

/** What stands at one address: asked for again, only what changed is sent. */
export class Source<T> {
    private tag: string | null = null;
    private value: T | undefined;

    constructor(readonly address: string) {}

    /** What stands there now, and whether it differs from the last time. */
    async read(stop?: AbortSignal): Promise<{ value: T; changed: boolean }> {
        const response = await this.ask(stop);
        if (response.status === 304 && this.value !== undefined) return { value: this.value, changed: false };
        if (!response.ok) {
            const told = (await response.json().catch(() => ({}))) as { error?: string };
            throw new Unanswered('refused', told.error ?? `HTTP ${response.status}`);
        }
        this.tag = response.headers.get('etag');
        this.value = (await response.json()) as T;
        return { value: this.value, changed: true };
    }

    private async ask(stop?: AbortSignal): Promise<Response> {
        const late = AbortSignal.timeout(PATIENCE);
        try {
            return await fetch(this.address, {
                headers: this.tag === null ? {} : { 'If-None-Match': this.tag },
                signal: stop ? AbortSignal.any([stop, late]) : late,
            });
        } catch (failure) {
            if (stop?.aborted) throw failure;
            throw new Unanswered('lost', late.aborted ? words.silent : words.lost);
        }
    }
}
