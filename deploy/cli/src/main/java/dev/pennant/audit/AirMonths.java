package dev.pennant.audit;

import dev.pennant.core.air.AirIndicator;
import dev.pennant.core.air.AirLevel;
import dev.pennant.core.air.Pollutant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The days behind a figure of the air, month by month. */
final class AirMonths {
    private final AirIndicator figure;
    private final AirDays days;

    AirMonths(AirIndicator figure, AirDays days) {
        this.figure = figure;
        this.days = days;
    }

    /** A row a month: how many days count, what they add up to, and each day's value as published. */
    ExplainedTable table() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (YearMonth month = YearMonth.from(days.first());
                !month.isAfter(YearMonth.from(days.last()));
                month = month.plusMonths(1)) {
            LocalDate first = month.atDay(1);
            LocalDate last = month.atEndOfMonth().isAfter(days.last()) ? days.last() : month.atEndOfMonth();
            rows.add(row(
                    month,
                    new AirDays(
                            first,
                            last,
                            days.known().stream()
                                    .filter(day -> YearMonth.from(day.day()).equals(YearMonth.from(first)))
                                    .toList())));
        }
        return new ExplainedTable("months", title(), rows);
    }

    /** Why days have no valid value that the figure needs. */
    ExplainedTable invalid() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (AirUnitDay day : days.known()) {
            boolean lacks = figure.pollutant()
                    .map(pollutant -> !day.isValid(pollutant))
                    .orElse(!day.reasons().isEmpty());
            if (lacks) {
                Map<String, String> row = new LinkedHashMap<>();
                row.put("day", day.day().toString());
                row.put("AQI", day.shownAqi());
                row.put("why", day.reasons());
                rows.add(row);
            }
        }
        return new ExplainedTable("invalid_days", "Days that lack a valid value:", rows);
    }

    private String title() {
        String star = days.count(day -> day.dust()) > 0 ? ", * left out for sand and dust" : "";
        return figure.pollutant()
                .map(pollutant -> "Its days, the 1st first, in " + pollutant.measure() + " as published (– not valid"
                        + star + "; ? nothing was read):")
                .orElse("Its days, the 1st first, by their AQI (– none; ? nothing was read):");
    }

    private Map<String, String> row(YearMonth month, AirDays ofMonth) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("month", month.toString());
        row.put("days", Long.toString(ofMonth.days()));
        figure.pollutant()
                .ifPresentOrElse(pollutant -> concentration(pollutant, ofMonth, row), () -> levels(ofMonth, row));
        row.put("day by day", dayByDay(ofMonth));
        return row;
    }

    private static void levels(AirDays ofMonth, Map<String, String> row) {
        row.put("with an AQI", Long.toString(ofMonth.count(day -> day.level().isPresent())));
        for (AirLevel level : AirLevel.values()) {
            row.put(level.label(), Long.toString(ofMonth.count(level)));
        }
    }

    private static void concentration(Pollutant pollutant, AirDays ofMonth, Map<String, String> row) {
        Quotient sum = ofMonth.sum(pollutant);
        int counted = ofMonth.counted(pollutant).size();
        row.put("counted", Integer.toString(counted));
        row.put("sum", AirReckoning.shown(Optional.of(sum)));
        row.put(
                "mean",
                counted == 0
                        ? "–"
                        : sum.dividedBy(counted)
                                .rounded(pollutant.decimals() + 1)
                                .toPlainString());
    }

    private String dayByDay(AirDays ofMonth) {
        Map<LocalDate, AirUnitDay> known =
                ofMonth.known().stream().collect(Collectors.toMap(AirUnitDay::day, Function.identity()));
        return ofMonth.first()
                .datesUntil(ofMonth.last().plusDays(1))
                .map(date ->
                        Optional.ofNullable(known.get(date)).map(this::shown).orElse("?"))
                .collect(Collectors.joining(" "));
    }

    private String shown(AirUnitDay day) {
        return figure.pollutant().map(day::shown).orElseGet(day::shownAqi);
    }
}
