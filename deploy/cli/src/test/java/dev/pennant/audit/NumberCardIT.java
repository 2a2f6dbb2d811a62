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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The cards of numbers of enterprises and of receipts, each in the words of what it counts. */
@Timeout(120)
final class NumberCardIT {
    private static final String DANGHU = "330482001";

    @TempDir
    private static Path data;

    private static ClickHouseServer server;

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

    @Test
    void enterprisesAreComparedWithThemselvesAndCountedByTheirRoster() throws IOException {
        published("'service-revenue', '" + DANGHU + "', '2020-10', '1-10月', 2.5, 2, 25, 'percent', '亿元', 1, 2");
        insert(
                "enterprise_contribution_latest",
                "'E1', '2020-10', '" + DANGHU
                        + "', 'service-designated', '', 25000000000, 20000000000, NULL, NULL, 1, false, 1, now()");

        NumberExplanation explanation = RevenueExplanation.of(analyst, DANGHU, "service-revenue", "2020-10")
                .orElseThrow();

        assertThat(explanation.card().entries().keySet())
                .containsExactly(
                        "number", "meaning", "basis", "value", "base", "growth", "coverage", "version", "computed");
        assertThat(explanation.card().entries())
                .containsEntry("number", "当湖街道 330482001，规限上服务业营收 (service-revenue)，2020年1-10月")
                .containsEntry("base", "2 亿元, last year, by the same enterprises")
                .containsEntry("growth", "▲25 %")
                .containsEntry("coverage", "1 of 2 enterprises on the roster, provisional")
                .containsEntry("version", "1: run 0, input 1; 1 versions so far");
        assertThat(explanation.card().entries().get("meaning"))
                .endsWith("; sum of revenue over service-designated, trade-above-quota");
        assertThat(explanation.card().entries().get("basis")).matches("sourced: .+; assumed: .+");
        assertThat(explanation.lines())
                .anyMatch(line -> line.startsWith("1 enterprises contribute"))
                .anyMatch(line -> line.matches("E1 +service-designated +250000000 +200000000 +100 +25 +1"));
    }

    @Test
    void receiptsSayThroughWhichHoursBothYearsRunAndWhichStoresSold() throws IOException {
        published("'retail-receipts', '" + DANGHU + "', '2020-10-07', '至10月7日', 2, NULL, NULL, '', '亿元', 1, 2");
        insert("retail_category_latest", "'" + DANGHU + "', 'catering', '2020-10-07', 15, 0, 0, NULL, false, 1, now()");
        insert("retail_hour_latest", "'" + DANGHU + "', 'catering', '2020-10-07 14:00:00', 300, 100, 2, 1");
        insert("retail_store_day_latest", "'" + DANGHU + "', 'S1', '2020-10-07', 300, 100, 2, false, 1");

        NumberExplanation explanation = SalesExplanation.of(analyst, DANGHU, "retail-receipts", "2020-10-07")
                .orElseThrow();

        assertThat(explanation.card().entries().keySet())
                .containsExactly(
                        "number",
                        "meaning",
                        "basis",
                        "value",
                        "through",
                        "base",
                        "base through",
                        "growth",
                        "coverage",
                        "concentration",
                        "held",
                        "version",
                        "computed");
        assertThat(explanation.card().entries())
                .containsEntry("through", "2020-10-07 15:00, under way")
                .containsEntry("base", "–, because nothing was sold then")
                .containsEntry("base through", "2019-10-07 15:00")
                .containsEntry("growth", "–, because there is no base above zero")
                .containsEntry("coverage", "1 of 2 stores on the register have sold this year, provisional")
                .containsEntry("concentration", "the largest 1 stores have 100 % of the sales")
                .containsEntry("held", "none");
        assertThat(explanation.lines()).anyMatch(line -> line.matches("catering +\\S+ +2 +0 +100 +–"));
    }

    @Test
    void whatDoesNotStandHasNoCard() throws IOException {
        assertThat(RevenueExplanation.of(analyst, DANGHU, "service-revenue", "2020-09"))
                .isEmpty();
        assertThat(SalesExplanation.of(analyst, DANGHU, "retail-receipts", "2020-09-01"))
                .isEmpty();
    }

    private void published(String upToCoverage) throws IOException {
        insert("indicator_log", upToCoverage + ", 'provisional', false, 1, now()");
    }

    private void insert(String table, String values) throws IOException {
        writer.query("INSERT INTO pennant." + table + " VALUES (" + values + ")");
    }
}
