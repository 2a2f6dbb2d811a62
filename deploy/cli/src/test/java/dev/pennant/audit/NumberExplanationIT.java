package dev.pennant.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The explanation of a number of each kind as JSON; that of the air is {@link AirExplanationIT}'s. */
@Timeout(120)
final class NumberExplanationIT {
    private static final String DANGHU = "330482001";
    private static final String VILLAGE = DANGHU + "-V1";
    private static final String HOUSEHOLD = VILLAGE + "-H001";

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
    void revenueNamesTheNumberFactByFactAndEveryContribution() throws IOException {
        published(
                "'service-revenue', '" + DANGHU
                        + "', '2020-10', '1-10月', '12345678901234567.0123456789', 2, 25, 'percent', '亿元', 13, 14, 'provisional', true");
        for (int enterprise = 1; enterprise <= 13; enterprise++) {
            insert(
                    "enterprise_contribution_latest",
                    "'E" + enterprise + "', '2020-10', '" + DANGHU + "', 'service-designated', 'It''s ' || '\\\\', "
                            + enterprise + "00050, 10050, NULL, NULL, " + enterprise + ", false, 1, now()");
        }
        insert(
                "enterprise_registry_log (partition, offset, enterprise_id, name, unit, scope, valid_from)",
                "0, 1, 'E14', '未报企业', '" + DANGHU + "', 'service-designated', '2020-01'");

        JsonNode json = json(RevenueExplanation.of(analyst, DANGHU, "service-revenue", "2020-10"));

        assertThat(json.fieldNames()).toIterable().containsExactly("number", "card", "contributors", "missing");
        assertThat(json.at("/number").fieldNames())
                .toIterable()
                .containsExactly(
                        "indicator",
                        "title",
                        "unit",
                        "unit_name",
                        "period",
                        "period_label",
                        "value",
                        "base",
                        "growth",
                        "growth_kind",
                        "measure",
                        "reported",
                        "expected",
                        "status",
                        "synthetic",
                        "updated_at",
                        "version");
        assertThat(json.at("/number/unit").asText()).isEqualTo(DANGHU);
        assertThat(json.at("/number/period").asText()).isEqualTo("2020-10");
        assertThat(json.at("/number/value").isTextual()).isTrue();
        assertThat(json.at("/number/value").asText()).isEqualTo("12345678901234567.0123456789");
        assertThat(json.at("/number/base").asText()).isEqualTo("2");
        assertThat(json.at("/number/reported").asInt()).isEqualTo(13);
        assertThat(json.at("/number/status").asText()).isEqualTo("provisional");
        assertThat(json.at("/number/synthetic").asBoolean()).isTrue();
        assertThat(json.at("/number/updated_at").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(json.at("/number/version").asText()).isEqualTo("1");
        assertThat(json.at("/card/base").asText()).isEqualTo("2 亿元, last year, by the same enterprises");
        assertThat(json.at("/contributors")).hasSize(13);
        assertThat(json.at("/contributors/0/enterprise").asText()).isEqualTo("E13");
        assertThat(json.at("/contributors/0/name").asText()).isEqualTo("It's \\");
        assertThat(json.at("/contributors/0/this year").asText()).isEqualTo("13000.5");
        assertThat(json.at("/contributors/0/last year").asText()).isEqualTo("100.5");
        assertThat(json.at("/contributors/0/revision").asText()).isEqualTo("13");
        assertThat(json.at("/missing")).singleElement().satisfies(row -> {
            assertThat(row.get("enterprise").asText()).isEqualTo("E14");
            assertThat(row.get("name").asText()).isEqualTo("未报企业");
        });
    }

    @Test
    void receiptsNameCategoriesAndStores() throws IOException {
        published("'retail-receipts', '" + DANGHU
                + "', '2020-10-07', '至10月7日', 2, NULL, NULL, '', '亿元', 1, 2, 'provisional', false");
        insert("retail_category_latest", "'" + DANGHU + "', 'catering', '2020-10-07', 15, 0, 0, NULL, false, 1, now()");
        insert("retail_hour_latest", "'" + DANGHU + "', 'catering', '2020-10-07 14:00:00', 305, 100, 2, 1");
        insert("retail_store_day_latest", "'" + DANGHU + "', 'S1', '2020-10-07', 305, 100, 2, false, 1");

        JsonNode json = json(SalesExplanation.of(analyst, DANGHU, "retail-receipts", "2020-10-07"));

        assertThat(json.fieldNames()).toIterable().containsExactly("number", "card", "categories", "stores");
        assertThat(json.at("/number/base").isNull()).isTrue();
        assertThat(json.at("/number/growth").isNull()).isTrue();
        assertThat(json.at("/card/through").asText()).isEqualTo("2020-10-07 15:00, under way");
        assertThat(json.at("/categories/0/category").asText()).isEqualTo("catering");
        assertThat(json.at("/categories/0/this year").asText()).isEqualTo("2.05");
        assertThat(json.at("/stores/0/store").asText()).isEqualTo("S1");
        assertThat(json.at("/stores/0/share %").asText()).isEqualTo("100");
    }

    @Test
    void whatDepartmentsReportNamesEveryFilingAndNoHousehold() throws IOException {
        published("'kindness-points', '" + HOUSEHOLD
                + "', '2020-10', '1-10月', 9.5, NULL, NULL, '', '分', 1, 1, 'complete', false");
        insert(
                "unit_registry_log (partition, offset, code, name, kind, parent, withdrawn)",
                "0, 1, '" + VILLAGE + "', '一村', 'village', '" + DANGHU + "', false), (0, 2, '" + HOUSEHOLD
                        + "', '户主姓名', 'household', '" + VILLAGE + "', false");
        insert(
                "indicator_report_log (partition, offset, indicator, unit, period, value, revision, reported_at, outcome)",
                "1, 7, 'kindness-points', '" + HOUSEHOLD
                        + "', '2020-10', 8, 0, '2020-11-03 01:00:00', 'applied'), (1, 8, 'kindness-points', '"
                        + HOUSEHOLD + "', '2020-10', 9.5, 1, '2020-11-04 01:00:00', 'applied'");

        JsonNode json = json(ReportedExplanation.of(analyst, HOUSEHOLD, "kindness-points", "2020-10"));

        assertThat(json.fieldNames()).toIterable().containsExactly("number", "card", "reports");
        assertThat(json.toString()).doesNotContain("户主姓名");
        assertThat(json.at("/number/unit_name").asText()).isEqualTo("一村农户H001");
        assertThat(json.at("/reports")).hasSize(2);
        assertThat(json.at("/reports/0").toString())
                .isEqualTo("{\"unit\":\"" + HOUSEHOLD + "\",\"name\":\"一村农户H001\",\"value\":\"9.5\",\"base\":\"–\","
                        + "\"growth\":\"–\",\"ratio\":\"–\",\"revision\":\"1\",\"state\":\"stands\","
                        + "\"reported\":\"2020-11-04 09:00:00.000\",\"report at partition@offset\":\"1@8\"}");
        assertThat(json.at("/reports/1/state").asText()).isEqualTo("replaced");
    }

    @Test
    void whatIsMadeOfOthersNamesItsFormulaAndItsInputs() throws IOException {
        published("'sewage-quarters-share', '" + DANGHU
                + "', '2020-11', '1-11月', 68.5, NULL, NULL, '', '%', 1, 1, 'complete', false");
        published("'sewage-quarters-done', '" + DANGHU
                + "', '2020-11', '1-11月', 137, NULL, NULL, '', '个', 1, 1, 'complete', false");

        JsonNode json = json(DerivedExplanation.of(analyst, DANGHU, "sewage-quarters-share", "2020-11"));

        assertThat(json.fieldNames()).toIterable().containsExactly("number", "card", "inputs");
        assertThat(json.at("/card/formula").asText()).isEqualTo("share(sewage-quarters-done, sewage-quarters-planned)");
        assertThat(json.at("/inputs")).hasSize(2);
        assertThat(json.at("/inputs/0/indicator").asText()).isEqualTo("sewage-quarters-done");
        assertThat(json.at("/inputs/0/value").asText()).isEqualTo("137 个");
        assertThat(json.at("/inputs/0/reported").asText()).isEqualTo("1 of 1, complete");
        assertThat(json.at("/inputs/1/value").asText()).isEqualTo("–");
        assertThat(json.at("/inputs/1/reported").asText()).isEqualTo("missing");
    }

    @Test
    void alertsAreATableOfEveryKind() throws IOException {
        insert(
                "alert_log (alert_id, rule, rule_revision, level, unit, indicator, period, state, reason, value, threshold, figure_version,"
                        + " message, since, version)",
                "'A1', 'growth-negative', '0123abcd', 'orange', '" + DANGHU
                        + "', 'exports', '2020-11', 'firing', 'cause-stands', -11.4, 0, 5, '出口\t下降', '2020-11-18 01:00:00', 1");

        assertThat(AlertExplanation.of(analyst, DANGHU, "exports", "2020-11").rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("rule and revision", "growth-negative 0123abcd")
                        .containsEntry("level", "橙")
                        .containsEntry("value", "-11.4")
                        .containsEntry("threshold", "0")
                        .containsEntry("version : compared with", "5")
                        .containsEntry("since", "2020-11-18 09:00:00.000 Asia/Shanghai")
                        .containsEntry("message", "出口\t下降"));
        assertThat(AlertExplanation.of(analyst, DANGHU, "exports", "2020-10").rows())
                .isEmpty();
    }

    private static JsonNode json(Optional<NumberExplanation> explanation) throws IOException {
        return new ObjectMapper().readTree(explanation.orElseThrow().json());
    }

    private void published(String upToSynthetic) throws IOException {
        insert("indicator_log", upToSynthetic + ", 1, now()");
    }

    private void insert(String table, String values) throws IOException {
        writer.query("INSERT INTO pennant." + table + " VALUES (" + values + ")");
    }
}
