package dev.pennant.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.audit.Verification;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.jobs.deadletters.DeadLetterJob;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.jobs.revenue.RevenueJob;
import dev.pennant.season.Season;
import dev.pennant.season.SeasonEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Task managers die at random moments, between and during checkpoints; in the end nobody can tell. */
final class KilledJobIT {
    private static final int KILLS = 20;
    private static final int EVENTS = 60_000;
    /** About the largest that the broker takes: whole in a dead letter it is larger. */
    private static final int LARGEST_RECORD = 1_048_000;

    private final List<SeasonEvent> events =
            Season.ofEnterprises(Catalogue.shipped()).subList(0, EVENTS);

    @TempDir
    Path folder;

    @Test
    void twentyKillsLeaveTheTablesAsIfNoneHadHappened() throws Exception {
        try (Site site = Site.open(folder, 27_000);
                KilledCluster cluster = KilledCluster.start(site, folder)) {
            JobID revenue = cluster.submit(RevenueJob.JOB);
            cluster.submit(DeadLetterJob.JOB);
            AtomicBoolean killing = new AtomicBoolean(true);
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(site, killing));

            cluster.kill(KILLS, revenue);
            killing.set(false);
            sending.join();

            Verification verification = site.verify(List.of(RevenueJob.JOB, DeadLetterJob.JOB), Duration.ofMinutes(3));
            assertThat(verification.differences()).isEmpty();
            assertThat(verification.accounts()).allSatisfy(account -> assertThat(account.balances())
                    .as(account.toString())
                    .isTrue());
            assertThat(verification.accounts().get(1).quarantined()).isEqualTo(2L * Topics.LOCAL_PARTITIONS);
            assertThat(site.rows(SeasonOracle.ROWS)).containsExactlyInAnyOrderElementsOf(SeasonOracle.rows(events));
        }
    }

    private void send(Site site, AtomicBoolean killing) {
        try {
            site.sendRaw(Topics.ENTERPRISE_REPORTS, "not an event".getBytes(StandardCharsets.UTF_8));
            site.sendRaw(Topics.ENTERPRISE_REPORTS, new byte[LARGEST_RECORD]);
            site.send(events.iterator(), (event, sent) -> {
                if (killing.get() && sent % 200 == 0) {
                    KilledCluster.pass(Duration.ofMillis(150));
                }
            });
        } catch (Exception failed) {
            throw new IllegalStateException("the events could not be sent", failed);
        }
    }
}
