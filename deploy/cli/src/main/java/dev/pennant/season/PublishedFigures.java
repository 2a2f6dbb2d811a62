package dev.pennant.season;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.pennant.core.period.CumulativePeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures that were really published, on which units of the season have to end: {@code season/published.csv}. */
final class PublishedFigures {
    private static final String RESOURCE = "published.csv";
    private static final String ALL_REVENUE = "service-revenue";
    private static final String DESIGNATED_REVENUE = "service-revenue-designated";
    private static final String RETAIL = "retail-above-quota";
    private static final CumulativePeriod REVENUE_PERIOD = CumulativePeriod.parse("2020-10");
    private static final CumulativePeriod RETAIL_PERIOD = CumulativePeriod.parse("2020-11");

    private final Map<String, Map<String, NamedCsvRecord>> rows = new LinkedHashMap<>();

    private PublishedFigures() {}

    static PublishedFigures read() {
        PublishedFigures figures = new PublishedFigures();
        SeasonFile.rows(RESOURCE).forEach(line -> figures.rows
                .computeIfAbsent(line.getField("unit"), unit -> new LinkedHashMap<>())
                .put(line.getField("indicator"), line));
        return figures;
    }

    /** The codes of the units of which something was published, in the order of the file. */
    List<String> units() {
        return List.copyOf(rows.keySet());
    }

    /** What the enterprises of a unit have to add up to, if anything was published of it. */
    Optional<OfUnit> of(String unit) {
        return Optional.ofNullable(rows.get(unit)).map(PublishedFigures::ofUnit);
    }

    private static OfUnit ofUnit(Map<String, NamedCsvRecord> rows) {
        OfScope all = ofScope(rows.get(ALL_REVENUE));
        OfScope designated = ofScope(rows.get(DESIGNATED_REVENUE));
        OfScope trade = new OfScope(
                all.enterprises() - designated.enterprises(),
                all.revenue() - designated.revenue(),
                all.base() - designated.base());
        NamedCsvRecord retail = rows.get(RETAIL);
        expectPeriod(RETAIL_PERIOD, retail);
        return new OfUnit(designated, trade, fen(retail));
    }

    private static OfScope ofScope(NamedCsvRecord row) {
        expectPeriod(REVENUE_PERIOD, row);
        BigDecimal ratio =
                new BigDecimal(row.getField("growth")).movePointLeft(2).add(BigDecimal.ONE);
        long base = BigDecimal.valueOf(fen(row))
                .divide(ratio, 0, RoundingMode.HALF_UP)
                .longValueExact();
        return new OfScope(Integer.parseInt(row.getField("enterprises")), fen(row), base);
    }

    private static void expectPeriod(CumulativePeriod expected, NamedCsvRecord row) {
        if (!expected.equals(CumulativePeriod.parse(row.getField("period")))) {
            throw new IllegalStateException(
                    RESOURCE + ":" + row.getStartingLineNumber() + ": the season is fitted to " + expected);
        }
    }

    private static long fen(NamedCsvRecord row) {
        return new BigDecimal(row.getField("value")).movePointRight(10).longValueExact();
    }

    /**
     * What a unit's enterprises add up to.
     *
     * @param designated services above the designated size
     * @param trade trade above the quota
     * @param retailThroughNovember its retail sales of January through November 2020, fen
     */
    record OfUnit(OfScope designated, OfScope trade, long retailThroughNovember) {}

    /**
     * What the enterprises of one roster add up to, from January through October 2020.
     *
     * @param enterprises number on the roster
     * @param revenue fen
     * @param base the same enterprises' revenue of the same months of 2019, fen
     */
    record OfScope(int enterprises, long revenue, long base) {}
}
