package dev.pennant.season;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.pennant.core.period.CumulativePeriod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What departments report of a usual township: a row of {@code season/figures.csv}.
 *
 * @param field the field, which says how strong each unit is
 * @param indicator id of the indicator
 * @param usual the figure of the whole year before, in the indicator's measure; of a share in percent
 * @param denominator the indicator whose figure is the whole, of a share
 * @param growth usual growth through each quarter, in percent; of a share in points
 * @param step how much more growth one more of strength gives
 * @param decimals of the reported figure
 */
record FigurePlan(
        String field,
        String indicator,
        double usual,
        Optional<String> denominator,
        Map<CumulativePeriod, Double> growth,
        double step,
        int decimals) {
    /** The quarters that are reported. */
    static final List<CumulativePeriod> QUARTERS = List.of(
            new CumulativePeriod(SeasonCalendar.SECOND_YEAR, 3),
            new CumulativePeriod(SeasonCalendar.SECOND_YEAR, 6),
            new CumulativePeriod(SeasonCalendar.SECOND_YEAR, 9));

    /** All plans, in the order of the file. */
    static List<FigurePlan> all() {
        return SeasonFile.rows("figures.csv").stream().map(FigurePlan::of).toList();
    }

    private static FigurePlan of(NamedCsvRecord row) {
        return new FigurePlan(
                row.getField("field"),
                row.getField("indicator"),
                Double.parseDouble(row.getField("usual")),
                Optional.of(row.getField("of")).filter(indicator -> !indicator.isEmpty()),
                QUARTERS.stream()
                        .collect(Collectors.toMap(
                                Function.identity(), quarter -> Double.parseDouble(row.getField(quarter.toString())))),
                Double.parseDouble(row.getField("step")),
                Integer.parseInt(row.getField("decimals")));
    }
}
