package dev.pennant.core.alerts;

import dev.pennant.core.alerts.Notice.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one channel has yet to be told, and what it was told: that an alert fires once, and that it has ended once, however often its figures change
 * meanwhile. Nothing is given up: what a receiver does not take is told again, after pauses that double, until it takes it or there is nothing
 * left to tell.
 */
public final class Outbox {
    private static final Comparator<Alert> GRAVEST_FIRST =
            Comparator.comparing(Alert::level).reversed().thenComparing(Alert::id);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final OutboxRules rules;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Deque<Instant> sent = new ArrayDeque<>();
    private Optional<Parcel> underWay = Optional.empty();
    private Instant notBefore = Instant.MIN;
    private Instant repeated = Instant.MIN;
    private int failures;

    private record Entry(Notice notice, Instant since) {}

    /** One that has nothing to tell. */
    public Outbox(OutboxRules rules) {
        this(rules, List.of(), Instant.EPOCH);
    }

    /** One as it was, at the given time. */
    public Outbox(OutboxRules rules, Collection<Notice> notices, Instant now) {
        this.rules = rules;
        notices.forEach(notice -> entries.put(notice.alert().id(), new Entry(notice, now)));
    }

    /** What has to be remembered; what is under way may be known already. */
    public List<Notice> notices() {
        return entries.values().stream().map(Entry::notice).toList();
    }

    /** Hears of an alert. */
    public void take(Alert alert, Instant now) {
        if (!rules.levels().contains(alert.level())) {
            return;
        }
        Optional<Entry> before = Optional.ofNullable(entries.get(alert.id()));
        Known known = before.map(entry -> entry.notice().known()).orElse(Known.NO);
        Instant since = before.filter(entry -> entry.notice().isUnsaid())
                .map(Entry::since)
                .orElse(now);
        keep(new Entry(new Notice(alert, known), since));
    }

    /** What is to be told now, after which {@link #delivered} or {@link #failed} has to be called; nothing where it is not time. */
    public Optional<Parcel> next(Instant now) {
        if (underWay.isPresent() || now.isBefore(earliest(now))) {
            return Optional.empty();
        }
        underWay = firstOf(now).or(() -> repetition(now));
        underWay.ifPresent(parcel -> {
            sent.add(now);
            parcel.alerts().forEach(alert -> know(alert, Known.MAYBE));
        });
        return underWay;
    }

    /** The receiver has taken it. */
    public void delivered() {
        for (Alert alert : underWay.orElseThrow().alerts()) {
            know(alert, alert.state() == AlertState.FIRING ? Known.YES : Known.NO);
        }
        underWay = Optional.empty();
        failures = 0;
    }

    /** The receiver may have taken it or not: it is told again. */
    public void failed(Instant now) {
        underWay = Optional.empty();
        notBefore = now.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS)));
        failures++;
    }

    /** When there will be something to tell; nothing where that is not known yet. */
    public Optional<Instant> due(Instant now) {
        if (underWay.isPresent()) {
            return Optional.empty();
        }
        Stream<Instant> groups = unsaid().map(entry -> entry.since().plus(rules.gathering()));
        Stream<Instant> repetitions = rules.repeat().isZero() || entries.isEmpty()
                ? Stream.of()
                : Stream.of(repeated.equals(Instant.MIN) ? now : repeated.plus(rules.repeat()));
        Instant earliest = earliest(now);
        return Stream.concat(groups, repetitions)
                .min(Comparator.naturalOrder())
                .map(due -> due.isBefore(earliest) ? earliest : due);
    }

    private void know(Alert alert, Known known) {
        Entry entry = entries.get(alert.id());
        keep(new Entry(new Notice(entry.notice().alert(), known), entry.since()));
    }

    private void keep(Entry entry) {
        String id = entry.notice().alert().id();
        if (entry.notice().isSettled()) {
            entries.remove(id);
        } else {
            entries.put(id, entry);
        }
    }

    private Stream<Entry> unsaid() {
        return entries.values().stream().filter(entry -> entry.notice().isUnsaid());
    }

    /** When the receiver can be told something again. */
    private Instant earliest(Instant now) {
        while (!sent.isEmpty() && !sent.peekFirst().plus(MINUTE).isAfter(now)) {
            sent.removeFirst();
        }
        Instant slot =
                sent.size() < rules.perMinute() ? Instant.MIN : sent.peekFirst().plus(MINUTE);
        return slot.isAfter(notBefore) ? slot : notBefore;
    }

    private Optional<Parcel> firstOf(Instant now) {
        return unsaid().filter(entry -> !entry.since().plus(rules.gathering()).isAfter(now))
                .map(entry -> groupOf(entry.notice().alert()))
                .findFirst()
                .map(group -> new Parcel(unsaid().map(entry -> entry.notice().alert())
                        .filter(alert -> groupOf(alert).equals(group))
                        .sorted(GRAVEST_FIRST)
                        .limit(rules.most())
                        .toList()));
    }

    /** All that fires, told once more. */
    private Optional<Parcel> repetition(Instant now) {
        boolean isTime =
                repeated.equals(Instant.MIN) || !repeated.plus(rules.repeat()).isAfter(now);
        if (rules.repeat().isZero() || !isTime) {
            return Optional.empty();
        }
        repeated = now;
        List<Alert> firing = entries.values().stream()
                .map(Entry::notice)
                .filter(Notice::isFiring)
                .map(Notice::alert)
                .sorted(GRAVEST_FIRST)
                .toList();
        return firing.isEmpty() ? Optional.empty() : Optional.of(new Parcel(firing));
    }

    private String groupOf(Alert alert) {
        return rules.bySubject() ? alert.subject() + "|" + alert.period() : "";
    }
}
