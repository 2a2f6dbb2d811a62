package dev.pennant.jobs.retail;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.ReportingHour;
import dev.pennant.core.period.RunningPeriod;
import dev.pennant.core.retail.CategorySales;
import dev.pennant.core.retail.HourSales;
import dev.pennant.core.retail.RunningSum;
import dev.pennant.core.retail.StoreDay;
import dev.pennant.jobs.JobSettings;
import dev.pennant.jobs.JobWiring;
import dev.pennant.jobs.clickhouse.TableMapping;
import dev.pennant.jobs.flink.ValueFormat;
import dev.pennant.jobs.flink.ValueType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Rows of the retail job's tables of details that come from nowhere: what its sinks can write when nothing else is to be done. They are sent over
 * Flink's network to the same sinks as the job's.
 */
public final class DetailRows {
    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);
    private static final int DAYS = 730;
    private static final int STORES = 14_000;
    private static final String[] STORE_IDS = IntStream.range(0, STORES)
            .mapToObj(store -> String.format(Locale.ROOT, "91341200MA%08d", store))
            .toArray(String[]::new);
    private static final long MOST_INPUTS = 1_000_000;

    private final JobWiring wiring;
    private final StreamExecutionEnvironment environment;
    private final Map<String, Long> rows;

    private DetailRows(StreamExecutionEnvironment environment, JobSettings settings, Map<String, Long> rows) {
        this.wiring = new JobWiring(environment, settings, "pennant-bench-rows");
        this.environment = environment;
        this.rows = rows;
    }

    /**
     * Defines a job that ends when all is written.
     *
     * @param rows how many, by the table's name with its database
     */
    public static void define(StreamExecutionEnvironment environment, JobSettings settings, Map<String, Long> rows) {
        SalesScope scope = new SalesScope(Catalogue.shipped(), true);
        int units = scope.unitNumbers().size();
        int categories = scope.categories();
        DetailRows job = new DetailRows(environment, settings, rows);
        job.write(RetailTables.hours(scope), new HourSalesFormat(), place -> hour(place, units, categories));
        job.write(RetailTables.storeDays(scope), new StoreDayFormat(), place -> storeDay(place, units));
        job.write(
                RetailTables.categories(scope), new CategoryRow.Format(), place -> category(place, units, categories));
    }

    private <T> void write(TableMapping<T> table, ValueFormat<T> format, MapFunction<Long, T> row) {
        String name = "rows-of-" + table.table();
        long count = rows.getOrDefault(table.table(), 0L);
        if (count > 0) {
            wiring.write(
                    environment
                            .fromSequence(0, count - 1)
                            .uid(name)
                            .name(name)
                            .map(row)
                            .returns(ValueType.of(format))
                            .uid("make-" + name)
                            .name("make-" + name),
                    table);
        }
    }

    private static HourSales hour(long place, long units, int categories) {
        int cell = (int) (place % (units * categories));
        int hour = ReportingHour.firstHour(FIRST_DAY) + (int) (place / (units * categories));
        return new HourSales(cell / categories, cell % categories, hour, fen(place), 0, 2, version(place));
    }

    private static StoreDay storeDay(long place, int units) {
        int store = (int) (place % STORES);
        int day = ReportingHour.day(FIRST_DAY) + (int) (place / STORES);
        return new StoreDay(STORE_IDS[store], store % units, day, fen(place), 0, 3, true, version(place));
    }

    private static CategoryRow category(long place, long units, int categories) {
        int cell = (int) (place % (units * categories));
        LocalDate day = FIRST_DAY.plusDays(place / (units * categories) % DAYS);
        CategorySales sales = new CategorySales(
                cell / categories,
                cell % categories,
                RunningPeriod.through(day),
                fen(place),
                new RunningSum(fen(place), fen(place), true),
                true,
                version(place));
        return new CategoryRow(sales, Instant.EPOCH);
    }

    private static long fen(long place) {
        return 1_000 + place % 100_000;
    }

    private static Version version(long place) {
        return new Version(1, place % MOST_INPUTS);
    }
}
