package dev.pennant.jobs.retail;

import java.util.List;
import java.util.function.Consumer;

/**
 * Moves that a lost run may not have known, see {@link HeardStores}. A unit is told anew only through the hour that time has come to, and the lost run
 * may have come further than its checkpoint: so the moves are told at once, and a second time when all is read that there was when this run began.
 * The second time waits for a barrier, behind which a notice cannot overtake the sales before it.
 */
final class MovesAgain {
    private List<StoreMove> moves;
    private boolean isDue = true;
    private boolean isUpToDate;
    private boolean isSecondTime;

    MovesAgain(List<StoreMove> moves) {
        this.moves = moves;
    }

    /** The reader has read something, maybe the last that there was. */
    void read(boolean upToDate) {
        isUpToDate |= upToDate;
    }

    /** A barrier was sent. */
    void passBarrier() {
        if (isUpToDate) {
            isSecondTime = true;
            isDue = true;
        }
    }

    /** Tells the moves, where they are due. */
    void tell(Consumer<StoreMove> out) {
        if (!isDue) {
            return;
        }
        moves.forEach(out);
        isDue = false;
        if (isSecondTime) {
            moves = List.of();
        }
    }

    /** Whether nothing is left to be told. */
    boolean areTold() {
        return moves.isEmpty();
    }
}
