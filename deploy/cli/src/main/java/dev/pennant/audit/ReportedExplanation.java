package dev.pennant.audit;

import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a number that departments report comes from: all filings of the unit and of the units in it, those that stand and those they replaced. */
public final class ReportedExplanation {
    private static final int MOST = 24;

    /** A code begins with that of every unit it lies in. */
    private static final String REPORTS =
            """
            SELECT
                unit,
                unit_name AS name,
                toString(filed.value) AS value,
                ifNull(toString(filed.base), '–') AS base,
                ifNull(toString(filed.growth), '–') AS growth,
                if(isNull(denominator), '–', concat(toString(numerator), ' / ', toString(denominator))) AS ratio,
                revision,
                if(stands, if(held, 'held', 'stands'), 'replaced') AS state,
                toString(toTimeZone(reported_at, 'Asia/Shanghai')) AS reported,
                concat(toString(partition), '@', toString(offset)) AS `report at partition@offset`
            FROM pennant.indicator_reports AS filed
            WHERE startsWith(unit, {unit:String}) AND indicator = {indicator:String} AND period = {period:String}
            ORDER BY length(unit), unit, revision DESC, offset""";

    private ReportedExplanation() {}

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
        Optional<NumberCard> card = NumberCard.of(analyst, key, NumberCard.PLAIN);
        if (card.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new NumberExplanation(
                card.get(),
                List.of(new ExplainedTable(
                        "reports", "Reports of it and of its parts:", JsonRows.ofText(analyst, REPORTS, key), MOST))));
    }
}
