package dev.pennant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.audit.Await;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.standings.AdjustmentForm;
import dev.pennant.jobs.alerts.AlertJob;
import dev.pennant.jobs.derived.DerivedJob;
import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.jobs.report.ReportJob;
import dev.pennant.jobs.revenue.RevenueJob;
import dev.pennant.jobs.standings.StandingsJob;
import dev.pennant.load.FormMessages;
import dev.pennant.load.TopicSender;
import dev.pennant.season.Season;
import dev.pennant.season.SeasonEvent;
import dev.pennant.stack.FreePortBase;
import dev.pennant.stack.Ports;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A season of one county: what the board said at a hundred moments of it, and what it says afterwards that it had said. */
@Timeout(1200)
final class MemoryIT {
    private static final String COUNTY = "330482";
    private static final Instant FROM = Instant.parse("2020-06-30T16:00:00Z");
    private static final int MOMENTS = 100;
    private static final int ADJUSTED_AT = 70;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final DateTimeFormatter SHANGHAI =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.of("Asia/Shanghai"));

    /** The views, and what of them their past has too. */
    private static final Map<String, String> SHOWN = Map.of(
            "indicators",
            "indicator, title, unit, unit_name, period, period_label, value, base, growth, growth_kind, measure, reported, expected,"
                    + " status, synthetic, updated_at",
            "standings",
            "competition, period, unit, unit_name, county, rank, previous_rank, movement, score, gap_to_next, list, not_ranked, cause,"
                    + " moved_from, moved_at, updated_at",
            "alerts",
            "alert_id, rule_title, rule_revision, level, unit, period, state, reason, value, threshold, figure_version, message, since,"
                    + " updated_at");

    private final Clock clock = Clock.systemUTC();
    private final FormMessages messages = new FormMessages();

    @Test
    void whatTheBoardSaidAtAHundredMomentsIsWhatItSaysItHadSaid() throws Exception {
        Ports ports = FreePortBase.find();
        Map<Topic, TopicSender> senders = new LinkedHashMap<>();
        try (FreshStack fresh = FreshStack.start(ports, new PrintWriter(Writer.nullWriter()), clock)) {
            ClickHouseClient analyst = fresh.stack().clickHouse(ClickHouseUser.ANALYST);
            Await await = new Await(
                    List.of(RevenueJob.JOB, ReportJob.JOB, DerivedJob.JOB, StandingsJob.JOB, AlertJob.JOB),
                    ports.bootstrapServers(),
                    ports.flinkUri(),
                    clock);
            for (Topic topic : List.of(
                    Topics.ENTERPRISE_REGISTRY,
                    Topics.ENTERPRISE_REPORTS,
                    Topics.UNITS,
                    Topics.INDICATOR_REPORTS,
                    Topics.ADJUSTMENTS)) {
                senders.put(topic, TopicSender.to(topic, ports.bootstrapServers()));
            }
            Map<Instant, Map<String, String>> snapshots = new TreeMap<>();
            List<SeasonEvent> season = season();
            for (int moment = 0; moment < MOMENTS; moment++) {
                for (SeasonEvent event :
                        season.subList(season.size() * moment / MOMENTS, season.size() * (moment + 1) / MOMENTS)) {
                    senders.get(event.topic()).send(event.message(messages));
                }
                if (moment == ADJUSTED_AT) {
                    senders.get(Topics.ADJUSTMENTS).send(messages.of(adjustment()));
                }
                senders.values().forEach(TopicSender::awaitDelivery);
                await.untilVisible(PATIENCE);
                // A moment at which nothing is on its way.
                Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                snapshots.put(now, shown(analyst, ""));
            }

            Map<Instant, Map<String, String>> remembered = new TreeMap<>();
            for (Instant moment : snapshots.keySet()) {
                remembered.put(moment, shown(analyst, "_as_of(at = '" + SHANGHAI.format(moment) + "')"));
            }

            assertThat(remembered).isEqualTo(snapshots);
            assertThat(snapshots).hasSize(MOMENTS);
            for (String view : SHOWN.keySet()) {
                assertThat(snapshots.values().stream()
                                .map(shown -> shown.get(view))
                                .distinct())
                        .as("%s changed between moments", view)
                        .hasSizeGreaterThan(MOMENTS / 2);
            }
            assertThat(analyst.query("SELECT groupUniqArray(state) FROM pennant.alerts_history"))
                    .contains("firing", "resolved", "withdrawn");
            assertThat(analyst.query("SELECT groupUniqArray(cause) FROM pennant.standings_history"))
                    .contains("own-value", "others", "correction");
        } finally {
            senders.values().forEach(TopicSender::close);
        }
    }

    /** What enterprises and departments of the county hand in, in its order; what was registered before the first month comes first of all. */
    private static List<SeasonEvent> season() {
        Catalogue catalogue = Catalogue.shipped();
        List<SeasonEvent> enterprises = Season.ofEnterprises(catalogue);
        Set<String> ofTheCounty = enterprises.stream()
                .filter(SeasonEvent.Registered.class::isInstance)
                .map(SeasonEvent.Registered.class::cast)
                .filter(event -> event.registration().unit().startsWith(COUNTY))
                .map(SeasonEvent::owner)
                .collect(Collectors.toSet());
        List<SeasonEvent> events = new ArrayList<>();
        Stream.concat(
                        enterprises.stream().filter(event -> ofTheCounty.contains(event.owner())),
                        Season.ofDepartments(catalogue).stream()
                                .filter(event -> event.owner().startsWith(COUNTY)))
                .filter(event -> !event.at().isBefore(FROM)
                        || event.topic().equals(Topics.ENTERPRISE_REGISTRY)
                        || event.topic().equals(Topics.UNITS))
                .forEach(events::add);
        events.sort(Comparator.comparing(SeasonEvent::at));
        return events;
    }

    private static AdjustmentForm adjustment() {
        return new AdjustmentForm(
                "pinghu-ten-indicators",
                "2020-09",
                "330482001",
                "points",
                Optional.of(BigDecimal.valueOf(5)),
                "加分",
                "领导小组办公室",
                Instant.parse("2020-10-20T01:00:00Z"),
                true);
    }

    /** How many rows each view shows, and a checksum of all that is in them. */
    private static Map<String, String> shown(ClickHouseClient analyst, String asOf) throws IOException {
        Map<String, String> shown = new TreeMap<>();
        for (Map.Entry<String, String> view : SHOWN.entrySet()) {
            shown.put(
                    view.getKey(),
                    analyst.query("SELECT count(), sum(cityHash64(toString(tuple(" + view.getValue()
                            + ")))) FROM pennant." + view.getKey() + asOf));
        }
        return shown;
    }
}
