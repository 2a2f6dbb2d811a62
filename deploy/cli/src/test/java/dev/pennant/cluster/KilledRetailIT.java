package dev.pennant.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.audit.Verification;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.jobs.deadletters.DeadLetterJob;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.jobs.retail.RetailJob;
import dev.pennant.season.Season;
import dev.pennant.season.SeasonEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No receipt is lost, and none counts twice, whenever a task manager dies. */
final class KilledRetailIT {
    private static final int KILLS = 8;
    private static final int EVENTS = 120_000;

    private final List<SeasonEvent> events = firstEvents();

    @TempDir
    Path folder;

    @Test
    void eightKillsLeaveTheTablesAsIfNoneHadHappened() throws Exception {
        try (Site site = Site.open(folder, 27_200);
                KilledCluster cluster = KilledCluster.start(site, folder)) {
            JobID retail = cluster.submit(RetailJob.JOB);
            cluster.submit(DeadLetterJob.JOB);
            AtomicBoolean killing = new AtomicBoolean(true);
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(site, killing));

            cluster.kill(KILLS, retail);
            killing.set(false);
            sending.join();

            Verification verification = site.verify(List.of(RetailJob.JOB, DeadLetterJob.JOB), Duration.ofMinutes(3));
            assertThat(verification.differences()).isEmpty();
            assertThat(verification.accounts()).allSatisfy(account -> assertThat(account.balances())
                    .as(account.toString())
                    .isTrue());
            RetailOracle oracle = new RetailOracle(events);
            assertThat(inOrder(site.rows(RetailOracle.HOURS)))
                    .isEqualTo(inOrder(oracle.hours().toList()));
            assertThat(inOrder(site.rows(RetailOracle.STORE_DAYS)))
                    .isEqualTo(inOrder(oracle.storeDays().toList()));
            assertThat(inOrder(site.rows(RetailOracle.HELD)))
                    .isEqualTo(inOrder(oracle.held().toList()));
        }
    }

    /** Sorted, so that many rows are compared one by one instead of each with all. */
    private static <T extends Comparable<T>> List<T> inOrder(List<T> rows) {
        return rows.stream().sorted().toList();
    }

    private void send(Site site, AtomicBoolean killing) {
        try {
            site.sendRaw(Topics.RETAIL_RECEIPTS, "not an event".getBytes(StandardCharsets.UTF_8));
            site.send(events.iterator(), (event, sent) -> {
                if (killing.get() && sent % 2_000 == 0) {
                    KilledCluster.pass(Duration.ofMillis(200));
                }
            });
        } catch (Exception failed) {
            throw new IllegalStateException("the events could not be sent", failed);
        }
    }

    private static List<SeasonEvent> firstEvents() {
        List<SeasonEvent> events = new ArrayList<>();
        Iterator<SeasonEvent> season = Season.ofStores(Catalogue.shipped());
        while (events.size() < EVENTS && season.hasNext()) {
            events.add(season.next());
        }
        return events;
    }
}
