package dev.pennant.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.derived.UnitPeriod;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.report.FigureShelf;
import dev.pennant.core.report.Filing;
import dev.pennant.core.report.IndicatorReport;
import dev.pennant.core.report.IndicatorReportForm;
import dev.pennant.core.report.IndicatorTree;
import dev.pennant.core.report.Ratio;
import dev.pennant.core.report.ReportedIndicator;
import dev.pennant.core.report.UnitFigures;
import dev.pennant.core.report.UnitForm;
import dev.pennant.core.report.UnitRegistration;
import dev.pennant.season.Season;
import dev.pennant.season.SeasonEvent;
import dev.pennant.stack.clickhouse.CatalogueTables;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseServer;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.stack.clickhouse.EngineLibrary;
import dev.pennant.stack.clickhouse.FreePorts;
import dev.pennant.stack.clickhouse.Migrations;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files a season of reports in core's trees, and lets the queries reproduce every value from the logs alone. */
@Timeout(180)
final class ReportedRecomputationIT {
    private static final Instant NOW = Instant.parse("2020-12-21T00:00:00Z");
    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final String DANGHU = "330482001";
    private static final String NULL = "\\N";

    @TempDir
    private static Path data;

    private static ClickHouseServer server;

    private final ClickHouseClient writer = server.client(ClickHouseUser.WRITER);
    private final ClickHouseClient analyst = server.client(ClickHouseUser.ANALYST);
    private final Map<String, Shelf> shelves = new HashMap<>();
    private final Map<String, UnitPeriod> derived = new HashMap<>();
    private final List<String> reports = new ArrayList<>();
    private final List<String> units = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        server = ClickHouseServer.start(data, FreePorts.next(), FreePorts.next(), EngineLibrary.find());
        Migrations.packed().apply(server.client(ClickHouseUser.MIGRATOR));
        CatalogueTables.load(server.client(ClickHouseUser.MIGRATOR), CATALOGUE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyValueIsReproducedFromTheLogsAndAWrongOneIsFound() throws IOException {
        Season.ofDepartments(CATALOGUE).forEach(event -> {
            if (event instanceof SeasonEvent.UnitRegistered registered) {
                register(registered.unit());
            } else if (event instanceof SeasonEvent.Reported reported) {
                file(reported.report());
            }
        });
        fileWhatTheSeasonHasNot();
        write("unit_registry_log (partition, offset, code, name, kind, parent, withdrawn)", units);
        write(
                "indicator_report_log (partition, offset, indicator, unit, period, value, base, growth, numerator, denominator, revision,"
                        + " synthetic, outcome)",
                reports);
        write(
                "indicator_log (indicator, unit, period, value, base, growth, growth_kind, measure, reported, expected, status, synthetic,"
                        + " version)",
                values);

        assertThat(Recomputation.compared(analyst)).isGreaterThan(4_000);
        assertThat(Recomputation.differences(analyst)).isEmpty();

        write(
                "indicator_log (indicator, unit, period, value, growth_kind, measure, reported, expected, status, version)",
                List.of(
                        "service-tax\t3304\t2020-09\t1\t\t亿元\t7\t7\tcomplete\t999999999999",
                        "sewage-quarters-share\t330482001\t2020-11\t72\tpoints\t%\t1\t1\tcomplete\t999999999999",
                        "safety-improved\t330482001\t2020-12\t3\t\t项\t10\t10\tcomplete\t999999999999"));
        assertThat(Recomputation.differences(analyst))
                .extracting(Recomputation.Difference::indicator)
                .containsExactly("service-tax", "safety-improved", "sewage-quarters-share");
    }

    /** Buildings under a quarter, shares by their parts, what is held, what moved, and what is taken back. */
    private void fileWhatTheSeasonHasNot() {
        register(new UnitForm(DANGHU + "-Q90", "小区", "residential-quarter", DANGHU, false));
        register(new UnitForm(DANGHU + "-Q90-B1", "楼一", "building", DANGHU + "-Q90", false));
        register(new UnitForm("330482002-B1", "楼二", "building", "330482002", false));
        register(new UnitForm("330482002-B2", "楼三", "building", "330482002", false));
        register(new UnitForm("330482003-B1", "楼四", "building", "330482003", false));
        share("330482002-B1", "9.7", "11.3", 0);
        share("330482002-B2", "1", "3", 0);
        share("330482002-B2", "2", "3", 1);
        share(DANGHU + "-Q90-B1", "5", "8", 0);
        share("330482003-B1", "5", "8", 0);
        share("330482003-B9", "1", "2", 0);
        withdraw("330482003-B1");
        register(new UnitForm(DANGHU + "-V01-H001", "农户", "household", DANGHU, true));
        file(report(DANGHU + "-Q90", "waste-sorting-score", "2020-11", "90.05", "88", 0));
        file(report(DANGHU, "building-new-area", "2020-10", "3", "7", 0));
        file(report("330482002", "building-new-area", "2020-10", "3.15", "2", 0));
        file(report("330482002-B1", "building-new-area", "2020-10", "9", "9", 0));
        file(report("330482003", "building-new-area", "2020-10", "0", "0", 0));
        file(report("330482002", "service-tax-share", "2020-10", "50.05", "50", 0));
    }

    private void share(String unit, String numerator, String denominator, int revision) {
        file(new IndicatorReportForm(
                unit,
                "building-occupancy",
                "2020-10",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal(numerator)),
                Optional.of(new BigDecimal(denominator)),
                revision,
                NOW,
                false));
    }

    private static IndicatorReportForm report(
            String unit, String indicator, String period, String value, String base, int revision) {
        return new IndicatorReportForm(
                unit,
                indicator,
                period,
                Optional.of(new BigDecimal(value)),
                Optional.of(new BigDecimal(base)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                revision,
                NOW,
                false);
    }

    private void register(UnitForm form) {
        UnitRegistration unit = accepted(CATALOGUE.unitRules().judge(form));
        units.add(row(0, units.size(), unit.code(), unit.name(), unit.kind().id(), unit.parent(), false));
        for (ReportedIndicator indicator : CATALOGUE.reportedIndicators()) {
            IndicatorTree tree = tree(indicator);
            tree.register(unit);
            publish(tree);
        }
    }

    private void withdraw(String code) {
        units.add(row(0, units.size(), code, "", "", "", true));
        for (ReportedIndicator indicator : CATALOGUE.reportedIndicators()) {
            IndicatorTree tree = tree(indicator);
            tree.withdraw(code);
            publish(tree);
        }
    }

    private void file(IndicatorReportForm form) {
        IndicatorReport report = accepted(CATALOGUE.reportRules().judge(form, NOW));
        IndicatorTree tree = tree(CATALOGUE
                .indicator(report.indicator())
                .flatMap(definition -> definition.reportedIndicator())
                .orElseThrow());
        Filing filing = tree.filingOf(report);
        reports.add(row(
                0,
                reports.size(),
                report.indicator(),
                report.unit(),
                report.period(),
                report.value(),
                orNull(report.base()),
                orNull(report.growth()),
                orNull(report.ratio().map(Ratio::numerator)),
                orNull(report.ratio().map(Ratio::denominator)),
                report.revision(),
                report.synthetic(),
                filing.id()));
        if (filing == Filing.APPLIED) {
            tree.file(report);
            publish(tree);
        }
    }

    private IndicatorTree tree(ReportedIndicator indicator) {
        return new IndicatorTree(
                indicator, CATALOGUE.upperUnits(), shelves.computeIfAbsent(indicator.id(), id -> new Shelf()));
    }

    private void publish(IndicatorTree tree) {
        for (IndicatorValue value : tree.changedValues(1, NOW)) {
            add(value);
            if (CATALOGUE.derivations().need(value.indicator())) {
                derived.computeIfAbsent(value.unit() + value.period(), key -> new UnitPeriod())
                        .take(value, CATALOGUE.derivations(), 1, NOW)
                        .forEach(this::add);
            }
        }
    }

    private void add(IndicatorValue value) {
        String growth = NULL;
        String kind = "";
        if (value.growth() instanceof Growth.Percent percent) {
            growth = percent.percent().toPlainString();
            kind = "percent";
        } else if (value.growth() instanceof Growth.Points points) {
            growth = points.points().toPlainString();
            kind = "points";
        }
        values.add(row(
                value.indicator(),
                value.unit(),
                value.period(),
                value.value(),
                value.base() == null ? NULL : value.base(),
                growth,
                kind,
                value.measure(),
                value.coverage().reported(),
                value.coverage().expected(),
                value.coverage().status().id(),
                value.synthetic(),
                value.version().packed()));
    }

    private void write(String table, List<String> rows) throws IOException {
        writer.query("INSERT INTO pennant." + table + " FORMAT TabSeparated\n" + String.join("\n", rows) + "\n");
    }

    private static String row(Object... columns) {
        List<String> texts = new ArrayList<>();
        for (Object column : columns) {
            texts.add(column instanceof BigDecimal figure ? figure.toPlainString() : column.toString());
        }
        return String.join("\t", texts);
    }

    private static Object orNull(Optional<BigDecimal> figure) {
        return figure.isPresent() ? figure.get() : NULL;
    }

    private static <T> T accepted(Verdict<T> verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        return ((Verdict.Accepted<T>) verdict).value();
    }

    /** A shelf in memory. */
    private static final class Shelf implements FigureShelf {
        private final Map<String, UnitFigures> figures = new HashMap<>();

        @Override
        public UnitFigures figures(String unit) {
            return figures.getOrDefault(unit, new UnitFigures());
        }

        @Override
        public void put(String unit, UnitFigures changed) {
            figures.put(unit, changed);
        }
    }
}
