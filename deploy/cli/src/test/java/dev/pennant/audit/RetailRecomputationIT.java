package dev.pennant.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.stack.clickhouse.CatalogueTables;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseServer;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.stack.clickhouse.EngineLibrary;
import dev.pennant.stack.clickhouse.FreePorts;
import dev.pennant.stack.clickhouse.Migrations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Gives the query hours, stores and a register, and nothing published: what it recomputes comes back as missing. Amounts are in 亿元. */
@Timeout(120)
final class RetailRecomputationIT {
    private static final String DANGHU = "330482001";
    private static final String ZHONGDAI = "330482002";
    private static final String WITHOUT_SALES = "330482003";
    private static final String PINGHU = "330482";
    private static final String JIAXING = "3304";

    @TempDir
    private static Path data;

    private static ClickHouseServer server;

    private int categoriesTold;

    private final ClickHouseClient writer = server.client(ClickHouseUser.WRITER);
    private final ClickHouseClient analyst = server.client(ClickHouseUser.ANALYST);

    @BeforeAll
    static void start() throws IOException {
        server = ClickHouseServer.start(data, FreePorts.next(), FreePorts.next(), EngineLibrary.find());
        Migrations.packed().apply(server.client(ClickHouseUser.MIGRATOR));
        CatalogueTables.load(server.client(ClickHouseUser.MIGRATOR), Catalogue.shipped());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void registerAStore() throws IOException {
        for (String table : List.of(
                "store_registry_log",
                "retail_hour_latest",
                "retail_store_day_latest",
                "retail_category_latest",
                "indicator_log",
                "indicator_latest")) {
            server.client(ClickHouseUser.MIGRATOR).query("TRUNCATE TABLE pennant." + table);
        }
        register("S1", DANGHU, "2019-01-01");
    }

    @Test
    void aDayIsComparedThroughTheSameDayAndTheFrontiersDayThroughTheSameHour() throws IOException {
        sold(DANGHU, "2019-10-06 10:00:00", 1);
        sold(DANGHU, "2019-10-07 14:00:00", 2);
        sold(DANGHU, "2019-10-07 15:00:00", 4);
        sold(DANGHU, "2020-10-06 10:00:00", 8);
        sold(DANGHU, "2020-10-07 14:00:00", 16);
        frontier(DANGHU, "2020-10-07", 15);

        assertThat(recomputed(DANGHU, "2020-10-06")).isEqualTo("8 on 1, 700, 1 of 1, complete");
        assertThat(recomputed(DANGHU, "2020-10-07")).isEqualTo("24 on 3, 700, 1 of 1, provisional");
        assertThat(recomputed(DANGHU, "2020-10")).isEqualTo("24 on 3, 700, 1 of 1, provisional");
        assertThat(recomputed(DANGHU, "2019-10")).isEqualTo("7 on –, –, 1 of 1, complete");
        assertThat(recomputed(DANGHU, "2020-10-08")).isEqualTo("nothing");
    }

    @Test
    void leapDaysAreComparedAsTheRulesSay() throws IOException {
        sold(DANGHU, "2019-02-28 10:00:00", 1);
        sold(DANGHU, "2019-02-28 20:00:00", 1);
        sold(DANGHU, "2019-03-01 10:00:00", 2);
        sold(DANGHU, "2020-02-28 10:00:00", 4);
        sold(DANGHU, "2020-02-29 10:00:00", 8);
        sold(DANGHU, "2020-03-01 10:00:00", 16);
        sold(DANGHU, "2021-02-28 10:00:00", 32);
        sold(DANGHU, "2021-03-01 10:00:00", 64);
        frontier(DANGHU, "2021-03-01", 11);

        assertThat(recomputed(DANGHU, "2020-02-28")).startsWith("4 on 2,");
        assertThat(recomputed(DANGHU, "2020-02-29")).startsWith("12 on 2,");
        assertThat(recomputed(DANGHU, "2020-03-01")).startsWith("28 on 4,");
        assertThat(recomputed(DANGHU, "2021-02-28")).startsWith("32 on 4,");
        assertThat(recomputed(DANGHU, "2021-03-01")).startsWith("96 on 28,");
        assertThat(recomputed(DANGHU, "2020-02")).startsWith("12 on 2,");
        assertThat(recomputed(DANGHU, "2021-02")).startsWith("32 on 12,");
    }

    @Test
    void twentyNineFebruaryUnderWayIsComparedWithTheWholeOfTheTwentyEighth() throws IOException {
        sold(DANGHU, "2019-02-28 20:00:00", 2);
        sold(DANGHU, "2020-02-29 10:00:00", 8);
        frontier(DANGHU, "2020-02-29", 11);

        assertThat(recomputed(DANGHU, "2020-02-29")).startsWith("8 on 2, 300,");
    }

    @Test
    void countiesAndThePrefectureAreSumsOfTheirTownshipsAndExpectAllOfTheirStores() throws IOException {
        register("S2", ZHONGDAI, "2020-10-01");
        register("S3", ZHONGDAI, "2020-10-01");
        register("S4", WITHOUT_SALES, "2020-10-01");
        sold(DANGHU, "2019-10-06 10:00:00", 2);
        sold(DANGHU, "2020-10-06 10:00:00", 1);
        sold("S2", ZHONGDAI, "2020-10-06 10:00:00", 2);
        frontier(DANGHU, "2020-10-06", 24);
        frontier(ZHONGDAI, "2020-10-06", 24);

        assertThat(recomputed(ZHONGDAI, "2020-10-06")).isEqualTo("2 on –, –, 1 of 2, provisional");
        assertThat(recomputed(PINGHU, "2020-10-06")).isEqualTo("3 on 2, 50, 2 of 4, provisional");
        assertThat(recomputed(JIAXING, "2020-10-06")).isEqualTo("3 on 2, 50, 2 of 4, provisional");
    }

    @Test
    void aStoreThatMovesIsExpectedWhereItIs() throws IOException {
        register("S1", ZHONGDAI, "2020-10-07");
        sold(DANGHU, "2020-10-06 10:00:00", 1);
        frontier(DANGHU, "2020-10-08", 24);

        assertThat(recomputed(DANGHU, "2020-10-06")).contains("1 of 1, complete");
        assertThat(recomputed(DANGHU, "2020-10-07")).contains("1 of 1, complete");
    }

    @Test
    void aStoreThatMovesWithinACountyHasReportedThereOnce() throws IOException {
        register("S1", ZHONGDAI, "2020-10-07");
        sold(DANGHU, "2020-10-06 10:00:00", 1);
        sold(ZHONGDAI, "2020-10-07 10:00:00", 2);
        frontier(DANGHU, "2020-10-08", 24);
        frontier(ZHONGDAI, "2020-10-08", 24);

        assertThat(recomputed(DANGHU, "2020-10-07")).isEqualTo("1 on –, –, 1 of 1, complete");
        assertThat(recomputed(ZHONGDAI, "2020-10-07")).isEqualTo("2 on –, –, 1 of 1, complete");
        assertThat(recomputed(PINGHU, "2020-10-07")).isEqualTo("3 on –, –, 1 of 1, complete");
    }

    @Test
    void aValueThatIsAsRecomputedIsNoDifferenceAndAnotherOneIs() throws IOException {
        sold(DANGHU, "2020-10-06 10:00:00", 1);
        frontier(DANGHU, "2020-10-07", 1);
        published(DANGHU, "2020-10-06", "1", "complete");
        published(DANGHU, "2020-10-07", "2", "provisional");
        published(DANGHU, "2020-10-08", "1", "provisional");

        assertThat(difference(DANGHU, "2020-10-06")).isEmpty();
        assertThat(difference(DANGHU, "2020-10-07"))
                .contains(new Recomputation.Difference(
                        "retail-receipts",
                        DANGHU,
                        "2020-10-07",
                        "2 on –, –, 1 of 1, provisional",
                        "1 on –, –, 1 of 1, provisional"));
        assertThat(difference(DANGHU, "2020-10-08").orElseThrow().recomputed()).isEqualTo("nothing");
    }

    @Test
    void aRowOfNothingFromAnEarlierHourDoesNotTellHowFarTimeHasGone() throws IOException {
        sold(DANGHU, "2019-10-07 14:00:00", 2);
        sold(DANGHU, "2019-10-07 15:00:00", 4);
        sold(DANGHU, "2020-10-07 14:00:00", 16);
        insert(
                "retail_category_latest",
                "'" + DANGHU + "', 'appliances', '2020-10-07', 15, 0, 0, NULL, false, 1, now()");
        category("2020-10-07", 16, 16, 16, "60000000000");
        insert("retail_category_latest", "'" + DANGHU + "', 'vehicles', '2020-10-07', 15, 0, 0, NULL, false, 1, now()");

        assertThat(recomputed(DANGHU, "2020-10-07")).startsWith("16 on 6,");
        assertThat(categoryDays("2020")).isEmpty();
        assertThat(analyst.query("SELECT DISTINCT category, hours FROM pennant.retail_region_categories"))
                .isEqualTo("catering\t16");
    }

    @Test
    void whatIsToldOfACategoryIsReckonedFromItsHoursAndSoIsWhatIsNotTold() throws IOException {
        sold(DANGHU, "2019-10-07 14:00:00", 2);
        sold(DANGHU, "2019-10-07 15:00:00", 4);
        sold(DANGHU, "2020-10-06 10:00:00", 8);
        sold(DANGHU, "2020-10-07 14:00:00", 16);
        category("2020-10-06", 24, 8, 8, "NULL");
        category("2020-10-07", 15, 16, 24, "20000000000");
        category("2020-10-05", 24, 0, 0, "NULL");

        Map<String, Recomputation.Difference> days = categoryDays("2020");
        assertThat(days).doesNotContainKeys("2020-10-05 catering", "2020-10-06 catering", "2020-10-07 catering");
        assertThat(categoryDays("2019").get("2019-10-07 catering"))
                .extracting(Recomputation.Difference::published, Recomputation.Difference::recomputed)
                .containsExactly("nothing", "60000000000 that day, 60000000000 on –, 24 h");

        category("2020-10-07", 15, 16, 25, "60000000000");
        assertThat(categoryDays("2020").get("2020-10-07 catering"))
                .extracting(Recomputation.Difference::published, Recomputation.Difference::recomputed)
                .containsExactly(
                        "160000000000 that day, 250000000000 on 60000000000, 15 h",
                        "160000000000 that day, 240000000000 on 20000000000, 15 h");
    }

    @Test
    void categoriesOfCountiesAndThePrefectureAreSumsOfTheirTownships() throws IOException {
        category("2020-10-07", 15, 16, 24, "160000000000");
        insert(
                "retail_category_latest",
                "'" + ZHONGDAI + "', 'catering', '2020-10-07', 14, 100, 200, NULL, true, 1, now()");

        assertThat(analyst.query("SELECT unit, unit_name, day, hours, sold, value, base, growth, synthetic"
                        + " FROM pennant.retail_region_categories WHERE category = 'catering' ORDER BY unit"))
                .isEqualTo("3304\t嘉兴市\t2020-10-07\t14\t1600000001\t2400000002\t1600000000\t50\ttrue\n"
                        + "330482\t平湖市\t2020-10-07\t14\t1600000001\t2400000002\t1600000000\t50\ttrue");
    }

    @Test
    void daysOfStoresThatAreNotWhatTheirHoursAreAreADifference() throws IOException {
        sold(DANGHU, "2020-10-06 10:00:00", 1);
        insert("retail_store_day_latest", "'" + DANGHU + "', 'S9', '2020-10-06', 5, 0, 1, false, 1");

        assertThat(Recomputation.differences(analyst))
                .contains(new Recomputation.Difference(
                        "retail_store_days", DANGHU, "2020-10-06", "10000000005", "10000000000"));
    }

    private String recomputed(String unit, String period) throws IOException {
        return difference(unit, period)
                .map(Recomputation.Difference::recomputed)
                .orElse("nothing");
    }

    private Optional<Recomputation.Difference> difference(String unit, String period) throws IOException {
        return Recomputation.differences(analyst).stream()
                .filter(row -> row.unit().equals(unit) && row.period().equals(period))
                .findFirst();
    }

    private void register(String store, String unit, String from) throws IOException {
        insert(
                "store_registry_log",
                "0, " + from.replace("-", "") + ", '" + store + "', '" + from + "', '', '" + unit
                        + "', false, false, now()");
    }

    private void sold(String unit, String hour, int yi) throws IOException {
        sold("S1", unit, hour, yi);
    }

    /** What the only store of a unit sells in an hour. */
    private void sold(String store, String unit, String hour, int yi) throws IOException {
        String amount = yi + "0000000000";
        insert("retail_hour_latest", "'" + unit + "', 'catering', '" + hour + "', " + amount + ", 0, 1, 1");
        server.client(ClickHouseUser.MIGRATOR)
                .query("INSERT INTO pennant.retail_store_day_latest"
                        + " SELECT unit, '" + store + "', toDate(hour), sum(sales), 0, count(), false, count()"
                        + " FROM pennant.retail_hour_latest FINAL WHERE unit = '" + unit
                        + "' GROUP BY unit, toDate(hour)");
    }

    private void frontier(String unit, String day, int hours) throws IOException {
        insert(
                "retail_category_latest",
                "'" + unit + "', 'catering', '" + day + "', " + hours + ", 0, 0, NULL, false, 1, now()");
    }

    /** What is told of the only category of the only unit; amounts in 亿元, but for the base. */
    private void category(String day, int hours, int sold, int value, String base) throws IOException {
        insert(
                "retail_category_latest",
                "'" + DANGHU + "', 'catering', '" + day + "', " + hours + ", " + sold + "0000000000, " + value
                        + "0000000000, " + base + ", false, " + ++categoriesTold + ", now()");
    }

    private Map<String, Recomputation.Difference> categoryDays(String year) throws IOException {
        return Recomputation.differences(analyst).stream()
                .filter(row -> row.indicator().equals("retail_categories")
                        && row.period().startsWith(year))
                .collect(Collectors.toMap(Recomputation.Difference::period, row -> row));
    }

    private void published(String unit, String period, String value, String status) throws IOException {
        insert(
                "indicator_log",
                "'retail-receipts', '" + unit + "', '" + period + "', '', " + value + ", NULL, NULL, '', '亿元', 1, 1, '"
                        + status + "', false, 1, now()");
    }

    private void insert(String table, String values) throws IOException {
        writer.query("INSERT INTO pennant." + table + " VALUES (" + values + ")");
    }
}
