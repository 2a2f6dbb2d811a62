/** What a key, or a remote control's button, asks of the screen. */
export interface Keys {
    next(): void;
    previous(): void;
    pause(): void;
    full(): void;
    home(): void;
}

const BINDINGS: Record<string, keyof Keys> = {
    ArrowRight: 'next',
    PageDown: 'next',
    ArrowLeft: 'previous',
    PageUp: 'previous',
    ' ': 'pause',
    f: 'full',
    F: 'full',
    h: 'home',
    H: 'home',
};

export function listen(keys: Keys): void {
    document.addEventListener('keydown', (event) => {
        const held = event.ctrlKey || event.metaKey || event.altKey;
        const bound = BINDINGS[event.key];
        // Where something is being written or chosen, keys are its own.
        if (held || !bound || (event.target instanceof Element && event.target.closest('input, select, textarea, button, summary, a, [tabindex]'))) return;
        event.preventDefault();
        keys[bound]();
    });
}
