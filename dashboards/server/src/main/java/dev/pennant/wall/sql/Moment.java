package dev.pennant.wall.sql;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Grafana's words for a moment: {@code now}, {@code now-6h}, {@code now-1y/y}, milliseconds since 1970, or a date with or without a
 * time of day.
 */
public final class Moment {
    private static final Pattern STEP = Pattern.compile("(?:([+-])(\\d{0,6})|(/))([smhdwMQy])");
    private static final Pattern MILLIS = Pattern.compile("\\d{1,15}");
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd['T'HH:mm[:ss[.SSS]][XXX]]", Locale.ROOT);
    private static final int MONTHS_OF_A_QUARTER = 3;

    private Moment() {}

    /**
     * The moment that words mean.
     *
     * @param now what {@code now} is
     * @param zone in which days, weeks (from Monday), months and years begin
     * @param end whether rounding goes to the last millisecond of the unit, as it does for the end of a range
     * @return nothing where they are not such words
     */
    public static Optional<Instant> parse(String words, Instant now, ZoneId zone, boolean end) {
        try {
            if (MILLIS.matcher(words).matches()) {
                return Optional.of(Instant.ofEpochMilli(Long.parseLong(words)));
            }
            if (!words.startsWith("now")) {
                return Optional.of(written(words, zone));
            }
            return steps(words.substring("now".length()), now.atZone(zone), end).map(ZonedDateTime::toInstant);
        } catch (DateTimeException | ArithmeticException outOfAllTime) {
            return Optional.empty();
        }
    }

    /** A moment in the words of ISO 8601, with a blank for its T if you like; in the zone of the board where it names none. */
    private static Instant written(String words, ZoneId zone) {
        TemporalAccessor written =
                WRITTEN.parseBest(words.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (written instanceof OffsetDateTime exact) {
            return exact.toInstant();
        }
        LocalDateTime local = written instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(written);
        return local.atZone(zone).toInstant();
    }

    private static Optional<ZonedDateTime> steps(String steps, ZonedDateTime now, boolean end) {
        ZonedDateTime time = now;
        Matcher matcher = STEP.matcher(steps);
        int read = 0;
        while (matcher.find() && matcher.start() == read) {
            char unit = matcher.group(4).charAt(0);
            if (matcher.group(3) != null) {
                ZonedDateTime start = startOf(unit, time);
                time = end ? moved(start, unit, 1).minus(1, ChronoUnit.MILLIS) : start;
            } else {
                int count = matcher.group(2).isEmpty() ? 1 : Integer.parseInt(matcher.group(2));
                time = moved(time, unit, matcher.group(1).equals("-") ? -count : count);
            }
            read = matcher.end();
        }
        return read == steps.length() ? Optional.of(time) : Optional.empty();
    }

    private static ZonedDateTime moved(ZonedDateTime time, char unit, int count) {
        return switch (unit) {
            case 's' -> time.plusSeconds(count);
            case 'm' -> time.plusMinutes(count);
            case 'h' -> time.plusHours(count);
            case 'd' -> time.plusDays(count);
            case 'w' -> time.plusWeeks(count);
            case 'M' -> time.plusMonths(count);
            case 'Q' -> time.plusMonths((long) MONTHS_OF_A_QUARTER * count);
            default -> time.plusYears(count);
        };
    }

    private static ZonedDateTime startOf(char unit, ZonedDateTime time) {
        ZonedDateTime day = time.truncatedTo(ChronoUnit.DAYS);
        return switch (unit) {
            case 's' -> time.truncatedTo(ChronoUnit.SECONDS);
            case 'm' -> time.truncatedTo(ChronoUnit.MINUTES);
            case 'h' -> time.truncatedTo(ChronoUnit.HOURS);
            case 'd' -> day;
            case 'w' -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case 'M' -> day.withDayOfMonth(1);
            case 'Q' -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % MONTHS_OF_A_QUARTER);
            default -> day.withDayOfYear(1);
        };
    }
}
