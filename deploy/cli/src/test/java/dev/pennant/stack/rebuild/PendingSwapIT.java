package dev.pennant.stack.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.indicator.Version;
import dev.pennant.stack.clickhouse.CatalogueTables;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseServer;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.stack.clickhouse.EngineLibrary;
import dev.pennant.stack.clickhouse.FreePorts;
import dev.pennant.stack.clickhouse.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class PendingSwapIT {
    private static final String JOB = "retail";
    private static final RebuiltJob RETAIL = RebuiltJob.named(JOB).orElseThrow();
    private static final Instant NOW = Instant.parse("2026-11-10T00:00:00Z");

    @TempDir
    private Path data;

    @TempDir
    private Path checkpoints;

    private ClickHouseServer server;
    private ClickHouseClient migrator;
    private ClickHouseClient writer;
    private ShadowTables tables;

    @BeforeEach
    void start() throws IOException {
        server = ClickHouseServer.start(data, FreePorts.next(), FreePorts.next(), EngineLibrary.find());
        migrator = server.client(ClickHouseUser.MIGRATOR);
        writer = server.client(ClickHouseUser.WRITER);
        Migrations.packed().apply(migrator);
        CatalogueTables.load(migrator, Catalogue.shipped());
        tables = new ShadowTables(RETAIL, migrator);
        tables.create();
        Files.createDirectories(checkpoints.resolve(JOB).resolve("run/chk-1"));
        hold("retail_held_latest", "before");
        hold("retail_held_latest_rebuild", "after");
        read("retail_reading_latest", 1);
        read("retail_reading_latest_rebuild", 2);
        writer.query("INSERT INTO pennant.indicator_log FORMAT JSONEachRow"
                + " {\"indicator\":\"retail-receipts\",\"reported\":1,\"version\":7}");
        writer.query("INSERT INTO pennant.indicator_log_rebuild FORMAT JSONEachRow"
                + " {\"indicator\":\"retail-receipts\",\"reported\":1,\"version\":9}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theShadowsTablesTakeThePlaceOfTheOthersOnceAndTheOldStateGoes() throws IOException {
        PendingSwap swap = PendingSwap.begin(checkpoints, RETAIL, checkpoints.resolve("shadow/chk-3"), tables);
        assertThat(swap.isCarriedOut()).isFalse();

        swap.carryOut(migrator, NOW);
        swap.carryOut(migrator, NOW);

        assertSwapped();
        assertThat(swap.isCarriedOut()).isTrue();
        assertThat(swap.versionBefore()).isEqualTo("7");
        assertThat(swap.epoch()).isEqualTo(Version.epochAt(NOW, -1));
        assertThat(checkpoints.resolve(JOB)).doesNotExist();
    }

    @Test
    void aSwapThatWasCutShortBetweenTwoTablesGoesOnWhereItStopped() throws IOException {
        PendingSwap.begin(checkpoints, RETAIL, checkpoints.resolve("shadow/chk-3"), tables);
        migrator.query("EXCHANGE TABLES pennant.retail_held_latest AND pennant.retail_held_latest_rebuild");

        PendingSwap found = PendingSwap.of(checkpoints, RETAIL).orElseThrow();
        assertThat(found.checkpoint()).isEqualTo(checkpoints.resolve("shadow/chk-3"));
        found.carryOut(migrator, NOW);

        assertSwapped();
    }

    @Test
    void whatWasCarriedOutIsNotDoneAgainByAnotherProcessAndForgottenInTheEnd() throws IOException {
        PendingSwap.begin(checkpoints, RETAIL, checkpoints.resolve("shadow/chk-3"), tables)
                .carryOut(migrator, NOW);
        Files.createDirectories(checkpoints.resolve(JOB).resolve("new-run/chk-1"));

        PendingSwap found = PendingSwap.of(checkpoints, RETAIL).orElseThrow();
        found.carryOut(migrator, NOW);
        assertThat(checkpoints.resolve(JOB).resolve("new-run/chk-1")).exists();

        found.forget();
        assertThat(PendingSwap.of(checkpoints, RETAIL)).isEmpty();
        tables.drop();
        assertThat(migrator.query("SELECT count() FROM system.tables WHERE name LIKE '%_rebuild'"))
                .isEqualTo("0");
    }

    private void assertSwapped() throws IOException {
        assertThat(migrator.query("SELECT store_id FROM pennant.retail_held_latest"))
                .isEqualTo("after");
        assertThat(migrator.query("SELECT read FROM pennant.retail_reading_latest"))
                .isEqualTo("2");
        assertThat(migrator.query("SELECT version FROM pennant.indicator_log")).isEqualTo("7");
    }

    private void hold(String table, String store) throws IOException {
        writer.query("INSERT INTO pennant." + table + " FORMAT JSONEachRow {\"store_id\":\"" + store + "\"}");
    }

    private void read(String table, int records) throws IOException {
        writer.query("INSERT INTO pennant." + table + " FORMAT JSONEachRow {\"read\":" + records + "}");
    }
}
