import { element, styled } from '../panels/element';
import type { Box } from './geometry';

/** The heading of a row of panels, which opens and closes it. */
export class RowView {
    readonly root = element('button', 'row');

    constructor(
        private open: boolean,
        toggled: (open: boolean) => void,
    ) {
        this.root.type = 'button';
        this.root.addEventListener('click', () => {
            this.open = !this.open;
            this.tell();
            toggled(this.open);
        });
        this.tell();
    }

    place(title: string, box: Box): void {
        this.root.textContent = title;
        styled(this.root, { ...box });
    }

    close(): void {
        this.root.remove();
    }

    private tell(): void {
        this.root.setAttribute('aria-expanded', String(this.open));
    }
}
