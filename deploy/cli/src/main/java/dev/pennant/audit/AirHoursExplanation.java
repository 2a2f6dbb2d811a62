package dev.pennant.audit;

import dev.pennant.core.air.Pollutant;
import dev.pennant.core.air.SustainedAqi;
import dev.pennant.core.period.RunningPeriod;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the highest AQI of consecutive hours comes from: which hours those are, and what their stations measured. */
public final class AirHoursExplanation {
    private static final NumberCard.Wording WORDING =
            new NumberCard.Wording("", ", because a day is compared with no other", "", " hours");

    private final int hours;
    private final int[] hourlyAqi;
    private final int highest;
    private final int first;

    private AirHoursExplanation(int hours, int[] hourlyAqi) {
        this.hours = hours;
        this.hourlyAqi = hourlyAqi;
        int best = Pollutant.MISSING;
        int from = 0;
        for (int slot = 0; slot + hours <= hourlyAqi.length; slot++) {
            int least = Arrays.stream(hourlyAqi, slot, slot + hours).min().orElseThrow();
            if (least > best) {
                best = least;
                from = slot;
            }
        }
        highest = best;
        first = from;
    }

    /**
     * Explains a number, or why there is none on a day that was measured.
     *
     * @param unit code of the unit
     * @param period {@code 2020-10-07}
     * @return nothing when nothing was measured, or the period is no day
     */
    public static Optional<NumberExplanation> of(
            ClickHouseClient analyst, SustainedAqi indicator, String unit, String period) throws IOException {
        Optional<LocalDate> day = day(period);
        if (day.isEmpty()) {
            return Optional.empty();
        }
        String aqis = analyst.query(
                AirQueries.HOURS_OF_A_UNIT, Map.of("param_unit", unit, "param_first", period, "param_last", period));
        if (aqis.isEmpty()) {
            return Optional.empty();
        }
        AirHoursExplanation explanation = new AirHoursExplanation(
                indicator.hours(),
                Arrays.stream(aqis.substring(1, aqis.length() - 1).split(",", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray());
        Optional<NumberCard> card = NumberCard.of(
                analyst,
                Map.of("param_unit", unit, "param_indicator", indicator.id(), "param_period", period),
                WORDING);
        return Optional.of(new NumberExplanation(
                card.orElseGet(() -> new NumberCard(Map.of(), Map.of("number", "none of " + unit + " on " + period)))
                        .with("reckoned again", explanation.reckonedAgain()),
                explanation.tables(analyst, unit, day.get())));
    }

    private static Optional<LocalDate> day(String period) {
        try {
            return Optional.of(RunningPeriod.parse(period).day());
        } catch (IllegalArgumentException noDay) {
            return Optional.empty();
        }
    }

    private String reckonedAgain() {
        return highest == Pollutant.MISSING
                ? "nothing: no " + hours + " consecutive hours have an AQI"
                : highest + " from the hours " + hour(first) + " to " + hour(first + hours - 1);
    }

    private List<ExplainedTable> tables(ClickHouseClient analyst, String unit, LocalDate day) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int slot = 0; slot < hourlyAqi.length; slot++) {
            boolean isRun = highest != Pollutant.MISSING && slot >= first && slot < first + hours;
            Map<String, String> row = new LinkedHashMap<>();
            row.put("hour", hour(slot));
            row.put("AQI", hourlyAqi[slot] == Pollutant.MISSING ? "–" : Integer.toString(hourlyAqi[slot]));
            row.put("", isRun ? "all at least " + highest : "");
            rows.add(row);
        }
        AirDayExplanation ofDay = AirDayExplanation.of(analyst, unit, day, Optional.empty());
        return List.of(
                new ExplainedTable(
                        "unit_hours",
                        "The AQI of its hours, of the mean of its stations (– none; breaks a run):",
                        rows),
                ofDay.stations(),
                ofDay.hours());
    }

    private static String hour(int slot) {
        return String.format(Locale.ROOT, "%02d:00", slot);
    }
}
