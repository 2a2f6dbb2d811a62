const RETRY = 3_000;

/** Hears that data changed: by server-sent events, taken up again whenever they break off. */
export class Changes {
    private source: EventSource | undefined;
    private retry: number | undefined;

    constructor(
        private readonly changed: () => void,
        private readonly heard: (listening: boolean) => void,
    ) {
        this.listen();
    }

    close(): void {
        window.clearTimeout(this.retry);
        this.source?.close();
    }

    private listen(): void {
        const source = new EventSource('/api/events');
        this.source = source;
        source.addEventListener('open', () => this.heard(true));
        source.addEventListener('changed', () => this.changed());
        source.addEventListener('error', () => {
            this.heard(false);
            // The browser takes up a broken stream by itself, but not one that was refused.
            if (source.readyState === EventSource.CLOSED) this.retry = window.setTimeout(() => this.listen(), RETRY);
        });
    }
}
