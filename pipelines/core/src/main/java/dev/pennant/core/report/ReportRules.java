package dev.pennant.core.report;

import dev.pennant.core.Quotation;
import dev.pennant.core.ReportingZone;
import dev.pennant.core.filing.Rejection;
import dev.pennant.core.filing.Rejection.Reason;
import dev.pennant.core.filing.TextRules;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.period.Period;
import dev.pennant.core.period.RunningPeriod;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which reports of departments can be taken. A report is judged by itself and by the moment it was received, never by the present time or by other
 * records, so that it is judged alike whenever it is read again.
 */
public final class ReportRules implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Map<String, ReportedIndicator> indicators;
    private final UpperUnits upper;
    private final LocalDate earliest;
    private final Duration clockTolerance;

    /**
     * @param indicators what departments report
     * @param upper the units of the catalogue
     * @param earliest the first period whose figures are kept
     * @param clockTolerance how far a supplier's clock may be ahead
     */
    public ReportRules(
            Collection<ReportedIndicator> indicators,
            UpperUnits upper,
            CumulativePeriod earliest,
            Duration clockTolerance) {
        this.indicators = indicators.stream().collect(Collectors.toMap(ReportedIndicator::id, Function.identity()));
        this.upper = upper;
        this.earliest = earliest.lastMonth().atDay(1);
        this.clockTolerance = clockTolerance;
    }

    /**
     * Checks a report.
     *
     * @param receivedAt when it was received, by the receiver's clock: the time of its record in the topic
     */
    public Verdict<IndicatorReport> judge(IndicatorReportForm form, Instant receivedAt) {
        List<Rejection> faults = new ArrayList<>();
        TextRules.checkId("unit", form.unit(), faults);
        Optional<ReportedIndicator> indicator = Optional.ofNullable(indicators.get(form.indicator()));
        if (indicator.isEmpty()) {
            faults.add(new Rejection(
                    Reason.UNKNOWN_INDICATOR,
                    "indicator",
                    Quotation.of(form.indicator()) + " is not an indicator of the catalogue that departments report"));
        }
        checkUnit(form.unit(), indicator, faults);
        Optional<Period> period = period(form.period(), faults);
        period.ifPresent(covered -> checkPeriod(covered, indicator, receivedAt, faults));
        Optional<Ratio> ratio = ratio(form, faults);
        checkFigures(form, indicator, ratio, faults);
        if (form.revision() < 0) {
            faults.add(new Rejection(
                    Reason.BAD_REVISION, "revision", form.revision() + " is negative; the first filing is revision 0"));
        }
        if (form.reportedAt().isAfter(receivedAt.plus(clockTolerance))) {
            faults.add(new Rejection(
                    Reason.REPORTED_IN_THE_FUTURE,
                    "reported_at",
                    ReportingZone.shown(form.reportedAt()) + " is after the report was received, at "
                            + ReportingZone.shown(receivedAt)));
        }
        if (!faults.isEmpty()) {
            return new Verdict.Rejected<>(faults);
        }
        Measure measure = indicator.orElseThrow().measure();
        return new Verdict.Accepted<>(new IndicatorReport(
                form.unit(),
                form.indicator(),
                period.orElseThrow(),
                ratio.map(parts -> parts.in(measure))
                        .orElseGet(() -> exact(form.value().orElseThrow())),
                ratio,
                form.base().map(ReportRules::exact),
                form.growth().map(ReportRules::exact),
                form.revision(),
                form.reportedAt(),
                form.synthetic()));
    }

    private void checkUnit(String unit, Optional<ReportedIndicator> indicator, List<Rejection> faults) {
        Optional<Place> place = upper.place(unit);
        if (place.isEmpty() && !upper.isBelowTownship(unit)) {
            faults.add(new Rejection(
                    Reason.UNKNOWN_UNIT,
                    "unit",
                    Quotation.of(unit)
                            + " is not a code of the catalogue, and does not begin with that of a township"));
        } else if (indicator.isPresent() && !canHave(place, indicator.get())) {
            faults.add(new Rejection(
                    Reason.WRONG_UNIT_KIND,
                    "unit",
                    Quotation.of(unit) + " is " + place.map(Place::kind).orElse("below the township") + "; "
                            + indicator.get().id() + " is reported for "
                            + String.join(", ", indicator.get().kinds())));
        }
    }

    private static boolean canHave(Optional<Place> place, ReportedIndicator indicator) {
        return place.map(known -> indicator.isFor(known.kind()))
                .orElseGet(() -> LowerKind.ids().stream().anyMatch(indicator::isFor));
    }

    private void checkPeriod(
            Period period, Optional<ReportedIndicator> indicator, Instant receivedAt, List<Rejection> faults) {
        if (indicator.isPresent() && !indicator.get().cadence().covers(period)) {
            faults.add(new Rejection(
                    Reason.WRONG_CADENCE,
                    "period",
                    period + ": " + indicator.get().id() + " is reported "
                            + (indicator.get().cadence() == ReportedIndicator.Cadence.MONTHLY
                                    ? "by the month, like 2020-10"
                                    : "by the day, like 2020-10-07")));
        }
        LocalDate day = firstDayOfLast(period);
        if (day.isBefore(earliest)) {
            faults.add(new Rejection(
                    Reason.PERIOD_OUT_OF_RANGE,
                    "period",
                    period + " is before " + earliest + ", the first day that is kept"));
        }
        if (day.isAfter(LocalDate.ofInstant(receivedAt, ReportingZone.ZONE))) {
            faults.add(new Rejection(
                    Reason.PERIOD_IN_THE_FUTURE,
                    "period",
                    period + " had not begun when the report was received, at " + ReportingZone.shown(receivedAt)));
        }
    }

    private static LocalDate firstDayOfLast(Period period) {
        return period instanceof RunningPeriod running
                ? running.day()
                : ((CumulativePeriod) period).lastMonth().atDay(1);
    }

    private static Optional<Period> period(String text, List<Rejection> faults) {
        try {
            return Optional.of(Period.parse(text));
        } catch (IllegalArgumentException neither) {
            faults.add(new Rejection(Reason.BAD_PERIOD, "period", neither.getMessage()));
            return Optional.empty();
        }
    }

    private static Optional<Ratio> ratio(IndicatorReportForm form, List<Rejection> faults) {
        if (form.numerator().isPresent() != form.denominator().isPresent()) {
            String missing = form.numerator().isPresent() ? "denominator" : "numerator";
            faults.add(new Rejection(Reason.BAD_RATIO, missing, "is empty, but the other part of the ratio is given"));
            return Optional.empty();
        }
        if (form.denominator().isPresent() && form.denominator().get().signum() <= 0) {
            faults.add(new Rejection(
                    Reason.BAD_RATIO,
                    "denominator",
                    form.denominator().get().toPlainString() + " is not above zero; nothing is a share of it"));
            return Optional.empty();
        }
        return form.numerator()
                .map(numerator ->
                        new Ratio(exact(numerator), exact(form.denominator().orElseThrow())));
    }

    private static void checkFigures(
            IndicatorReportForm form,
            Optional<ReportedIndicator> indicator,
            Optional<Ratio> ratio,
            List<Rejection> faults) {
        boolean stated = form.value().isPresent()
                || form.numerator().isPresent()
                || form.denominator().isPresent();
        if (!stated) {
            faults.add(new Rejection(
                    Reason.NO_VALUE, "value", "is empty, and no numerator and denominator stand in its place"));
        }
        checkSize("numerator", form.numerator(), faults);
        checkSize("denominator", form.denominator(), faults);
        if (indicator.isEmpty()) {
            return;
        }
        Optional<BigDecimal> quotient =
                ratio.map(parts -> parts.in(indicator.get().measure()));
        if (form.value().isPresent()
                && quotient.isPresent()
                && !agrees(form.value().get(), quotient.get())) {
            faults.add(new Rejection(
                    Reason.BAD_RATIO,
                    "value",
                    form.value().get().toPlainString() + " is not numerator over denominator, "
                            + quotient.get().stripTrailingZeros().toPlainString()));
        }
        if (quotient.isPresent() && !indicator.get().isRatio()) {
            faults.add(new Rejection(
                    Reason.BAD_RATIO,
                    "numerator",
                    "is given, but " + indicator.get().id() + " adds up as a sum; state its value"));
        }
        ReportedIndicator.Range range = indicator.get().range();
        checkRange("value", quotient.or(form::value), range, indicator.get(), faults);
        checkRange("base", form.base(), range, indicator.get(), faults);
        checkRange("growth", form.growth(), indicator.get().growthRange(), indicator.get(), faults);
    }

    /** Whether a value is a quotient rounded to the value's own decimals. */
    private static boolean agrees(BigDecimal value, BigDecimal quotient) {
        int decimals = Math.max(0, value.stripTrailingZeros().scale());
        return quotient.setScale(decimals, RoundingMode.HALF_UP).compareTo(value) == 0;
    }

    private static void checkRange(
            String column,
            Optional<BigDecimal> figure,
            ReportedIndicator.Range range,
            ReportedIndicator indicator,
            List<Rejection> faults) {
        figure.filter(outside -> !range.holds(outside))
                .ifPresent(outside -> faults.add(new Rejection(
                        Reason.VALUE_OUT_OF_RANGE,
                        column,
                        outside.stripTrailingZeros().toPlainString() + " is not in the range of " + indicator.id()
                                + ", " + range)));
    }

    /** A figure without a range of its own still has to fit the tables. */
    private static void checkSize(String column, Optional<BigDecimal> figure, List<Rejection> faults) {
        figure.filter(outside -> outside.abs().compareTo(ReportedIndicator.LARGEST) > 0)
                .ifPresent(outside -> faults.add(new Rejection(
                        Reason.VALUE_OUT_OF_RANGE, column, "is beyond " + ReportedIndicator.LARGEST.toPlainString())));
    }

    /** All figures have one scale, so that equal ones are equal. */
    private static BigDecimal exact(BigDecimal figure) {
        return figure.setScale(Measure.DECIMALS, RoundingMode.HALF_UP);
    }
}
