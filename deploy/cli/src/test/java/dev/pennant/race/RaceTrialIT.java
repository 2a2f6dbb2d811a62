package dev.pennant.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.CatalogueFiles;
import dev.pennant.core.standings.Competition;
import dev.pennant.stack.clickhouse.CatalogueTables;
import dev.pennant.stack.clickhouse.ClickHouseServer;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import dev.pennant.stack.clickhouse.EngineLibrary;
import dev.pennant.stack.clickhouse.FreePorts;
import dev.pennant.stack.clickhouse.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A draft with a list of units, scored with figures of all of them in every period. */
@Timeout(120)
final class RaceTrialIT {
    private static final String DRAFT =
            """
            competitions:
              - id: draft
                title: 草案
                title_en: Draft
                units:
                  list:
                    - {code: "330482"}
                    - {code: "330482001", to: 2020-03}
                    - {code: "330482001", from: 2020-09}
                    - {code: "330482103", from: 2020-06}
                periods: quarters
                rounding: 2 half-up
                indicators:
                  - {indicator: exports, as: level, weight: 100, method: {kind: min-max}}
                basis: {assumed: 名单}
            """;

    @TempDir
    private static Path data;

    private static ClickHouseServer server;

    @BeforeAll
    static void start() throws IOException {
        server = ClickHouseServer.start(data, FreePorts.next(), FreePorts.next(), EngineLibrary.find());
        Migrations.packed().apply(server.client(ClickHouseUser.MIGRATOR));
        CatalogueTables.load(server.client(ClickHouseUser.MIGRATOR), Catalogue.shipped());
        for (String period : List.of("2020-03", "2020-06", "2020-08", "2020-09")) {
            reported("330482", period, 9);
            reported("330482001", period, 5);
            reported("330482103", period, 4);
            reported("330482002", period, 100);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whoIsListedInTheLastMonthOfAQuarterIsScoredInIt() throws IOException {
        assertThat(tried("2020-03")).containsExactly("1 – 330482 平湖市 100.00", "2 – 330482001 当湖街道 0.00");
        assertThat(tried("2020-06")).containsExactly("1 – 330482 平湖市 100.00", "2 – 330482103 新仓镇 0.00");
        assertThat(tried("2020-09"))
                .containsExactly("1 – 330482 平湖市 100.00", "2 – 330482001 当湖街道 20.00", "3 – 330482103 新仓镇 0.00");
    }

    private static List<String> tried(String period) throws IOException {
        Path file = Files.writeString(data.resolve("draft.yaml"), DRAFT);
        CatalogueFiles.Draft draft = CatalogueFiles.draft(file);
        assertThat(draft.problems()).isEmpty();
        Competition competition = draft.competitions().get(0);
        return RaceTrial.lines(server.client(ClickHouseUser.ANALYST), competition, Optional.of(period))
                .orElseThrow()
                .stream()
                .skip(2)
                .map(line -> line.strip().replaceAll(" +", " "))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static void reported(String unit, String period, int value) throws IOException {
        server.client(ClickHouseUser.WRITER)
                .query("INSERT INTO pennant.indicator_log VALUES ('exports', '" + unit + "', '" + period + "', '累计', "
                        + value + ", NULL, NULL, '', '亿元', 1, 1, 'complete', false, 1, now())");
    }
}
