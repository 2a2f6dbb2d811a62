package dev.pennant.jobs.revenue;

import dev.pennant.core.revenue.EnterpriseReport;
import dev.pennant.core.revenue.Registration;
import dev.pennant.core.revenue.YearOverYear;
import dev.pennant.jobs.clickhouse.TableMapping;
import java.time.YearMonth;
import java.util.function.Function;

/** The detail tables from which an analyst can recompute every indicator. */
final class RevenueTables {
    static final TableMapping<StandingContribution> CONTRIBUTIONS = TableMapping.<StandingContribution>into(
                    "pennant.enterprise_contribution_latest")
            .column("enterprise_id", row -> report(row).enterpriseId())
            .column("period", row -> report(row).period().toString())
            .column("unit", row -> registered(row, Registration::unit))
            .column(
                    "scope",
                    row -> registered(row, registration -> registration.scope().id()))
            .column("name", row -> registered(row, Registration::name))
            .column("revenue", row -> report(row).revenue().current().fen())
            .column("revenue_last_year", row -> report(row).revenue().lastYear().fen())
            .column(
                    "retail_sales",
                    row -> retail(report(row), amounts -> amounts.current().fen()))
            .column(
                    "retail_sales_last_year",
                    row -> retail(report(row), amounts -> amounts.lastYear().fen()))
            .column("revision", row -> report(row).revision())
            .column("synthetic", row -> report(row).synthetic())
            .unsigned("version", row -> row.version().packed())
            .column("updated_at", StandingContribution::updatedAt)
            .key("enterprise_id", "period")
            .version("version")
            .build();

    static final TableMapping<LoggedReport> REPORTS = TableMapping.<LoggedReport>into("pennant.enterprise_report_log")
            .column("partition", row -> row.origin().partition())
            .column("offset", row -> row.origin().offset())
            .column("enterprise_id", row -> row.report().enterpriseId())
            .column("period", row -> row.report().period().toString())
            .column("revenue", row -> row.report().revenue().current().fen())
            .column(
                    "revenue_last_year",
                    row -> row.report().revenue().lastYear().fen())
            .column(
                    "retail_sales",
                    row -> retail(row.report(), amounts -> amounts.current().fen()))
            .column(
                    "retail_sales_last_year",
                    row -> retail(row.report(), amounts -> amounts.lastYear().fen()))
            .column("revision", row -> row.report().revision())
            .column("reported_at", row -> row.report().reportedAt())
            .column("synthetic", row -> row.report().synthetic())
            .column("outcome", row -> row.filing().id())
            .column("received_at", LoggedReport::receivedAt)
            .key("partition", "offset")
            .build();

    static final TableMapping<RegistryEntry> REGISTRY = TableMapping.<RegistryEntry>into(
                    "pennant.enterprise_registry_log")
            .column("partition", row -> row.origin().partition())
            .column("offset", row -> row.origin().offset())
            .column("enterprise_id", RegistryEntry::enterpriseId)
            .column("valid_from", row -> row.validFrom().toString())
            .column("valid_to", row -> row.registration()
                    .flatMap(Registration::validTo)
                    .map(YearMonth::toString)
                    .orElse(null))
            .column("name", row -> entered(row, Registration::name))
            .column("unit", row -> entered(row, Registration::unit))
            .column(
                    "scope",
                    row -> entered(row, registration -> registration.scope().id()))
            .column("industry", row -> entered(row, Registration::industry))
            .column("withdrawn", row -> row.registration().isEmpty())
            .column(
                    "synthetic",
                    row -> row.registration().map(Registration::synthetic).orElse(false))
            .column("received_at", RegistryEntry::receivedAt)
            .key("partition", "offset")
            .build();

    private RevenueTables() {}

    private static EnterpriseReport report(StandingContribution row) {
        return row.contribution().report();
    }

    private static String registered(StandingContribution row, Function<Registration, String> column) {
        return row.contribution().registration().map(column).orElse("");
    }

    private static String entered(RegistryEntry row, Function<Registration, String> column) {
        return row.registration().map(column).orElse("");
    }

    private static Long retail(EnterpriseReport report, Function<YearOverYear, Long> amount) {
        return report.retailSales().map(amount).orElse(null);
    }
}
