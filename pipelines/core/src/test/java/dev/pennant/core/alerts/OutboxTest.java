package dev.pennant.core.alerts;

import static dev.pennant.core.alerts.Sample.DANGHU;
import static dev.pennant.core.alerts.Sample.NEGATIVE;
import static dev.pennant.core.alerts.Sample.START;
import static dev.pennant.core.alerts.Sample.ZHONGDAI;
import static dev.pennant.core.alerts.Sample.growth;
import static dev.pennant.core.alerts.Sample.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.alerts.Sample.Board;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class OutboxTest {
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final OutboxRules USUAL = rules(20, Duration.ZERO);

    private final Board board = new Board(rule("negative", NEGATIVE));
    private final Outbox outbox = new Outbox(USUAL);

    private static OutboxRules rules(int perMinute, Duration repeat) {
        return new OutboxRules(EnumSet.allOf(AlertLevel.class), WAIT, perMinute, 50, true, repeat);
    }

    private void hear(Figure figure, Instant now) {
        int before = board.told.size();
        board.take(figure);
        board.told.subList(before, board.told.size()).forEach(alert -> outbox.take(alert, now));
    }

    @Test
    void whatGoesTogetherIsToldTogetherOnceAndItsEndOnce() {
        hear(growth(DANGHU, "2020-10", "-1", 1), START);
        hear(growth(ZHONGDAI, "2020-10", "-2", 2), START.plusSeconds(5));
        assertThat(outbox.next(START.plusSeconds(9))).isEmpty();
        assertThat(outbox.due(START)).contains(START.plus(WAIT));

        Parcel first = outbox.next(START.plus(WAIT)).orElseThrow();
        assertThat(first.alerts()).extracting(Alert::unit).containsExactly(DANGHU, ZHONGDAI);
        outbox.delivered();
        hear(growth(DANGHU, "2020-10", "-1.5", 3), START.plusSeconds(20));
        assertThat(outbox.due(START.plusSeconds(20))).isEmpty();

        hear(growth(DANGHU, "2020-10", "1", 4), START.plusSeconds(30));
        Parcel end = outbox.next(START.plusSeconds(40)).orElseThrow();
        assertThat(end.alerts()).extracting(Alert::state).containsExactly(AlertState.WITHDRAWN);
        outbox.delivered();
        assertThat(outbox.notices()).extracting(notice -> notice.alert().unit()).containsExactly(ZHONGDAI);
        assertThat(outbox.due(START.plusSeconds(40))).isEmpty();
    }

    @Test
    void whatEndsBeforeItWasToldIsNotToldAtAll() {
        hear(growth(DANGHU, "2020-10", "-1", 1), START);
        hear(growth(DANGHU, "2020-10", "1", 2), START.plusSeconds(5));

        assertThat(outbox.due(START.plusSeconds(5))).isEmpty();
    }

    @Test
    void whatIsNotTakenIsToldAgainUnderTheSameKeyAfterPausesThatDouble() {
        hear(growth(DANGHU, "2020-10", "-1", 1), START);
        Instant now = START.plus(WAIT);
        String key = outbox.next(now).orElseThrow().key();
        for (int pause : List.of(1, 2, 4, 8, 16, 32, 64, 64)) {
            outbox.failed(now);
            assertThat(outbox.due(now)).contains(now.plusSeconds(pause));
            now = now.plusSeconds(pause);
            assertThat(outbox.next(now).orElseThrow().key()).isEqualTo(key);
        }
        Outbox restored = new Outbox(USUAL, outbox.notices(), now);
        assertThat(restored.next(now.plus(WAIT)).orElseThrow().key()).isEqualTo(key);
    }

    @Test
    void noMoreThanSoManyMessagesAreSentInAMinute() {
        Outbox slow = new Outbox(rules(2, Duration.ZERO));
        for (int month = 2; month < 6; month++) {
            board.take(growth(DANGHU, "2020-0" + month, "-1", month));
        }
        board.told.stream()
                .filter(alert -> alert.state() == AlertState.FIRING)
                .forEach(alert -> slow.take(alert, START));
        Instant now = START.plus(WAIT);
        for (int message = 0; message < 2; message++) {
            assertThat(slow.next(now)).isPresent();
            slow.delivered();
        }
        assertThat(slow.next(now)).isEmpty();
        assertThat(slow.due(now)).contains(now.plusSeconds(60));
        assertThat(slow.next(now.plusSeconds(60))).isPresent();
    }

    @Test
    void aReceiverThatForgetsIsToldAgainWhatFires() {
        Outbox repeating = new Outbox(rules(20, Duration.ofMinutes(1)));
        board.take(growth(DANGHU, "2020-10", "-1", 1));
        repeating.take(board.told.get(0), START);
        assertThat(repeating.next(START.plus(WAIT))).isPresent();
        repeating.delivered();
        Instant now = repeating.due(START.plus(WAIT)).orElseThrow();
        assertThat(repeating.next(now).orElseThrow().alerts()).hasSize(1);
        repeating.delivered();

        assertThat(repeating.due(now)).contains(now.plusSeconds(60));
    }

    @Test
    void otherLevelsAreNoneOfItsBusiness() {
        Outbox red = new Outbox(new OutboxRules(Set.of(AlertLevel.RED), WAIT, 20, 50, true, Duration.ZERO));
        board.take(growth(DANGHU, "2020-10", "-1", 1));
        red.take(board.told.get(0), START);

        assertThat(red.due(START)).isEmpty();
    }

    /** Whatever fails and is restored when, a receiver that keeps the last word on each alert ends on what stands. */
    @Property(tries = 500)
    void theReceiverEndsOnWhatStands(@ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> steps) {
        Board figures = new Board(rule("negative", NEGATIVE));
        Outbox sender = new Outbox(USUAL);
        Map<String, AlertState> receiver = new HashMap<>();
        Optional<Parcel> underWay = Optional.empty();
        Instant now = START;
        int version = 0;
        for (int step : steps) {
            now = now.plusSeconds(7);
            if (step < 4) {
                List<Alert> changed = new ArrayList<>(figures.alerts()
                        .take(growth(step % 2 == 0 ? DANGHU : ZHONGDAI, "2020-10", step < 2 ? "-1" : "1", version++)));
                figures.hear(changed);
                for (Alert alert : changed) {
                    sender.take(alert, now);
                }
            } else if (step < 7 && underWay.isEmpty()) {
                underWay = sender.next(now);
            } else if (step == 9) {
                sender = new Outbox(USUAL, sender.notices(), now);
                underWay = Optional.empty();
            } else if (underWay.isPresent()) {
                underWay.get().alerts().forEach(alert -> receiver.put(alert.id(), alert.state()));
                if (step == 7) {
                    sender.failed(now);
                } else {
                    sender.delivered();
                }
                underWay = Optional.empty();
            }
        }
        if (underWay.isPresent()) {
            sender.failed(now);
        }
        for (int minute = 0; minute < 10; minute++) {
            now = now.plusSeconds(70);
            Optional<Parcel> parcel = sender.next(now);
            if (parcel.isPresent()) {
                parcel.get().alerts().forEach(alert -> receiver.put(alert.id(), alert.state()));
                sender.delivered();
            }
        }
        for (Alert alert : figures.shown.values()) {
            boolean heard = receiver.get(alert.id()) == AlertState.FIRING;
            assertThat(heard).as(alert.id()).isEqualTo(alert.state() == AlertState.FIRING);
        }
    }
}
