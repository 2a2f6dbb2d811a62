package dev.pennant.core.revenue;

import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.CumulativePeriod;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a database that replaces rows by version shows of all that was ever written to it, by a lost run as well. */
final class Board {
    private record Row<T>(long version, T content) {}

    private final Map<Cell, Row<Figure>> figures = new HashMap<>();
    private final Map<Statement, Row<Contribution>> contributions = new HashMap<>();

    void write(IndicatorValue value) {
        Cell cell = new Cell(value.indicator(), value.unit(), (CumulativePeriod) value.period());
        write(figures, cell, value.version(), Figure.of(value));
    }

    void write(LedgerChange change) {
        for (Contribution contribution : change.contributions()) {
            EnterpriseReport report = contribution.report();
            Statement statement = new Statement(report.enterpriseId(), report.period());
            write(contributions, statement, change.version(), contribution);
        }
    }

    /** The figures shown: those in which at least one report counts. */
    Map<Cell, Figure> figures() {
        return figures.entrySet().stream()
                .filter(row -> row.getValue().content().reported() > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, row -> row.getValue().content()));
    }

    Map<Statement, Contribution> contributions() {
        return contributions.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, row -> row.getValue()
                .content()));
    }

    private static <K, T> void write(Map<K, Row<T>> table, K key, Version version, T content) {
        Row<T> row = new Row<>(version.packed(), content);
        table.merge(key, row, (shown, written) -> isOlder(written, shown) ? shown : written);
    }

    private static boolean isOlder(Row<?> one, Row<?> other) {
        return Long.compareUnsigned(one.version(), other.version()) < 0;
    }
}
