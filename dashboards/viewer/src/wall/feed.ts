/** How what is on the screen stands to the data. */
export type Health = { kind: 'live' } | { kind: 'lost' | 'refused' | 'frozen'; since: number };

/** Knows when the screen was last true, and whether it still is. */
export class Feed {
    private last: number;
    private trouble: 'lost' | 'refused' | undefined;

    constructor(
        private readonly now: () => number,
        /** After how long without an answer a screen counts as frozen, ms. */
        private readonly patience: () => number,
    ) {
        this.last = now();
    }

    answered(): void {
        this.last = this.now();
        this.trouble = undefined;
    }

    failed(kind: 'lost' | 'refused'): void {
        this.trouble = kind;
    }

    health(): Health {
        if (this.trouble) return { kind: this.trouble, since: this.last };
        return this.now() - this.last > this.patience() ? { kind: 'frozen', since: this.last } : { kind: 'live' };
    }
}
