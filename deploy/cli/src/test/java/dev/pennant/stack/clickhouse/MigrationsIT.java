package dev.pennant.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.stack.StackException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class MigrationsIT {
    private static final Migration FRUIT = Migration.named(
            "0001_fruit.sql",
            "CREATE TABLE IF NOT EXISTS pennant.fruit (name String) ENGINE = MergeTree ORDER BY name;");
    private static final Migration TASTE = Migration.named(
            "0002_taste.sql",
            "ALTER TABLE pennant.fruit ADD COLUMN IF NOT EXISTS taste String; "
                    + "ALTER TABLE pennant.fruit ADD COLUMN IF NOT EXISTS colour String");

    @TempDir
    private static Path data;

    private static ClickHouseServer server;

    private final ClickHouseClient migrator = server.client(ClickHouseUser.MIGRATOR);

    @BeforeAll
    static void start() throws IOException {
        server = ClickHouseServer.start(data, FreePorts.next(), FreePorts.next(), EngineLibrary.find());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void empty() throws IOException {
        migrator.query("DROP DATABASE IF EXISTS pennant SYNC");
    }

    @Test
    void aFreshDatabaseGetsEveryMigrationOnceAndInOrder() throws IOException {
        assertThat(Migrations.packed().apply(migrator))
                .isSorted()
                .startsWith(
                        "0001_catalogue.sql",
                        "0002_indicators.sql",
                        "0003_enterprises.sql",
                        "0004_dead_letters.sql",
                        "0005_retail.sql",
                        "0006_reports.sql");
        assertThat(Migrations.packed().apply(migrator)).isEmpty();
        assertThat(tables()).doesNotContain(MigrationLock.TABLE);
    }

    @Test
    void whatPreparesAnEarlierDatabaseIsDoneBeforeItsFirstMigrationAndNowhereElse() throws IOException {
        List<String> found = new ArrayList<>();
        Migrations.Preparation preparation = () -> found.add(
                migrator.query("SELECT name FROM system.columns WHERE database = 'pennant' AND table = 'fruit'"));

        new Migrations(List.of(FRUIT)).apply(migrator, preparation);
        assertThat(found).as("a new database").isEmpty();
        new Migrations(List.of(FRUIT, TASTE)).apply(migrator, preparation);
        assertThat(found).containsExactly("name");

        new Migrations(List.of(FRUIT, TASTE)).apply(migrator, preparation);
        assertThatThrownBy(() -> new Migrations(List.of(FRUIT)).apply(migrator, preparation))
                .isInstanceOf(StackException.class);
        assertThat(found).as("nothing to apply, and a newer database").hasSize(1);
    }

    @Test
    void everyTableViewAndColumnSaysWhatItIs() throws IOException {
        Migrations.packed().apply(migrator);
        CatalogueTables.load(migrator, Catalogue.shipped());
        assertThat(migrator.query("SELECT name FROM system.tables WHERE database = 'pennant' AND comment = ''"))
                .isEmpty();
        assertThat(migrator.query("SELECT table, name FROM system.columns WHERE database = 'pennant' AND comment = ''"))
                .isEmpty();
        assertThat(migrator.query("SELECT uniqExact(table) FROM system.columns WHERE database = 'pennant'"))
                .isEqualTo("82");
    }

    @Test
    void aColumnOfAnIndicatorMeansTheSameWhereverItStandsAndForWhateverIsMeasured() throws IOException {
        Migrations.packed().apply(migrator);
        String columns =
                " FROM system.columns WHERE database = 'pennant' AND table IN ('indicator_log', 'indicator_latest',"
                        + " 'indicator_log_to_latest', 'indicators', 'indicators_history') AND name IN ('value', 'base', 'growth',"
                        + " 'reported', 'expected', 'status', 'synthetic')";
        assertThat(migrator.query("SELECT name, uniqExact(comment), count()" + columns + " GROUP BY name ORDER BY name")
                        .lines())
                .containsExactly(
                        "base\t1\t5",
                        "expected\t1\t5",
                        "growth\t1\t5",
                        "reported\t1\t5",
                        "status\t1\t5",
                        "synthetic\t1\t5",
                        "value\t1\t5");
        assertThat(migrator.query("SELECT any(comment)" + columns + " AND name = 'reported'"))
                .contains("enterprises", "stores", "days of the air");
    }

    @Test
    void startersThatMigrateAtOnceTakeTurns() throws Exception {
        ExecutorService starters = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<String>>> starts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                starts.add(() -> Migrations.packed().apply(server.client(ClickHouseUser.MIGRATOR)));
            }
            List<String> applied = new ArrayList<>();
            for (Future<List<String>> start : starters.invokeAll(starts)) {
                applied.addAll(start.get());
            }
            assertThat(applied).hasSameSizeAs(MigrationFiles.packed()).doesNotHaveDuplicates();
        } finally {
            starters.shutdownNow();
        }
    }

    @Test
    void anEditedMigrationIsRefused() throws IOException {
        new Migrations(List.of(FRUIT)).apply(migrator);
        Migration edited = Migration.named(FRUIT.name(), FRUIT.sql() + "\nSELECT 1;");
        assertThatThrownBy(() -> new Migrations(List.of(edited, TASTE)).apply(migrator))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("0001_fruit.sql is not the one that was applied");
        assertThat(columnsOf("fruit")).containsExactly("name");
    }

    @Test
    void lineEndsOfAnotherSystemAreNoEdit() throws IOException {
        new Migrations(List.of(Migration.named("0001_a.sql", "SELECT\n1;\n"))).apply(migrator);
        Migrations same = new Migrations(List.of(Migration.named("0001_a.sql", "SELECT\r\n1;\r\n")));
        assertThat(same.apply(migrator)).isEmpty();
    }

    @Test
    void aDatabaseNewerThanTheProgramIsLeftAlone() throws IOException {
        new Migrations(List.of(FRUIT, TASTE)).apply(migrator);
        assertThatThrownBy(() -> new Migrations(List.of(FRUIT)).apply(migrator))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("0002_taste.sql")
                .hasMessageContaining("start a newer one");
    }

    @Test
    void oneThatFailedHalfWayIsRunAgainFromItsStart() throws IOException {
        Migration broken = Migration.named(
                "0002_taste.sql", "ALTER TABLE pennant.fruit ADD COLUMN IF NOT EXISTS taste String; SELECT nonsense");
        assertThatThrownBy(() -> new Migrations(List.of(FRUIT, broken)).apply(migrator))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("0002_taste.sql failed at statement 2");
        assertThat(columnsOf("fruit")).containsExactly("name", "taste");
        assertThat(new Migrations(List.of(FRUIT, TASTE)).apply(migrator)).containsExactly("0002_taste.sql");
        assertThat(columnsOf("fruit")).containsExactly("name", "taste", "colour");
    }

    @Test
    void everyStatementOfThePackedOnesCanBeRunAgain() throws IOException {
        Migrations.packed().apply(migrator);
        migrator.query("TRUNCATE TABLE pennant.schema_migrations");
        assertThat(Migrations.packed().apply(migrator)).hasSameSizeAs(MigrationFiles.packed());
    }

    @Test
    void theLockOfAStarterThatDiedIsTakenOver() throws IOException {
        migrator.query("CREATE DATABASE pennant");
        migrator.query("CREATE TABLE pennant." + MigrationLock.TABLE + " (n UInt8) ENGINE = Memory");
        assertThat(new Migrations(List.of(FRUIT)).apply(migrator)).containsExactly("0001_fruit.sql");
        assertThat(tables()).containsExactlyInAnyOrder("fruit", "schema_migrations");
    }

    @Test
    void numbersThatRise() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Migrations(List.of(TASTE, FRUIT)))
                .withMessageContaining("0001_fruit.sql has to have a higher number than 0002_taste.sql");
        assertThatIllegalArgumentException().isThrownBy(() -> Migration.named("1_fruit.sql", ""));
    }

    @Test
    void theCatalogueReplacesWhatTheTablesSaid() throws IOException {
        Migrations.packed().apply(migrator);
        migrator.query("INSERT INTO pennant.units (code, name) VALUES ('1', 'no longer there')");
        CatalogueTables.load(migrator, Catalogue.shipped());
        CatalogueTables.load(migrator, Catalogue.shipped());
        assertThat(migrator.query(
                        "SELECT name, county, kind, parent FROM pennant.units FINAL WHERE code = '330402007'"))
                .isEqualTo("建设街道\t南湖区\tsubdistrict\t330402");
        assertThat(migrator.query("SELECT count(), countIf(code = '1') FROM pennant.units"))
                .isEqualTo(Catalogue.shipped().units().all().size() + "\t0");
        assertThat(migrator.query(
                        "SELECT title, scopes FROM pennant.indicator_definitions WHERE id = 'service-revenue'"))
                .isEqualTo("规限上服务业营收\t['service-designated','trade-above-quota']");
        assertThat(migrator.query("SELECT standards[2].1, standards[2].3[1], yearly_limits[2].3, percentiles"
                        + " FROM pennant.air_definitions"))
                .isEqualTo("HJ 633-2026\t[35,60,115,150,250]\t[30,60,60,40,40,160]\t[95,95,98,98,95,90]");
    }

    private List<String> tables() throws IOException {
        return migrator.query("SELECT name FROM system.tables WHERE database = 'pennant'")
                .lines()
                .toList();
    }

    private List<String> columnsOf(String table) throws IOException {
        return migrator.query("SELECT name FROM system.columns WHERE database = 'pennant' AND table = '" + table
                        + "' ORDER BY position")
                .lines()
                .toList();
    }
}
