/** How what is on the screen stands to the data. */
export type Health = { kind: 'live' } | { kind: 'frozen'; since: number } | { kind: 'lost' | 'refused'; since: number; reason: string };

/** Knows when the screen was last true, and whether it still is. */
export class Feed {
    private last: number;
    private trouble: { kind: 'lost' | 'refused'; reason: string } | undefined;

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

    failed(kind: 'lost' | 'refused', reason: string): void {
        this.trouble = { kind, reason };
    }

    health(): Health {
        if (this.trouble) return { ...this.trouble, since: this.last };
        return this.now() - this.last > this.patience() ? { kind: 'frozen', since: this.last } : { kind: 'live' };
    }
}
