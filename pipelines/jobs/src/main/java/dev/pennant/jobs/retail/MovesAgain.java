package dev.pennant.jobs.retail;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Moves that a lost run may not have known, see {@link HeardStores}. A unit is told anew only through the hour that time has come to, and the lost run
 * may have come further than its checkpoint: so the moves are told at once, and a second time when all is read that there was when this run began.
 * The second time waits for a checkpoint, which says that the sales before it have arrived: a notice may overtake them.
 */
final class MovesAgain {
    private static final long NONE = Long.MAX_VALUE;

    private final Set<StoreMove> moves = new LinkedHashSet<>();
    private boolean isDue = true;
    private boolean isUpToDate;
    private long awaited = NONE;
    private boolean isSecondTime;
    private boolean isOver;

    /** Takes moves that were heard of, as long as any are told again. */
    void add(List<StoreMove> heard) {
        if (!isOver) {
            moves.addAll(heard);
        }
    }

    /** All is read that there was. */
    void upToDate() {
        isUpToDate = true;
    }

    /** A checkpoint is taken. */
    void snapshot(long checkpoint) {
        if (isUpToDate && awaited == NONE) {
            awaited = checkpoint;
        }
    }

    /** A checkpoint is complete. */
    void complete(long checkpoint) {
        if (checkpoint >= awaited && !isOver) {
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
            moves.clear();
            isOver = true;
        }
    }

    /** Whether nothing is left to be told. */
    boolean areTold() {
        return moves.isEmpty();
    }
}
