import type { Entry } from '../wall/api';

/** The boards that take turns, in their order, and whose turn it is. */
export class Rotation {
    paused = false;
    private index: number;

    constructor(
        readonly boards: Entry[],
        first: string | undefined,
    ) {
        this.index = Math.max(
            0,
            boards.findIndex(({ uid }) => uid === first),
        );
    }

    /** The boards of a tag in their order; of no tag, all. */
    static of(all: Entry[], tag: string | undefined, first: string | undefined): Rotation {
        const boards = all.filter(({ tags }) => tag === undefined || tags.includes(tag));
        boards.sort((one, other) => one.order - other.order || one.uid.localeCompare(other.uid));
        return new Rotation(boards, first);
    }

    get current(): Entry | undefined {
        return this.boards[this.index];
    }

    get place(): number {
        return this.index;
    }

    /** The board that many turns on. */
    turn(steps: number): Entry | undefined {
        const count = this.boards.length;
        if (count > 0) this.index = (((this.index + steps) % count) + count) % count;
        return this.current;
    }
}
