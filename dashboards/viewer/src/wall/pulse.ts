/** Runs one refresh at a time: at an interval, at once when asked, and once more when asked meanwhile. */
export class Pulse {
    private timer: number | undefined;
    private running = false;
    private again = false;
    private stopped = false;

    constructor(
        private readonly beat: () => Promise<void>,
        /** How long until the next, ms; 0 waits until asked. */
        private readonly interval: () => number,
    ) {}

    start(): void {
        this.stopped = false;
        this.plan();
    }

    stop(): void {
        this.stopped = true;
        window.clearTimeout(this.timer);
    }

    /** Refreshes now, or right after the refresh that is under way. */
    async now(): Promise<void> {
        if (this.running) {
            this.again = true;
            return;
        }
        window.clearTimeout(this.timer);
        this.running = true;
        try {
            do {
                this.again = false;
                await this.beat();
            } while (this.again && !this.stopped);
        } finally {
            this.running = false;
            this.plan();
        }
    }

    private plan(): void {
        window.clearTimeout(this.timer);
        const wait = this.interval();
        if (!this.stopped && wait > 0) this.timer = window.setTimeout(() => void this.now(), wait);
    }
}
