package dev.pennant.core.standings;

import dev.pennant.core.Quotation;
import dev.pennant.core.ReportingZone;
import dev.pennant.core.filing.Rejection;
import dev.pennant.core.filing.Rejection.Reason;
import dev.pennant.core.filing.TextRules;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.period.Period;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Which adjustments can be taken: of a competition that has them, within what it allows, with a reason and an approver. */
public final class AdjustmentRules implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TreeMap<String, Competition> competitions = new TreeMap<>();
    private final Duration clockTolerance;

    /**
     * The rules of some competitions.
     *
     * @param competitions all of them
     * @param clockTolerance how far a supplier's clock may be ahead
     */
    public AdjustmentRules(Collection<Competition> competitions, Duration clockTolerance) {
        competitions.forEach(competition -> this.competitions.put(competition.id(), competition));
        this.clockTolerance = clockTolerance;
    }

    /**
     * Checks an adjustment.
     *
     * @param receivedAt when it was received, by the receiver's clock: the time of its record in the topic
     */
    public Verdict<Adjustment> judge(AdjustmentForm form, Instant receivedAt) {
        List<Rejection> faults = new ArrayList<>();
        Optional<Competition> competition = Optional.ofNullable(competitions.get(form.competition()));
        if (competition.isEmpty()) {
            faults.add(new Rejection(
                    Reason.UNKNOWN_COMPETITION,
                    "competition",
                    Quotation.of(form.competition()) + " is not a competition of the catalogue; there are "
                            + String.join(", ", competitions.keySet())));
        }
        Optional<Period> period = period(form.period(), competition, faults);
        competition.ifPresent(known -> checkUnit(form.unit(), period, known, faults));
        Optional<Adjustment.Kind> kind = Adjustment.Kind.of(form.kind());
        if (kind.isEmpty()) {
            faults.add(new Rejection(
                    Reason.BAD_ADJUSTMENT,
                    "points",
                    Quotation.of(form.kind()) + " is neither a number of points nor one of veto, veto-lifted"));
        }
        checkPoints(form, kind, competition, faults);
        checkStated("reason", form.reason(), faults);
        checkStated("approver", form.approver(), faults);
        if (form.adjustedAt().isAfter(receivedAt.plus(clockTolerance))) {
            faults.add(new Rejection(
                    Reason.REPORTED_IN_THE_FUTURE,
                    "adjusted_at",
                    ReportingZone.shown(form.adjustedAt()) + " is after the adjustment was received, at "
                            + ReportingZone.shown(receivedAt)));
        }
        if (!faults.isEmpty()) {
            return new Verdict.Rejected<>(faults);
        }
        return new Verdict.Accepted<>(new Adjustment(
                form.competition(),
                period.orElseThrow(),
                form.unit(),
                kind.orElseThrow(),
                form.points()
                        .orElse(BigDecimal.ZERO)
                        .setScale(competition.orElseThrow().rounding().decimals()),
                form.reason(),
                form.approver(),
                form.adjustedAt(),
                form.synthetic()));
    }

    private static Optional<Period> period(String text, Optional<Competition> competition, List<Rejection> faults) {
        try {
            Period period = Period.parse(text);
            if (competition.isPresent()
                    && !competition.get().cadence().periodOf(period).equals(Optional.of(period))) {
                faults.add(new Rejection(
                        Reason.WRONG_CADENCE,
                        "period",
                        period + ": " + competition.get().id() + " is ranked by "
                                + competition.get().cadence().spelled()));
            }
            return Optional.of(period);
        } catch (IllegalArgumentException neither) {
            faults.add(new Rejection(Reason.BAD_PERIOD, "period", neither.getMessage()));
            return Optional.empty();
        }
    }

    private static void checkUnit(
            String unit, Optional<Period> period, Competition competition, List<Rejection> faults) {
        boolean ever = competition.units().mayTakePart(unit);
        if (ever
                && period.map(in -> competition.units().mayTakePartIn(in, unit)).orElse(true)) {
            return;
        }
        String when = ever ? " through " + period.orElseThrow() : "";
        faults.add(new Rejection(
                Reason.UNKNOWN_UNIT, "unit", Quotation.of(unit) + " takes no part in " + competition.id() + when));
    }

    private static void checkPoints(
            AdjustmentForm form,
            Optional<Adjustment.Kind> kind,
            Optional<Competition> competition,
            List<Rejection> faults) {
        if (kind.isPresent()
                && (kind.get() == Adjustment.Kind.POINTS) != form.points().isPresent()) {
            faults.add(new Rejection(
                    Reason.BAD_ADJUSTMENT, "points", "points are given where points are adjusted, and nowhere else"));
        }
        if (competition.isEmpty()) {
            return;
        }
        BigDecimal most = competition.get().mostAdjusted();
        if (most.signum() == 0) {
            faults.add(new Rejection(
                    Reason.BAD_ADJUSTMENT, "competition", competition.get().id() + " has no adjustments"));
            return;
        }
        form.points()
                .filter(points -> points.abs().compareTo(most) > 0)
                .ifPresent(points -> faults.add(new Rejection(
                        Reason.BAD_ADJUSTMENT,
                        "points",
                        points.toPlainString() + " is beyond the " + most.toPlainString() + " points that "
                                + competition.get().id() + " allows")));
        int decimals = competition.get().rounding().decimals();
        form.points()
                .filter(points -> points.stripTrailingZeros().scale() > decimals)
                .ifPresent(points -> faults.add(new Rejection(
                        Reason.BAD_ADJUSTMENT,
                        "points",
                        points.toPlainString() + " has more than " + decimals + " decimals")));
    }

    private static void checkStated(String column, String text, List<Rejection> faults) {
        if (text.isBlank()) {
            faults.add(new Rejection(Reason.BAD_TEXT, column, "is empty; nothing is adjusted without one"));
        }
        TextRules.checkText(column, text, faults);
    }
}
