package dev.pennant.jobs.report;

import dev.pennant.core.report.Ratio;
import dev.pennant.core.report.UnitRegistration;
import dev.pennant.jobs.clickhouse.TableMapping;
import java.util.function.Function;

/** The tables in which every report and every unit that was read can be found. */
final class ReportTables {
    static final TableMapping<LoggedIndicatorReport> REPORTS = TableMapping.<LoggedIndicatorReport>into(
                    "pennant.indicator_report_log")
            .column("partition", row -> row.origin().partition())
            .column("offset", row -> row.origin().offset())
            .column("unit", row -> row.report().unit())
            .column("indicator", row -> row.report().indicator())
            .column("period", row -> row.report().period().toString())
            .column("value", row -> row.report().value())
            .column("base", row -> row.report().base().orElse(null))
            .column("growth", row -> row.report().growth().orElse(null))
            .column(
                    "numerator",
                    row -> row.report().ratio().map(Ratio::numerator).orElse(null))
            .column(
                    "denominator",
                    row -> row.report().ratio().map(Ratio::denominator).orElse(null))
            .column("revision", row -> row.report().revision())
            .column("reported_at", row -> row.report().reportedAt())
            .column("synthetic", row -> row.report().synthetic())
            .column("outcome", row -> row.filing().id())
            .column("received_at", LoggedIndicatorReport::receivedAt)
            .key("partition", "offset")
            .build();

    static final TableMapping<UnitEntry> UNITS = TableMapping.<UnitEntry>into("pennant.unit_registry_log")
            .column("partition", row -> row.origin().partition())
            .column("offset", row -> row.origin().offset())
            .column("code", UnitEntry::code)
            .column("name", row -> entered(row, UnitRegistration::name))
            .column("kind", row -> entered(row, unit -> unit.kind().id()))
            .column("parent", row -> entered(row, UnitRegistration::parent))
            .column("withdrawn", row -> row.registration().isEmpty())
            .column(
                    "synthetic",
                    row -> row.registration().map(UnitRegistration::synthetic).orElse(false))
            .column("received_at", UnitEntry::receivedAt)
            .key("partition", "offset")
            .build();

    private ReportTables() {}

    private static String entered(UnitEntry row, Function<UnitRegistration, String> column) {
        return row.registration().map(column).orElse("");
    }
}
