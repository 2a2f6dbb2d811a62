package dev.pennant.season;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.load.KeepingSender;
import dev.pennant.load.Message;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.EventDecodingException;
import dev.pennant.schemas.event.EnterpriseRegistration;
import dev.pennant.schemas.event.EnterpriseReport;
import dev.pennant.season.SeasonEvent.Filed;
import dev.pennant.season.SeasonEvent.Registered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class SeasonReplayTest {
    private static final List<SeasonEvent> EVENTS = KnownSeason.EVENTS.subList(0, 8_000);

    private final KeepingSender registrations = new KeepingSender();
    private final KeepingSender reports = new KeepingSender();
    private final Map<Topic, KeepingSender> senders =
            Map.of(Topics.ENTERPRISE_REGISTRY, registrations, Topics.ENTERPRISE_REPORTS, reports);

    @Test
    void everyEventGoesToItsTopicInOrder() throws InterruptedException, EventDecodingException {
        int count = new SeasonReplay(senders, Pace.unlimited(), time -> {}, () -> {})
                .send(EVENTS.iterator(), (event, number) -> {});

        assertThat(count).isEqualTo(EVENTS.size());

        List<Registered> registered = only(Registered.class);
        List<Filed> filed = only(Filed.class);
        assertThat(registrations.messages()).hasSameSizeAs(registered);
        assertThat(reports.messages()).hasSameSizeAs(filed);
        EventCodec<EnterpriseRegistration> registrationCodec = EventCodec.of(EnterpriseRegistration.class);
        for (int index = 0; index < registered.size(); index++) {
            Message message = registrations.messages().get(index);
            EnterpriseRegistration sent = registrationCodec.decode(message.payload());
            assertThat(message.owner()).isEqualTo(registered.get(index).owner());
            assertThat(message.key()).isEqualTo(sent.getEnterpriseId() + "|" + sent.getValidFrom());
            assertThat(sent.getName())
                    .isEqualTo(registered.get(index).registration().name());
        }
        EventCodec<EnterpriseReport> reportCodec = EventCodec.of(EnterpriseReport.class);
        for (int index = 0; index < filed.size(); index++) {
            Message message = reports.messages().get(index);
            EnterpriseReport sent = reportCodec.decode(message.payload());
            assertThat(message.key()).isEqualTo(filed.get(index).owner());
            assertThat(sent.getReportedAt()).isEqualTo(filed.get(index).report().reportedAt());
            assertThat(sent.getRevenue())
                    .isEqualTo(filed.get(index).report().revenue().current().fen());
            assertThat(sent.getSynthetic()).isTrue();
        }
    }

    @Test
    void noEventIsSentBeforeItsTime() throws InterruptedException {
        Instant start = Instant.parse("2026-03-01T12:00:00Z");
        AtomicReference<Instant> now = new AtomicReference<>(start);
        double daysPerSecond = 8;
        List<Double> daysEarly = new ArrayList<>();
        SeasonReplay replay = new SeasonReplay(
                senders, Pace.of(daysPerSecond, now::get), time -> now.updateAndGet(then -> then.plus(time)), () -> {});
        replay.send(EVENTS.iterator(), (event, count) -> {
            double seconds = Duration.between(start, now.get()).toMillis() / 1_000.0;
            double days = Duration.between(EVENTS.get(0).at(), event.at()).toMillis() / 86_400_000.0;
            daysEarly.add(days - seconds * daysPerSecond);
        });
        assertThat(daysEarly).hasSameSizeAs(EVENTS).allSatisfy(early -> assertThat(early)
                .isBetween(-0.02, 0.02));
    }

    @Test
    void theRegistersAreInTheirTopicsWhenTheSeasonOpensAndNothingElseIs() throws InterruptedException {
        List<SeasonEvent> first = new ArrayList<>();
        Season.ofStores(KnownSeason.CATALOGUE).forEachRemaining(event -> {
            if (first.size() < 2000) {
                first.add(event);
            }
        });
        KeepingSender stores = new KeepingSender();
        KeepingSender receipts = new KeepingSender();
        List<Integer> sentAtOpening = new ArrayList<>();
        new SeasonReplay(
                        Map.of(Topics.STORES, stores, Topics.RETAIL_RECEIPTS, receipts),
                        Pace.unlimited(),
                        time -> {},
                        () -> sentAtOpening.addAll(List.of(
                                stores.messages().size(), receipts.messages().size())))
                .send(first.iterator(), (event, number) -> {});

        int known = (int) first.stream()
                .filter(event -> event.at().equals(Season.OPENING))
                .count();
        assertThat(known).isPositive();
        assertThat(sentAtOpening).containsExactly(known, 0);
    }

    private static <T extends SeasonEvent> List<T> only(Class<T> kind) {
        return EVENTS.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
