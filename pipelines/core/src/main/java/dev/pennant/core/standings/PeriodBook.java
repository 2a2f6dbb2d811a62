package dev.pennant.core.standings;

import java.util.Optional;

/** What is kept of a competition in one period: its figures, its adjustments, and the snapshot that was told last. */
public final class PeriodBook {
    private final PeriodFigures figures;
    private final AdjustmentLedger adjustments;
    private Standing told;

    /**
     * A book in which nothing was written yet.
     *
     * @param indicators how many indicators the competition scores
     */
    public PeriodBook(int indicators) {
        this(new PeriodFigures(indicators), new AdjustmentLedger(), Optional.empty());
    }

    /** A book as it was kept. */
    public PeriodBook(PeriodFigures figures, AdjustmentLedger adjustments, Optional<Standing> told) {
        this.figures = figures;
        this.adjustments = adjustments;
        this.told = told.orElse(null);
    }

    /** The figures. */
    public PeriodFigures figures() {
        return figures;
    }

    /** The adjustments. */
    public AdjustmentLedger adjustments() {
        return adjustments;
    }

    /** The snapshot that was told last. */
    public Optional<Standing> told() {
        return Optional.ofNullable(told);
    }

    void tell(Standing standing) {
        told = standing;
    }

    /** A copy that does not change with this one. */
    public PeriodBook copy() {
        return new PeriodBook(figures.copy(), adjustments.copy(), told());
    }
}
