import { words } from '../screen/words';

/** The server did not answer at all or not as it should, or answered that it cannot. */
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

    /** @param isWhole whether what was read is what stands there, and not what something on the way has answered */
    constructor(
        readonly address: string,
        private readonly isWhole: (value: T) => boolean,
    ) {}

    /** What stands there now, and whether it differs from the last time. */
    async read(stop?: AbortSignal): Promise<{ value: T; changed: boolean }> {
        const response = await this.ask(stop);
        if (response.status === 304 && this.value !== undefined) return { value: this.value, changed: false };
        if (!response.ok) {
            const told = (await response.json().catch(() => null)) as { error?: string } | null;
            throw new Unanswered('refused', told?.error ?? words.broken(response.status));
        }
        const value = await this.whole(response, stop);
        this.tag = response.headers.get('etag');
        this.value = value;
        return { value, changed: true };
    }

    private async whole(response: Response, stop?: AbortSignal): Promise<T> {
        try {
            const value = (await response.json()) as T | null;
            if (value !== null && this.isWhole(value)) return value;
        } catch (failure) {
            if (stop?.aborted) throw failure;
            if (!(failure instanceof SyntaxError)) throw new Unanswered('lost', words.lost);
        }
        throw new Unanswered('refused', words.garbled);
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
