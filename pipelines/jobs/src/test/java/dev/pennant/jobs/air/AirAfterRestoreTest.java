package dev.pennant.jobs.air;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.air.AirReading;
import dev.pennant.core.air.AirStation;
import dev.pennant.core.air.Pollutant;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.ReportingHour;
import dev.pennant.jobs.kafka.Origin;
import dev.pennant.jobs.kafka.RawRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Whatever is killed and restored, after any element, and however often it tells: in the end readers see what one run shows them that is never
 * killed and tells but once. What a lost run had shown stays where it is.
 */
final class AirAfterRestoreTest {
    private static final List<String> UNITS = List.of("330482001", "330482002", "330402007");
    private static final List<String> STATIONS = List.of("A", "B", "C");
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2019, 2, 28), LocalDate.of(2020, 2, 28), LocalDate.of(2020, 2, 29));

    /** A row as a reader sees it: of a key the one of the largest version. */
    private record Seen(long version, String content) {}

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void readersSeeTheSameAsIfNothingHadHappened(@ForAll long seed) throws Exception {
        Random chance = new Random(seed);
        List<Object> elements = elements(chance);
        Map<String, Seen> expected = new TreeMap<>();
        try (AirTasks tasks = new AirTasks(0, null)) {
            send(elements, tasks, new Random(1), false);
            tasks.tell();
            tasks.drain(told -> see(told, expected));
        }

        Map<String, Seen> seen = new TreeMap<>();
        int kept = chance.nextInt(elements.size());
        int lost = kept + chance.nextInt(elements.size() - kept);
        AirTasks.Checkpoint checkpoint;
        try (AirTasks tasks = new AirTasks(0, null)) {
            send(elements.subList(0, kept), tasks, chance, true);
            checkpoint = tasks.checkpoint();
            send(elements.subList(kept, lost), tasks, chance, true);
            tasks.drain(told -> see(told, seen));
        }
        try (AirTasks tasks = new AirTasks(1, checkpoint)) {
            send(elements.subList(kept, elements.size()), tasks, chance, true);
            tasks.tell();
            tasks.drain(told -> see(told, seen));
        }

        assertThat(contents(seen)).isEqualTo(contents(expected));
    }

    private static Map<String, String> contents(Map<String, Seen> seen) {
        Map<String, String> contents = new TreeMap<>();
        seen.forEach((key, row) -> {
            // Of what there is nothing, a row says so or there is none.
            if (!row.content().isEmpty()) {
                contents.put(key, row.content());
            }
        });
        return contents;
    }

    private static void see(Object told, Map<String, Seen> seen) {
        if (told instanceof AirDayRow row) {
            String content = row.marks().stations() == 0
                    ? ""
                    : row.unit()
                            + Arrays.toString(row.concentrations())
                            + Arrays.toString(row.means())
                            + Arrays.toString(row.revisions())
                            + row.aqi()
                            + row.reasons()
                            + row.marks();
            see(
                    seen,
                    "day " + (row.station().isEmpty() ? row.unit() : row.station()) + row.day(),
                    row.version(),
                    content);
        } else if (told instanceof AirStatisticsRow row) {
            boolean nothing = Arrays.stream(row.pollutantDays()).sum() == 0;
            see(
                    seen,
                    "statistics " + row.unit() + row.span() + row.period(),
                    row.version(),
                    nothing
                            ? ""
                            : Arrays.toString(row.figures())
                                    + Arrays.toString(row.bases())
                                    + Arrays.toString(row.growth())
                                    + Arrays.toString(row.daysByLevel())
                                    + row.synthetic());
        } else if (told instanceof IndicatorValue value) {
            boolean nothing = value.coverage().reported() == 0;
            see(
                    seen,
                    "value " + value.unit() + value.indicator() + value.period(),
                    value.version(),
                    nothing ? "" : value.value() + " " + value.base() + value.growth() + value.coverage());
        }
    }

    private static void see(Map<String, Seen> seen, String key, Version version, String content) {
        seen.merge(
                key,
                new Seen(version.packed(), content),
                (one, other) -> Long.compareUnsigned(other.version(), one.version()) >= 0 ? other : one);
    }

    private static void send(List<Object> elements, AirTasks tasks, Random chance, boolean telling) throws Exception {
        for (Object element : elements) {
            tasks.send(element);
            if (telling && chance.nextInt(20) == 0) {
                tasks.tell();
            }
        }
    }

    private static List<Object> elements(Random chance) {
        List<Object> elements = new ArrayList<>();
        int offset = 0;
        for (LocalDate day : DAYS) {
            for (String station : STATIONS) {
                int from = ReportingHour.firstHour(day);
                for (int hour = from; hour < from + 21 + chance.nextInt(4); hour++) {
                    elements.add(reading(station, hour, 0, chance, offset++));
                    if (chance.nextInt(12) == 0) {
                        elements.add(reading(station, hour, 1, chance, offset++));
                    }
                }
            }
        }
        for (int other = 0; other < 8; other++) {
            int place = chance.nextInt(elements.size() + 1);
            elements.add(place, chance.nextInt(3) == 0 ? dust(chance, offset++) : registration(chance, offset++));
        }
        return elements;
    }

    private static ReceivedReading reading(String station, int hour, int revision, Random chance, int offset) {
        int[] ticks = new int[Pollutant.COUNT];
        for (int place = 0; place < ticks.length; place++) {
            ticks[place] = chance.nextInt(40) == 0 ? Pollutant.MISSING : 10 + chance.nextInt(1500);
        }
        AirReading reading = new AirReading(station, hour, ticks, revision, false);
        return new ReceivedReading(record(offset), reading, false);
    }

    private static StationEntry registration(Random chance, int offset) {
        String station = STATIONS.get(chance.nextInt(STATIONS.size()));
        Optional<AirStation> in = chance.nextInt(5) == 0
                ? Optional.empty()
                : Optional.of(new AirStation(station, "站", UNITS.get(chance.nextInt(UNITS.size())), false));
        return new StationEntry(record(offset).origin(), record(offset).receivedAt(), station, in);
    }

    private static DustEntry dust(Random chance, int offset) {
        String unit = List.of("3304", "330482", "330482001").get(chance.nextInt(3));
        LocalDate day = DAYS.get(chance.nextInt(DAYS.size()));
        return new DustEntry(
                record(offset).origin(), record(offset).receivedAt(), unit, day, chance.nextInt(3) == 0, false);
    }

    private static RawRecord record(int offset) {
        return new RawRecord(new Origin("air", 0, offset), Instant.parse("2021-03-01T00:00:00Z"), null, null);
    }
}
