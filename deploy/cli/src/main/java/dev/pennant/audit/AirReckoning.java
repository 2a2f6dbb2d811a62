package dev.pennant.audit;

import dev.pennant.core.air.AirIndicator;
import dev.pennant.core.air.AirLevel;
import dev.pennant.core.air.AirStandards;
import dev.pennant.core.air.Pollutant;
import dev.pennant.core.air.PollutantStatistics;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.period.ReportingHour;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a figure of the air comes out of its days, step by step, so that it can be reckoned by hand. */
final class AirReckoning {
    private static final int HUNDREDTHS = 100;

    private final AirIndicator figure;
    private final AirStandards standards;
    private final AirDays now;
    private final AirDays before;

    /**
     * @param now the days of the figure
     * @param before those of the year before that it is compared with
     */
    AirReckoning(AirIndicator figure, AirStandards standards, AirDays now, AirDays before) {
        this.figure = figure;
        this.standards = standards;
        this.now = now;
        this.before = before;
    }

    /** The figure in its measure, unrounded, unless there is no day for it. */
    Optional<Quotient> value() {
        return value(now);
    }

    private Optional<Quotient> value(AirDays days) {
        return switch (figure) {
            case GOOD_DAYS -> goodShare(days);
            case COMPOSITE -> composite(days);
            default -> evaluated(figure.pollutant().orElseThrow(), days);
        };
    }

    /** The steps from the days to the figure, of both years. */
    ExplainedTable steps() {
        List<Map<String, String>> rows = new ArrayList<>();
        if (figure == AirIndicator.COMPOSITE) {
            Pollutant.all().forEach(pollutant -> rows.add(single(pollutant)));
            rows.add(single("sum", "", "", "", shown(composite(now)), "", shown(composite(before))));
        } else {
            Map<String, String> ofNow = steps(now);
            Map<String, String> ofBefore = steps(before);
            ofNow.forEach((step, text) -> {
                Map<String, String> row = new LinkedHashMap<>();
                row.put("step", step);
                row.put("through " + now.last(), text);
                row.put("through " + before.last(), ofBefore.get(step));
                rows.add(row);
            });
        }
        return new ExplainedTable("reckoning", "How it is reckoned, unrounded to the last step:", rows);
    }

    private Map<String, String> steps(AirDays days) {
        Map<String, String> steps = new LinkedHashMap<>();
        steps.put("days", Long.toString(days.days()));
        figure.pollutant()
                .ifPresentOrElse(
                        pollutant -> concentrationSteps(pollutant, days, steps), () -> shareSteps(days, steps));
        steps.put("the figure", shown(value(days)));
        return steps;
    }

    private static void shareSteps(AirDays days, Map<String, String> steps) {
        steps.put("with an AQI", Long.toString(days.count(day -> day.level().isPresent())));
        for (AirLevel level : AirLevel.values()) {
            steps.put(level.label(), Long.toString(days.count(level)));
        }
        steps.put("good days, of the first two levels", Long.toString(good(days)));
    }

    private void concentrationSteps(Pollutant pollutant, AirDays days, Map<String, String> steps) {
        List<AirUnitDay> rising = days.rising(pollutant);
        steps.put("with a valid value", Long.toString(days.count(day -> day.isValid(pollutant))));
        if (pollutant.isParticulate()) {
            steps.put("left out for sand and dust", Long.toString(days.count(day -> day.isLeftOut(pollutant))));
        }
        steps.put("counted", Integer.toString(rising.size()));
        if (PollutantStatistics.isByPercentile(pollutant)) {
            percentileSteps(pollutant, rising, steps);
        } else {
            steps.put("sum of their values", shown(Optional.of(days.sum(pollutant))));
        }
    }

    private void percentileSteps(Pollutant pollutant, List<AirUnitDay> rising, Map<String, String> steps) {
        int percentile = standards.percentile(pollutant);
        int hundredths = Math.max(0, rising.size() - 1) * percentile;
        int lower = hundredths / HUNDREDTHS;
        int upper = Math.min(lower + 1, rising.size() - 1);
        steps.put(
                "rank 1 + (counted − 1) × 0." + percentile,
                BigDecimal.valueOf(HUNDREDTHS + (long) hundredths, 2).toPlainString());
        steps.put(
                "the day of that rank, rounded down",
                rising.isEmpty() ? "–" : shown(pollutant, rising.get(lower), lower));
        steps.put("the next one", rising.isEmpty() ? "–" : shown(pollutant, rising.get(upper), upper));
    }

    private static String shown(Pollutant pollutant, AirUnitDay day, int place) {
        return shown(Optional.of(day.value(pollutant))) + " (no. " + (place + 1) + ", " + day.day() + ")";
    }

    private Optional<Quotient> evaluated(Pollutant pollutant, AirDays days) {
        List<AirUnitDay> rising = days.rising(pollutant);
        if (rising.isEmpty()) {
            return Optional.empty();
        }
        if (!PollutantStatistics.isByPercentile(pollutant)) {
            return Optional.of(days.sum(pollutant).dividedBy(rising.size()));
        }
        int hundredths = (rising.size() - 1) * standards.percentile(pollutant);
        int lower = hundredths / HUNDREDTHS;
        int share = hundredths % HUNDREDTHS;
        Quotient below = rising.get(lower).value(pollutant).times(HUNDREDTHS - share);
        Quotient above = share == 0
                ? Quotient.ZERO
                : rising.get(lower + 1).value(pollutant).times(share);
        return Optional.of(below.plus(above).dividedBy(HUNDREDTHS));
    }

    private static long good(AirDays days) {
        return days.count(day -> day.level().filter(AirLevel::isGood).isPresent());
    }

    private static Optional<Quotient> goodShare(AirDays days) {
        long valid = days.count(day -> day.level().isPresent());
        return valid == 0 ? Optional.empty() : Optional.of(Quotient.of(HUNDREDTHS * good(days), valid));
    }

    private Map<String, String> single(Pollutant pollutant) {
        String judgedBy = PollutantStatistics.isByPercentile(pollutant)
                ? standards.percentile(pollutant) + "th percentile"
                : "mean";
        return single(
                pollutant.symbol(),
                judgedBy,
                shown(evaluated(pollutant, now)),
                pollutant.published(limit(pollutant)).toPlainString(),
                shown(singleIndex(pollutant, now)),
                shown(evaluated(pollutant, before)),
                shown(singleIndex(pollutant, before)));
    }

    private Map<String, String> single(
            String pollutant,
            String judgedBy,
            String value,
            String limit,
            String index,
            String valueBefore,
            String indexBefore) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("pollutant", pollutant);
        row.put("judged by", judgedBy);
        row.put("through " + now.last(), value);
        row.put("limit", limit);
        row.put("value / limit", index);
        row.put("through " + before.last(), valueBefore);
        row.put("its value / limit", indexBefore);
        return row;
    }

    private Optional<Quotient> composite(AirDays days) {
        Quotient sum = Quotient.ZERO;
        for (Pollutant pollutant : Pollutant.all()) {
            Optional<Quotient> single = singleIndex(pollutant, days);
            if (single.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(single.get());
        }
        return Optional.of(sum);
    }

    private Optional<Quotient> singleIndex(Pollutant pollutant, AirDays days) {
        return evaluated(pollutant, days)
                .map(value -> value.times(pollutant.stepsOfUnit()).dividedBy(limit(pollutant)));
    }

    /** The yearly limit of the last day, in steps; the year before is measured by the same. */
    private int limit(Pollutant pollutant) {
        return standards.limitsOn(ReportingHour.day(now.last())).of(pollutant);
    }

    static String shown(Optional<Quotient> value) {
        return value.map(quotient -> quotient.rounded(Measure.DECIMALS).toPlainString())
                .orElse("–");
    }
}
