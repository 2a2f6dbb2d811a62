package dev.pennant.jobs.retail;

import dev.pennant.core.period.ReportingHour;
import dev.pennant.core.retail.HourSales;
import dev.pennant.core.retail.StoreDay;
import dev.pennant.core.retail.StoreRegistration;
import dev.pennant.jobs.clickhouse.TableMapping;
import java.time.Instant;
import java.util.function.Function;

/** The tables from which an analyst can recompute every indicator of receipts, and account for every receipt. */
final class RetailTables {
    static final TableMapping<StoreEntry> STORES = TableMapping.<StoreEntry>into("pennant.store_registry_log")
            .column("partition", row -> row.origin().partition())
            .column("offset", row -> row.origin().offset())
            .column("store_id", StoreEntry::storeId)
            .column("valid_from", StoreEntry::validFrom)
            .column("name", row -> entered(row, StoreRegistration::name))
            .column("unit", row -> entered(row, StoreRegistration::unit))
            .column("withdrawn", row -> row.registration().isEmpty())
            .column(
                    "synthetic",
                    row -> row.registration().map(StoreRegistration::synthetic).orElse(false))
            .column("received_at", StoreEntry::receivedAt)
            .key("partition", "offset")
            .build();

    static final TableMapping<HeldRow> HELD = TableMapping.<HeldRow>into("pennant.retail_held_latest")
            .column("store_id", HeldRow::storeId)
            .column("receipts", row -> row.held().receipts())
            .column("sales", row -> row.held().sales())
            .column("refunds", row -> row.held().refunds())
            .column("first_hour", row -> hour(row.held().firstHour()))
            .column("last_hour", row -> hour(row.held().lastHour()))
            .unsigned("version", row -> row.version().packed())
            .column("updated_at", HeldRow::updatedAt)
            .key("store_id")
            .version("version")
            .build();

    static final TableMapping<ReadingProgress> READING = TableMapping.<ReadingProgress>into(
                    "pennant.retail_reading_latest")
            .column("partition", ReadingProgress::partition)
            .column("next_offset", ReadingProgress::nextOffset)
            .column("read", ReadingProgress::read)
            .column("counted", ReadingProgress::counted)
            .column("repeated", ReadingProgress::repeated)
            .column("refused", ReadingProgress::refused)
            .column("other_category", ReadingProgress::otherCategory)
            .unsigned("version", row -> row.version().packed())
            .key("partition")
            .version("version")
            .build();

    private RetailTables() {}

    /** Hours, with the names that stand for the numbers of units and categories. */
    static TableMapping<HourSales> hours(SalesScope scope) {
        return TableMapping.<HourSales>into("pennant.retail_hour_latest")
                .column("unit", row -> scope.unitAt(row.unit()))
                .column("category", row -> scope.categoryAt(row.category()))
                .column("hour", row -> ReportingHour.start(row.hour()))
                .column("sales", HourSales::sales)
                .column("refunds", HourSales::refunds)
                .column("receipts", HourSales::receipts)
                .unsigned("version", row -> row.version().packed())
                .key("unit", "category", "hour")
                .version("version")
                .build();
    }

    /** Days of stores, with the names of their units. */
    static TableMapping<StoreDay> storeDays(SalesScope scope) {
        return TableMapping.<StoreDay>into("pennant.retail_store_day_latest")
                .column("unit", row -> scope.unitAt(row.unit()))
                .column("store_id", StoreDay::storeId)
                .column("day", row -> ReportingHour.date(row.day()))
                .column("sales", StoreDay::sales)
                .column("refunds", StoreDay::refunds)
                .column("receipts", StoreDay::receipts)
                .column("synthetic", StoreDay::synthetic)
                .unsigned("version", row -> row.version().packed())
                .key("unit", "store_id", "day")
                .version("version")
                .build();
    }

    /** Running sums of categories, with the names that stand for the numbers of units and categories. */
    static TableMapping<CategoryRow> categories(SalesScope scope) {
        return TableMapping.<CategoryRow>into("pennant.retail_category_latest")
                .column("unit", row -> scope.unitAt(row.sales().unit()))
                .column("category", row -> scope.categoryAt(row.sales().category()))
                .column("day", row -> row.sales().period().day())
                .column("hours", row -> row.sales().period().hours())
                .column("sold", row -> row.sales().lastDay())
                .column("value", row -> row.sales().sum().value())
                .column(
                        "base",
                        row -> row.sales().sum().compared()
                                ? Long.valueOf(row.sales().sum().base())
                                : null)
                .column("synthetic", row -> row.sales().synthetic())
                .unsigned("version", row -> row.sales().version().packed())
                .column("updated_at", CategoryRow::updatedAt)
                .key("unit", "category", "day")
                .version("version")
                .build();
    }

    private static String entered(StoreEntry row, Function<StoreRegistration, String> column) {
        return row.registration().map(column).orElse("");
    }

    /** Where nothing is held, any hour will do. */
    private static Instant hour(int hour) {
        return ReportingHour.start(Math.max(0, hour));
    }
}
