package dev.pennant.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.boards.AlertContract;
import dev.pennant.boards.BoardContract;
import dev.pennant.stack.FreePortBase;
import dev.pennant.stack.HouseFolder;
import dev.pennant.stack.Ports;
import dev.pennant.stack.RunningStack;
import dev.pennant.stack.clickhouse.ClickHouseCredentials;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.wall.query.Database;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration as its user has it: processes of their own, all parts real. */
@Timeout(600)
class DemoIT {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final String REVENUE = "SELECT indicator, value, growth, reported, expected, status, synthetic"
            + " FROM indicators WHERE unit = '330482001' AND period = '2020-10' AND indicator LIKE 'service-revenue%'"
            + " ORDER BY indicator";
    private static final String RETAIL = "SELECT value, reported, expected, status, synthetic FROM indicators"
            + " WHERE unit = '330482001' AND period = '2020-11' AND indicator = 'retail-above-quota'";

    private static final String RECEIPTS =
            "SELECT value, base, growth, reported, expected, status, synthetic FROM indicators"
                    + " WHERE unit = '330482001' AND period = '2020-12-20' AND indicator = 'retail-receipts'";

    private static final String REPORTED =
            "SELECT unit_name, indicator, period_label, value, growth, measure, synthetic FROM indicators"
                    + " WHERE startsWith(unit, '330482001') AND NOT synthetic AND indicator NOT LIKE 'service-revenue%' AND indicator NOT LIKE"
                    + " 'retail-%' ORDER BY unit, indicator";

    private static final String SAFETY =
            "SELECT count(), min(reported), max(expected), max(value) <= 10 FROM indicators"
                    + " WHERE indicator = 'safety-improved' AND period = '2020-09' AND length(unit) = 9";
    private static final String POINTS = "SELECT count(), countIf(startsWith(unit_name, '演示农户')), min(unit_name)"
            + " FROM indicators WHERE indicator = 'kindness-points' AND period = '2020-11' AND position(unit, '-H') > 0";
    private static final String RACED = "SELECT arrayStringConcat(groupArray(toString(units)), ' ') FROM (SELECT"
            + " period, uniqExact(unit) AS units FROM indicators WHERE indicator = 'service-tax' AND length(unit) = 9"
            + " GROUP BY period ORDER BY period)";

    private static final String ALERTS =
            "SELECT rule, level_title, state, value, threshold, synthetic FROM alerts WHERE unit = '330482001' AND period = '2020-11'"
                    + " AND indicator = 'retail-above-quota' AND startsWith(rule, 'growth-negative') ORDER BY rule";

    private static final String RACES =
            "SELECT competition, arrayStringConcat(groupArray(toString(rank)), ' ') FROM (SELECT competition, rank FROM standings"
                    + " WHERE unit = '330482001' AND isNotNull(rank) AND competition != 'air' ORDER BY competition, period) GROUP BY competition ORDER BY competition";

    /** It takes a tenth of it on a machine with nothing else to do. */
    private static final Duration WITHDRAWAL_LIMIT = Duration.ofSeconds(10);

    private static final Path GRAFANA = Path.of("dashboards", "grafana");

    private final Ports ports = FreePortBase.find();
    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void leaveNothingRunning() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    @Timeout(1200)
    void theSeasonEndsOnThePublishedFiguresAndTheSameLinesAtEveryRun() throws Exception {
        Path kept = folder.resolve("kept");
        Process first = start("first", "--data", kept.toString(), "--speed", "1000000");
        awaitLine(first, "The season is over");

        assertThat(sql(kept, REVENUE).lines())
                .containsExactly(
                        "service-revenue\t143.55\t15.7\t118\t118\tcomplete\ttrue",
                        "service-revenue-designated\t98.43\t34.7\t36\t36\tcomplete\ttrue");
        assertThat(sql(kept, RETAIL)).isEqualTo("20.88\t82\t82\tcomplete\ttrue");
        assertThat(sql(kept, "SELECT uniqExact(unit) FROM indicators WHERE length(unit) = 9"))
                .isEqualTo("72");
        assertThat(sql(kept, RECEIPTS)).isEqualTo("0.3479651231\t0.3535674925\t-1.6\t19\t19\tprovisional\ttrue");
        assertThat(sql(kept, REPORTED).lines())
                .containsExactly(
                        "当湖街道\tbuilding-new-area\t1-11月\t4.3\t\\N\t万平方米\tfalse",
                        "当湖街道\tbuilding-new-tenants\t1-11月\t64\t\\N\t家\tfalse",
                        "当湖街道\tcatering-inspections\t1-11月\t180\t\\N\t家次\tfalse",
                        "当湖街道\tcharity-paid\t1-11月\t115\t\\N\t万元\tfalse",
                        "当湖街道\tcharity-people\t1-11月\t1000\t\\N\t人次\tfalse",
                        "当湖街道\tdrain-gis-length\t1-11月\t1612.05\t\\N\t公里\tfalse",
                        "当湖街道\telderly-aid-rentals\t1-11月\t161\t\\N\t人次\tfalse",
                        "当湖街道\thealth-lecture-attendance\t1-11月\t2653\t\\N\t人次\tfalse",
                        "当湖街道\thealth-lecture-audience\t1-11月\t30.4942528736\t\\N\t人次/场\tfalse",
                        "当湖街道\thealth-lectures\t1-11月\t87\t\\N\t场\tfalse",
                        "当湖街道\tpublic-rental-checked\t1-11月\t31\t\\N\t户\tfalse",
                        "当湖街道\tservice-tax-share\t1-10月\t86.3\t\\N\t%\tfalse",
                        "当湖街道\tservice-value-added\t前三季度\t100.4\t6.9\t亿元\tfalse",
                        "当湖街道\tsewage-blocks-done\t1-11月\t113\t\\N\t个\tfalse",
                        "当湖街道\tsewage-blocks-left\t1-11月\t97\t\\N\t个\tfalse",
                        "当湖街道\tsewage-blocks-not-started\t1-11月\t13\t\\N\t个\tfalse",
                        "当湖街道\tsewage-blocks-planned\t1-11月\t210\t\\N\t个\tfalse",
                        "当湖街道\tsewage-blocks-share\t1-11月\t53.8095238095\t\\N\t%\tfalse",
                        "当湖街道\tsewage-enterprises-found\t1-11月\t27\t\\N\t家\tfalse",
                        "当湖街道\tsewage-enterprises-rectified\t1-11月\t10\t\\N\t家\tfalse",
                        "当湖街道\tsewage-enterprises-share\t1-11月\t37.037037037\t\\N\t%\tfalse",
                        "当湖街道\tsewage-quarters-done\t1-11月\t137\t\\N\t个\tfalse",
                        "当湖街道\tsewage-quarters-planned\t1-11月\t190\t\\N\t个\tfalse",
                        "当湖街道\tsewage-quarters-share\t1-11月\t72.1052631579\t\\N\t%\tfalse",
                        "建工大厦A、B幢\tbuilding-occupancy\t1-11月\t97\t\\N\t%\tfalse",
                        "总商会大厦\tbuilding-occupancy\t1-11月\t93\t\\N\t%\tfalse");
        assertThat(sql(kept, SAFETY)).isEqualTo("9\t10\t10\t1");
        assertThat(sql(kept, POINTS)).isEqualTo("30\t0\t演示村01农户H001");
        assertThat(sql(kept, RACED)).isEqualTo("72 72 72");
        assertThat(sql(kept, "SELECT topic, reason FROM dead_letters ORDER BY reason")
                        .lines())
                .containsExactly(
                        "retail-receipts\tabsurd-amount",
                        "retail-receipts\tbad-id",
                        "air-readings\tbad-revision",
                        "air-readings\tbeyond-instrument-range",
                        "air-readings\tnegative-concentration",
                        "air-readings\tnot-on-the-hour",
                        "retail-receipts\tsold-too-long-ago",
                        "retail-receipts\tunknown-channel",
                        "retail-receipts\tzero-amount");
        assertThat(CommandCall.of("explain", "--data", kept.toString(), "当湖街道", "building-occupancy", "2020-11")
                        .status())
                .isEqualTo(1);
        assertThat(CommandCall.of("explain", "--data", kept.toString(), "330482001-JG", "building-occupancy", "2020-11")
                        .out())
                .contains("建工大厦A、B幢 330482001-JG，楼宇入驻率 (building-occupancy)，2020年1-11月")
                .containsPattern("97 +– +– +– +0 +stands +2020-12-03 15:10:00.000 +\\d@\\d+");
        assertThat(CommandCall.of("explain", "--data", kept.toString(), "当湖街道", "sewage-quarters-share", "2020-11")
                        .out())
                .contains("share(sewage-quarters-done, sewage-quarters-planned)")
                .containsPattern("sewage-quarters-done +污水零直排区已建生活小区 +137 个 +– +– +1 of 1, complete");
        assertThat(CommandCall.of("verify", "--data", kept.toString()))
                .extracting(CommandCall::status)
                .isEqualTo(0);
        for (ClickHouseUser reader : List.of(ClickHouseUser.GRAFANA, ClickHouseUser.WALL)) {
            assertThat(BoardContract.findings(
                            HouseFolder.find(GRAFANA.resolve("dashboards")), database(kept, reader), List.of()))
                    .as(reader.id())
                    .isEmpty();
        }
        assertThat(AlertContract.findings(
                        HouseFolder.find(GRAFANA.resolve("provisioning/alerting/rules.yaml")),
                        database(kept, ClickHouseUser.GRAFANA)))
                .isEmpty();
        assertThat(sql(kept, ALERTS).lines())
                .containsExactly(
                        "growth-negative\t橙\tfiring\t-11.4\t0\ttrue",
                        "growth-negative-twice\t红\tfiring\t-11.4\t0\ttrue");
        assertThat(sql(kept, "SELECT count() > 200, min(firing) = 0, max(firing) > 0 FROM alert_signals"))
                .isEqualTo("1\t1\t1");
        assertThat(CommandCall.of("explain", "--data", kept.toString(), "当湖街道", "retail-above-quota", "2020-11")
                        .out())
                .containsPattern("growth-negative [0-9a-f]{8} +橙 +firing +cause-stands +-11.4 +0 +\\d+ ");
        assertThat(sql(kept, RACES).lines()).containsExactly("jiaxing-service\t2 1 3", "pinghu-ten-indicators\t1 1 3");
        Duration restatement = new Settled(kept).adjusted();
        System.out.println("An adjustment moved ranks after " + restatement.toMillis() + " ms.");
        assertThat(restatement).isLessThan(WITHDRAWAL_LIMIT);
        Duration withdrawal = new Correction(kept).sent();
        System.out.println("A correction withdrew an alert after " + withdrawal.toMillis() + " ms.");
        assertThat(withdrawal).isLessThan(WITHDRAWAL_LIMIT);
        ProcessHandle clickHouse = first.children().findFirst().orElseThrow();
        assertThat(new BrowserSuite(kept, ports, clickHouse).run())
                .as("npm run e2e, which says above what failed")
                .returns(0, BrowserSuite.Outcome::status)
                .returns(0, BrowserSuite.Outcome::others)
                .satisfies(outcome -> assertThat(outcome.passed()).isPositive());

        first.destroy();
        assertThat(first.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(RunningStack.on(kept)).isEmpty();

        long start = System.nanoTime();
        Process second = start("second", "--exit");
        assertThat(second.waitFor()).isZero();
        System.out.println("demo --exit took "
                + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s.");
        assertThat(output("second"))
                .contains("当湖街道 330482001")
                .containsPattern("143\\.55 亿元 +▲15\\.7% +118/118 +complete +演示数据")
                .containsPattern("98\\.43 亿元 +▲34\\.7% +36/36 +complete +演示数据")
                .contains("20.88 亿元")
                .contains("零售流水")
                .containsPattern("3 +当湖街道 +平湖市 +\\d+\\.\\d+ +▼2 +\\d")
                .contains("当湖街道: 一季度 2, 上半年 1, 前三季度 3")
                .containsPattern("增速为负 +橙 +\\d+ +\\d+ +\\d+\\n")
                .containsPattern("橙 +当湖街道限上社会消费品零售额1-11月增速-11.4%，为负增长")
                .isEqualTo(output("first"));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.startsWith("pennant-demo-"));
        }
    }

    @Test
    void aSeasonThatIsCutShortLeavesNothingBehind() throws Exception {
        Process demo = start("cut", "--speed", "30");
        awaitLine(demo, "The season: ");

        demo.destroy();

        assertThat(demo.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(output("cut")).isEmpty();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.startsWith("pennant-demo-"));
        }
    }

    @Test
    void aSpeedThatNeverEndsIsAMistakeInTheCall() {
        assertThat(CommandCall.of("demo", "--speed", "0").status()).isEqualTo(2);
        assertThat(CommandCall.of("demo", "--speed", "-3").errors()).contains("--speed is in days a second");
    }

    /** Runs the demonstration; its results go to a file of the given name. */
    private Process start(String name, String... options) throws IOException {
        List<String> command = DetachedStack.command(
                Stream.concat(Stream.of("demo", "--port-base", Integer.toString(ports.base())), Arrays.stream(options))
                        .toArray(String[]::new));
        command.add(1, "-Djava.io.tmpdir=" + folder);
        Process process = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(folder.resolve(name).toFile())
                .start();
        started.add(process);
        return process;
    }

    private String output(String name) throws IOException {
        return Files.readString(folder.resolve(name), UTF_8);
    }

    private static void awaitLine(Process process, String beginning) throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader messages = process.errorReader(UTF_8);
        for (String line = messages.readLine(); line != null; line = messages.readLine()) {
            said.add(line);
            if (line.startsWith(beginning)) {
                return;
            }
        }
        throw new AssertionError("The demonstration ended without '" + beginning + "': " + said);
    }

    private Database database(Path data, ClickHouseUser reader) throws IOException {
        return new Database(
                ports.clickHouseUri(),
                reader.id(),
                ClickHouseCredentials.read(data).password(reader));
    }

    private static String sql(Path data, String query) {
        CommandCall answer =
                CommandCall.of("sql", "--data", data.toString(), "--user", "wall", "--format", "TSV", query);
        assertThat(answer.status()).as(answer.toString()).isZero();
        return answer.out().strip();
    }
}
