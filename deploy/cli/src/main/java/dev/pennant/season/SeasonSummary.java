package dev.pennant.season;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.IndicatorDefinition;
import dev.pennant.core.catalogue.Unit;
import dev.pennant.core.report.UnitForm;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.text.TextTable;
import dev.pennant.text.TextTable.Column;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a season ends on, read from the database and nowhere else: the units whose figures were published, what they belong to, and the
 * first of their county. Two seasons give the same lines.
 */
public final class SeasonSummary {
    /** The last months that were reported, and the day through which receipts have run when the season ends. */
    static final List<String> PERIODS = List.of("2020-10", "2020-11", Season.LAST_DAY.toString());

    /** The last months that departments reported. */
    static final List<String> DEPARTMENT_PERIODS = List.of("2020-09", "2020-10", "2020-11");

    private static final String RANKED = "service-revenue";
    private static final int RANKS = 5;
    static final String SYNTHETIC = "演示数据";
    private static final String NOTHING = "–";

    private final Catalogue catalogue;
    private final List<IndicatorRow> rows;

    /** @param rows of the view, of all units and periods shown */
    SeasonSummary(Catalogue catalogue, List<IndicatorRow> rows) {
        this.catalogue = catalogue;
        this.rows = rows;
    }

    /**
     * Reads what it takes from the database.
     *
     * @throws IOException when the database cannot be reached
     */
    public static SeasonSummary read(Catalogue catalogue, ClickHouseClient database) throws IOException {
        List<String> codes = Stream.concat(
                        catalogue.units().all().stream().map(Unit::code),
                        DepartmentReports.units().stream().map(UnitForm::code))
                .toList();
        List<String> periods = Stream.concat(PERIODS.stream(), DEPARTMENT_PERIODS.stream())
                .distinct()
                .toList();
        return new SeasonSummary(catalogue, IndicatorRow.read(database, codes, periods));
    }

    /** The summary, line by line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String code : PublishedFigures.read().units()) {
            if (catalogue.units().withCode(code).isPresent()) {
                List<String> lineage = catalogue.units().lineage(code);
                lineage.forEach(unit -> addFigures(unit, lines));
                addDepartmentFigures(code, lines);
                addFirstOf(lineage.get(1), lines);
            }
        }
        return lines;
    }

    private void addFigures(String unit, List<String> lines) {
        TextTable table = new TextTable(
                Column.left("indicator"),
                Column.left("period"),
                Column.right("value"),
                Column.right("growth"),
                Column.right("reported"),
                Column.left("status"),
                Column.left(""));
        for (String period : PERIODS) {
            for (IndicatorDefinition indicator : indicators(false)) {
                row(indicator.id(), unit, period)
                        .ifPresent(row -> table.add(
                                indicator.title(),
                                row.periodLabel(),
                                value(row, indicator),
                                growth(row, indicator),
                                reported(row),
                                row.status(),
                                mark(row)));
            }
        }
        lines.add(name(unit) + " " + unit);
        lines.addAll(table.lines());
        lines.add("");
    }

    /** What departments really published of a unit and of the units in it: each is one figure of one department. */
    private void addDepartmentFigures(String township, List<String> lines) {
        TextTable table = new TextTable(
                Column.left("unit"),
                Column.left("indicator"),
                Column.left("period"),
                Column.right("value"),
                Column.right("growth"));
        Map<String, String> units = new LinkedHashMap<>();
        units.put(township, name(township));
        DepartmentReports.units().stream()
                .filter(unit -> unit.parent().equals(township))
                .forEach(unit -> units.put(unit.code(), unit.name()));
        boolean any = false;
        for (String period : DEPARTMENT_PERIODS) {
            for (IndicatorDefinition indicator : indicators(true)) {
                for (Map.Entry<String, String> unit : units.entrySet()) {
                    Optional<IndicatorRow> row =
                            row(indicator.id(), unit.getKey(), period).filter(figure -> !figure.synthetic());
                    row.ifPresent(figure -> table.add(
                            unit.getValue(),
                            indicator.title(),
                            figure.periodLabel(),
                            value(figure, indicator),
                            growth(figure, indicator)));
                    any |= row.isPresent();
                }
            }
        }
        if (any) {
            lines.add(name(township) + ": reported by departments");
            lines.addAll(table.lines());
            lines.add("");
        }
    }

    private List<IndicatorDefinition> indicators(boolean reported) {
        return catalogue.indicators().stream()
                .filter(indicator -> (indicator.reportedIndicator().isPresent()
                                || indicator.derivedIndicator().isPresent())
                        == reported)
                .toList();
    }

    private void addFirstOf(String county, List<String> lines) {
        IndicatorDefinition indicator = catalogue.indicator(RANKED).orElseThrow();
        List<IndicatorRow> ranked = catalogue.units().townships().stream()
                .filter(unit -> unit.parent().equals(Optional.of(county)))
                .flatMap(unit -> row(RANKED, unit.code(), PERIODS.get(0)).stream())
                .filter(row -> row.growth().isPresent())
                .sorted(Comparator.comparing((IndicatorRow row) -> row.growth().orElseThrow())
                        .reversed())
                .limit(RANKS)
                .toList();
        TextTable table = new TextTable(
                Column.right(""),
                Column.left("unit"),
                Column.right("value"),
                Column.right("growth"),
                Column.right("reported"),
                Column.left(""));
        for (IndicatorRow row : ranked) {
            table.add(
                    Integer.toString(rank(row, ranked)),
                    name(row.unit()),
                    value(row, indicator),
                    growth(row, indicator),
                    reported(row),
                    mark(row));
        }
        String label = ranked.isEmpty() ? PERIODS.get(0) : ranked.get(0).periodLabel();
        lines.add(name(county) + ": " + indicator.title() + " " + label + ", by growth");
        lines.addAll(table.lines());
    }

    private Optional<IndicatorRow> row(String indicator, String unit, String period) {
        return rows.stream()
                .filter(row -> row.indicator().equals(indicator)
                        && row.unit().equals(unit)
                        && row.period().equals(period))
                .findFirst();
    }

    private String name(String unit) {
        return catalogue.units().withCode(unit).map(Unit::name).orElse("");
    }

    /** Units of equal growth share a rank, and the next is left out. */
    private static int rank(IndicatorRow row, List<IndicatorRow> ranked) {
        return 1
                + (int) ranked.stream()
                        .filter(other -> other.growth()
                                        .orElseThrow()
                                        .compareTo(row.growth().orElseThrow())
                                > 0)
                        .count();
    }

    private static String value(IndicatorRow row, IndicatorDefinition indicator) {
        return indicator.valueRounding().round(row.value()).toPlainString() + " " + row.measure();
    }

    private static String growth(IndicatorRow row, IndicatorDefinition indicator) {
        if (row.growth().isEmpty()) {
            return NOTHING;
        }
        BigDecimal change = indicator.growthRounding().round(row.growth().get());
        String arrow = change.signum() > 0 ? "▲" : change.signum() < 0 ? "▼" : "";
        return arrow + change.abs().toPlainString() + (row.growthKind().equals("points") ? "点" : "%");
    }

    private static String reported(IndicatorRow row) {
        return row.reported() + "/" + row.expected();
    }

    private static String mark(IndicatorRow row) {
        return row.synthetic() ? SYNTHETIC : "";
    }
}
