package dev.pennant.jobs.indicator;

import dev.pennant.core.Quotation;
import dev.pennant.core.filing.Rejection;
import dev.pennant.core.filing.Rejection.Reason;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.Period;
import dev.pennant.core.period.RunningPeriod;
import dev.pennant.core.period.SingleDay;
import dev.pennant.jobs.deadletters.ReadOrRefuse;
import dev.pennant.jobs.kafka.RawRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what jobs say of indicators, for a job that builds on it. */
public final class ReadIndicatorValues extends ReadOrRefuse<dev.pennant.schemas.event.IndicatorValue, IndicatorValue> {
    private static final long serialVersionUID = 1L;

    /** How many hours of its last day a value covers stands in its label alone. */
    private static final Pattern HOURS = Pattern.compile("日(\\d{1,2})时$");

    /** So does whether it covers the year through that day, and not the day alone; of 1 January both are the same. */
    private static final String NEW_YEAR = "1月1日";

    /**
     * A reader of the topic {@code indicator-values}.
     *
     * @param job the job that reads, for the dead letter
     * @param clock gives the time of a refusal
     */
    public ReadIndicatorValues(String job, Clock clock) {
        super(dev.pennant.schemas.event.IndicatorValue.class, job, clock);
    }

    @Override
    protected Verdict<IndicatorValue> judge(RawRecord record, dev.pennant.schemas.event.IndicatorValue event) {
        try {
            return new Verdict.Accepted<>(value(event));
        } catch (IllegalArgumentException absurd) {
            return new Verdict.Rejected<>(List.of(new Rejection(Reason.BAD_TEXT, "value", absurd.getMessage())));
        }
    }

    private static IndicatorValue value(dev.pennant.schemas.event.IndicatorValue event) {
        return new IndicatorValue(
                event.getIndicator(),
                event.getUnit(),
                period(event),
                new Measure(event.getMeasure()),
                event.getValue(),
                event.getBase(),
                growth(event),
                Coverage.told(
                        event.getReported(),
                        event.getExpected(),
                        event.getStatus().equals(Coverage.Status.COMPLETE.id())),
                event.getSynthetic(),
                Version.unpacked(event.getVersion()),
                event.getUpdatedAt());
    }

    private static Period period(dev.pennant.schemas.event.IndicatorValue event) {
        Period period = Period.parse(event.getPeriod());
        if (!(period instanceof RunningPeriod whole)) {
            return period;
        }
        Matcher underWay = HOURS.matcher(event.getPeriodLabel());
        int hours = underWay.find() ? Integer.parseInt(underWay.group(1)) : whole.hours();
        return event.getPeriodLabel().startsWith(NEW_YEAR)
                ? new RunningPeriod(whole.day(), hours)
                : new SingleDay(whole.day(), hours);
    }

    private static Growth growth(dev.pennant.schemas.event.IndicatorValue event) {
        BigDecimal growth = event.getGrowth();
        String kind = event.getGrowthKind();
        if (growth == null || kind == null) {
            return Growth.NOT_MEANINGFUL;
        }
        return switch (kind) {
            case "percent" -> new Growth.Percent(growth);
            case "points" -> new Growth.Points(growth);
            default -> throw new IllegalArgumentException(Quotation.of(kind) + " is neither percent nor points");
        };
    }
}
