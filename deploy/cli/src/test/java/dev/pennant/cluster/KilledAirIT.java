package dev.pennant.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.audit.Verification;
import dev.pennant.core.air.AirDustForm;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.jobs.air.AirJob;
import dev.pennant.jobs.deadletters.DeadLetterJob;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.season.Season;
import dev.pennant.season.SeasonEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No reading is lost or counts twice, in whatever order readings, corrections and registrations come, and whenever a task manager dies. */
final class KilledAirIT {
    private static final int KILLS = 5;
    private static final int DAYS = 40;
    private static final String COUNTY = "330482";
    private static final long SEED = 20_200_318;

    private final List<SeasonEvent> events = shuffled();

    @TempDir
    Path folder;

    @Test
    void fiveKillsLeaveTheTablesAsIfEveryReadingHadComeOnceInItsLastRevision() throws Exception {
        try (Site site = Site.open(folder, 27_400);
                KilledCluster cluster = KilledCluster.start(site, folder)) {
            JobID air = cluster.submit(AirJob.JOB);
            cluster.submit(DeadLetterJob.JOB);
            AtomicBoolean killing = new AtomicBoolean(true);
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(site, killing));

            cluster.kill(KILLS, air);
            killing.set(false);
            sending.join();

            Verification verification = site.verify(List.of(AirJob.JOB, DeadLetterJob.JOB), Duration.ofMinutes(2));
            assertThat(verification.differences()).isEmpty();
            assertThat(verification.accounts()).allSatisfy(account -> assertThat(account.balances())
                    .as(account.toString())
                    .isTrue());
            AirOracle oracle = new AirOracle(events);
            assertThat(inOrder(site.rows(AirOracle.DAYS)))
                    .isEqualTo(inOrder(oracle.days().toList()));
            assertThat(inOrder(site.rows(AirOracle.STATISTICS)))
                    .isEqualTo(inOrder(oracle.statistics().toList()));
        }
    }

    /** Sorted, so that many rows are compared one by one instead of each with all. */
    private static List<String> inOrder(List<String> rows) {
        return rows.stream().sorted().toList();
    }

    private void send(Site site, AtomicBoolean killing) {
        try {
            site.sendRaw(Topics.AIR_READINGS, "not an event".getBytes(StandardCharsets.UTF_8));
            site.send(events.iterator(), (event, sent) -> {
                if (killing.get() && sent % 100 == 0) {
                    KilledCluster.pass(Duration.ofMillis(200));
                }
            });
        } catch (Exception failed) {
            throw new IllegalStateException("the events could not be sent", failed);
        }
    }

    private static List<SeasonEvent> shuffled() {
        List<SeasonEvent> events = new ArrayList<>();
        Instant end = Season.OPENING.plus(Duration.ofDays(DAYS));
        Iterator<SeasonEvent> season = Season.ofAirStations(Catalogue.shipped());
        for (SeasonEvent event = season.next(); event.at().isBefore(end); event = season.next()) {
            if (event.owner().startsWith(COUNTY)) {
                events.add(event);
            }
        }
        events.add(new SeasonEvent.DustMarked(end, new AirDustForm(COUNTY, "2019-01-20", true)));
        Collections.shuffle(events, new Random(SEED));
        return events;
    }
}
