package dev.pennant.wall.sql;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far apart the points of a chart are: as far as its width needs, rounded to a span people like. */
public final class Step {
    /** Milliseconds; from each bound on, the round span beside it is taken. */
    private static final long[][] ROUNDED = {
        {10, 1},
        {15, 10},
        {35, 20},
        {75, 50},
        {150, 100},
        {350, 200},
        {750, 500},
        {1_500, 1_000},
        {3_500, 2_000},
        {7_500, 5_000},
        {12_500, 10_000},
        {17_500, 15_000},
        {25_000, 20_000},
        {45_000, 30_000},
        {90_000, 60_000},
        {210_000, 120_000},
        {450_000, 300_000},
        {750_000, 600_000},
        {1_050_000, 900_000},
        {1_500_000, 1_200_000},
        {2_700_000, 1_800_000},
        {5_400_000, 3_600_000},
        {9_000_000, 7_200_000},
        {16_200_000, 10_800_000},
        {32_400_000, 21_600_000},
        {86_400_000, 43_200_000},
        {604_800_000, 86_400_000},
        {1_814_400_000, 604_800_000},
        {3_628_800_000L, 2_592_000_000L},
    };

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Pattern SPAN = Pattern.compile(">?(\\d{1,9})(ms|[smhdwMy])?");

    private Step() {}

    /**
     * The step that shows a range in so many points.
     *
     * @param points about as many as the chart is wide, at least 1
     * @param smallest a finer one is not taken
     */
    public static Duration of(TimeRange range, int points, Duration smallest) {
        long exact = range.length().toMillis() / Math.max(1, points);
        Duration rounded = rounded(exact);
        return rounded.compareTo(smallest) < 0 ? smallest : rounded;
    }

    private static Duration rounded(long millis) {
        for (long[] entry : ROUNDED) {
            if (millis < entry[0]) {
                return Duration.ofMillis(entry[1]);
            }
        }
        return YEAR;
    }

    /** A span as Grafana writes it, in the largest unit that it is a whole number of: {@code 5m}. */
    static String words(Duration span) {
        long millis = span.toMillis();
        for (Unit unit : Unit.values()) {
            if (millis % unit.millis == 0) {
                return millis / unit.millis + unit.word;
            }
        }
        throw new IllegalStateException("Every span is a whole number of milliseconds");
    }

    /** A span as Grafana writes it, such as {@code 5m}; seconds where no unit stands. */
    public static Optional<Duration> parse(String span) {
        Matcher matcher = SPAN.matcher(span.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String word = matcher.group(2) == null ? "s" : matcher.group(2);
        return Arrays.stream(Unit.values())
                .filter(unit -> unit.word.equals(word))
                .findFirst()
                .map(unit -> Duration.ofMillis(Long.parseLong(matcher.group(1)) * unit.millis));
    }

    /** From the largest. A month is taken as 30 days and a year as 365, as Grafana does. */
    private enum Unit {
        YEAR("y", Duration.ofDays(365)),
        MONTH("M", Duration.ofDays(30)),
        WEEK("w", Duration.ofDays(7)),
        DAY("d", Duration.ofDays(1)),
        HOUR("h", Duration.ofHours(1)),
        MINUTE("m", Duration.ofMinutes(1)),
        SECOND("s", Duration.ofSeconds(1)),
        MILLISECOND("ms", Duration.ofMillis(1));

        private final String word;
        private final long millis;

        Unit(String word, Duration length) {
            this.word = word;
            this.millis = length.toMillis();
        }
    }
}
