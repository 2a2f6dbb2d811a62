package dev.pennant.audit;

import dev.pennant.core.air.AirIndicator;
import dev.pennant.core.air.AirSpan;
import dev.pennant.core.air.AirStandards;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.period.Period;
import dev.pennant.core.period.ReportingHour;
import dev.pennant.core.period.RunningPeriod;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a number of the air comes from: the statistic of the year, its days, and of one of these the stations and their hours. It is reckoned again from
 * the hours, apart from what the job keeps.
 */
public final class AirExplanation {
    private static final String VALIDITY =
            """
            SELECT if(valid, 'enough valid days of every pollutant (HJ 663)', concat('too few valid days: ', reasons))
            FROM pennant.air_statistics
            WHERE unit = {unit:String} AND span = 'year-to-date' AND last_day = {last:Date}""";

    private AirExplanation() {}

    /**
     * Explains a number.
     *
     * @param unit code of the unit
     * @param period {@code 2020-10} or {@code 2020-10-07}
     * @param day of which stations and hours are shown; that of a daily period unless another one is asked for
     * @return nothing when no such number stands in the view
     */
    public static Optional<NumberExplanation> of(
            ClickHouseClient analyst,
            AirStandards standards,
            AirIndicator figure,
            String unit,
            String period,
            Optional<LocalDate> day)
            throws IOException {
        Optional<NumberCard> card = NumberCard.of(
                analyst,
                Map.of("param_unit", unit, "param_indicator", figure.id(), "param_period", period),
                NumberCard.PLAIN);
        if (card.isEmpty()) {
            return Optional.empty();
        }
        AirSpan span = span(period);
        AirSpan base = Period.parse(period) instanceof CumulativePeriod ? span.lastYearThroughMonth() : span.lastYear();
        Map<String, String> key = Map.of(
                "param_unit", unit,
                "param_first", ReportingHour.date(span.first()).toString(),
                "param_last", ReportingHour.date(span.last()).toString(),
                "param_baseFirst", ReportingHour.date(base.first()).toString(),
                "param_baseLast", ReportingHour.date(base.last()).toString());
        List<AirUnitDay> days = analyst.query(AirQueries.DAYS_OF_A_UNIT, key)
                .lines()
                .map(AirExplanation::day)
                .toList();
        AirDays now = AirDays.of(span, days);
        AirReckoning reckoning = new AirReckoning(figure, standards, now, AirDays.of(base, days));
        AirMonths months = new AirMonths(figure, now);
        List<ExplainedTable> tables = new ArrayList<>(List.of(reckoning.steps(), months.table(), months.invalid()));
        Optional<LocalDate> shown = day.or(() -> dayOf(period));
        if (shown.isPresent()) {
            AirDayExplanation ofDay = AirDayExplanation.of(analyst, unit, shown.get(), figure.pollutant());
            tables.add(ofDay.stations());
            tables.add(ofDay.hours());
        }
        return Optional.of(new NumberExplanation(
                card.get()
                        .with("validity", validity(analyst, key))
                        .with("reckoned again", AirReckoning.shown(reckoning.value()) + " from the hours"),
                tables));
    }

    private static String validity(ClickHouseClient analyst, Map<String, String> key) throws IOException {
        String shown = analyst.query(VALIDITY, key);
        return shown.isEmpty()
                ? "no row of air_statistics ends on " + key.get("param_last") + ", when nothing was measured"
                : shown;
    }

    /**
     * Whether a day is one of those of a period.
     *
     * @throws IllegalArgumentException when the period is neither a month nor a day
     */
    public static boolean isWithin(LocalDate day, String period) {
        AirSpan span = span(period);
        return !day.isBefore(ReportingHour.date(span.first())) && !day.isAfter(ReportingHour.date(span.last()));
    }

    private static Optional<LocalDate> dayOf(String period) {
        return Period.parse(period) instanceof RunningPeriod through ? Optional.of(through.day()) : Optional.empty();
    }

    private static AirSpan span(String period) {
        Period parsed = Period.parse(period);
        LocalDate last = parsed instanceof CumulativePeriod months
                ? months.lastMonth().atEndOfMonth()
                : ((RunningPeriod) parsed).day();
        return AirSpan.yearThrough(ReportingHour.day(last));
    }

    private static AirUnitDay day(String row) {
        String[] fields = row.split("\t", -1);
        return new AirUnitDay(
                LocalDate.parse(fields[0]),
                fields[1].equals("1"),
                numbers(fields[2]),
                numbers(fields[3]),
                numbers(fields[4]).stream().map(Math::toIntExact).toList(),
                Integer.parseInt(fields[5]),
                fields[6]);
    }

    private static List<Long> numbers(String array) {
        return Arrays.stream(array.substring(1, array.length() - 1).split(","))
                .map(Long::valueOf)
                .toList();
    }
}
