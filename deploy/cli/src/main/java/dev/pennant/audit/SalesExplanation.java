package dev.pennant.audit;

import dev.pennant.core.ReportingZone;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.period.ReportingHour;
import dev.pennant.core.retail.ComparedRange;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a number of receipts comes from: through which hours both years run, what was sold by category, and the stores that sold most. */
public final class SalesExplanation {
    private static final int MOST = 12;
    private static final int LARGEST = 3;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private static final NumberCard.Wording WORDING = new NumberCard.Wording(
            "",
            ", because nothing was sold then",
            ", because there is no base above zero",
            " stores on the register have sold this year");

    /** Day and hours of the latest hour in which anything was sold, as far as the unit was told. */
    private static final String FRONTIER =
            """
            SELECT max(day), argMax(hours, (day, hours))
            FROM pennant.retail_category_latest FINAL
            WHERE startsWith(unit, {unit:String})""";

    private static final String CATEGORIES =
            """
            SELECT
                category,
                any(category_name) AS name,
                sumIf(sales - refunds, hour >= {from:DateTime('UTC')}) AS `this year`,
                sumIf(sales - refunds, hour < {baseEnd:DateTime('UTC')}) AS `last year`,
                if(sum(`this year`) OVER () > 0, toString(round(100 * `this year` / sum(`this year`) OVER (), 1)), '–') AS `share %`,
                if(sum(`last year`) OVER () > 0, toString(round(100 * (`this year` - `last year`) / sum(`last year`) OVER (), 2)), '–') AS points
            FROM pennant.retail_sales_hourly
            WHERE startsWith(unit, {unit:String}) AND (hour >= {from:DateTime('UTC')} AND hour < {end:DateTime('UTC')}
                OR hour >= {baseFrom:DateTime('UTC')} AND hour < {baseEnd:DateTime('UTC')})
            GROUP BY category
            ORDER BY `this year` DESC, category""";

    private static final String STORES =
            """
            SELECT
                store,
                ifNull(any(names.name), '') AS name,
                sumIf(sales - refunds, day >= {firstDay:Date}) AS `this year`,
                sumIf(sales - refunds, day < {firstDay:Date}) AS `last year`,
                if(sum(`this year`) OVER () > 0, toString(round(100 * `this year` / sum(`this year`) OVER (), 1)), '–') AS `share %`,
                if(sum(`last year`) OVER () > 0, toString(round(100 * (`this year` - `last year`) / sum(`last year`) OVER (), 2)), '–') AS points
            FROM pennant.retail_store_days AS days
            LEFT JOIN (SELECT store, argMax(name, valid_from) AS name FROM pennant.store_registry GROUP BY store) AS names
                ON names.store = days.store
            WHERE startsWith(unit, {unit:String}) AND (day BETWEEN {firstDay:Date} AND {lastDay:Date}
                OR day BETWEEN {firstBaseDay:Date} AND {lastBaseDay:Date})
            GROUP BY days.store AS store
            ORDER BY `this year` DESC, store""";

    private static final String HELD =
            """
            SELECT if(count() = 0, 'none',
                concat(toString(sum(receipts)), ' receipts, ', toString(sum(sales - refunds)), ' 元 of ', toString(count()),
                    if(count() = 1, ' store', ' stores'), ' wait for a registration, whichever unit it will be'))
            FROM pennant.retail_held_stores""";

    private SalesExplanation() {}

    /**
     * Explains a number.
     *
     * @param analyst who asks
     * @param unit code of the unit
     * @param period {@code 2020-10} or {@code 2020-10-07}
     * @return nothing when no such number stands in the view
     */
    public static Optional<NumberExplanation> of(ClickHouseClient analyst, String unit, String indicator, String period)
            throws IOException {
        Map<String, String> key = Map.of("param_unit", unit, "param_indicator", indicator, "param_period", period);
        Optional<NumberCard> card = NumberCard.of(analyst, key, WORDING);
        if (card.isEmpty()) {
            return Optional.empty();
        }
        ComparedRange range = range(period, analyst.query(FRONTIER, key).split("\t", -1));
        Map<String, String> limits = limits(unit, range);
        List<Map<String, String>> stores = JsonRows.ofText(analyst, STORES, limits);
        return Optional.of(new NumberExplanation(
                card.get()
                        .withBehind("value", "through", hour(range.end()) + (range.over() ? "" : ", under way"))
                        .withBehind("base", "base through", hour(range.baseEnd()))
                        .withBehind("coverage", "concentration", concentration(stores))
                        .withBehind("concentration", "held", analyst.query(HELD)),
                List.of(
                        new ExplainedTable(
                                "categories", "By category, in yuan:", JsonRows.ofText(analyst, CATEGORIES, limits)),
                        new ExplainedTable(
                                "stores",
                                "The stores that sold most, in yuan, both years by whole days:",
                                stores,
                                MOST))));
    }

    private static ComparedRange range(String period, String[] dayAndHours) {
        int firstHour = ReportingHour.firstHour(LocalDate.parse(dayAndHours[0]));
        int frontier = firstHour + Integer.parseInt(dayAndHours[1]) - 1;
        return period.length() == "2020-10".length()
                ? ComparedRange.throughMonth(CumulativePeriod.parse(period).lastMonth(), frontier)
                : ComparedRange.throughDay(ReportingHour.day(LocalDate.parse(period)), frontier);
    }

    private static Map<String, String> limits(String unit, ComparedRange range) {
        LocalDate firstDay = LocalDate.of(range.year(), 1, 1);
        return Map.ofEntries(
                Map.entry("param_unit", unit),
                Map.entry("param_from", seconds(ReportingHour.firstHour(firstDay))),
                Map.entry("param_end", seconds(range.end())),
                Map.entry("param_baseFrom", seconds(ReportingHour.firstHour(firstDay.minusYears(1)))),
                Map.entry("param_baseEnd", seconds(range.baseEnd())),
                Map.entry("param_firstDay", firstDay.toString()),
                Map.entry("param_lastDay", ReportingHour.date(range.day()).toString()),
                Map.entry("param_firstBaseDay", firstDay.minusYears(1).toString()),
                Map.entry(
                        "param_lastBaseDay", ReportingHour.date(range.baseDay()).toString()));
    }

    private static String seconds(int hour) {
        return Long.toString(ReportingHour.start(hour).getEpochSecond());
    }

    /** The end of the hour before, as a person reads it: a day ends at 24:00. */
    private static String hour(int end) {
        if (ReportingHour.hourOfDay(end) == 0) {
            return ReportingHour.dateOfHour(end - 1) + " 24:00";
        }
        return HOUR.format(LocalDateTime.ofInstant(ReportingHour.start(end), ReportingZone.ZONE));
    }

    private static String concentration(List<Map<String, String>> stores) {
        List<String> shares = stores.stream()
                .limit(LARGEST)
                .map(store -> store.get("share %") + " %")
                .toList();
        return "the largest " + shares.size() + " stores have " + String.join(", ", shares) + " of the sales";
    }
}
