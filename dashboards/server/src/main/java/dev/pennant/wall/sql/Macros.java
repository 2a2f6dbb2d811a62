package dev.pennant.wall.sql;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The macros that Grafana's ClickHouse plugin expands in its back end, with the same results: {@code $__timeFilter(c)} and the
 * like, and Grafana's own {@code $__interval}. Names are case-sensitive, unknown ones stay. What stands in quotes is left alone,
 * which is stricter than the plugin: a value a reader has written can never become a macro.
 */
public final class Macros {
    static final String PREFIX = "$__";

    private final TimeRange range;
    private final Duration step;

    /**
     * @param range the span of time of the board
     * @param step how far apart points are to be
     */
    public Macros(TimeRange range, Duration step) {
        this.range = range;
        this.step = step;
    }

    /**
     * A query with its macros expanded. It has no comments any more.
     *
     * @throws QueryException when a macro has the wrong number of arguments
     */
    String expand(String sql) throws QueryException {
        StringBuilder expanded = new StringBuilder(sql.length() + 64);
        int at = 0;
        while (at < sql.length()) {
            if (SqlRegion.isQuote(sql.charAt(at))) {
                int end = SqlRegion.endOfQuotes(sql, at);
                expanded.append(sql, at, end);
                at = end;
            } else if (sql.startsWith(PREFIX, at)) {
                at = expandOne(sql, at, expanded);
            } else {
                expanded.append(sql.charAt(at));
                at++;
            }
        }
        return expanded.toString();
    }

    /** Appends what a macro stands for, and says where the query goes on. */
    private int expandOne(String sql, int begin, StringBuilder expanded) throws QueryException {
        int nameEnd = endOfName(sql, begin + PREFIX.length());
        String name = sql.substring(begin + PREFIX.length(), nameEnd);
        Optional<Arguments> called = Arguments.at(sql, nameEnd);
        List<String> arguments = new ArrayList<>();
        if (called.isPresent()) {
            for (String argument : called.get().values()) {
                arguments.add(expand(argument));
            }
        }
        String replacement = replacement(name, arguments);
        if (replacement == null) {
            expanded.append(sql, begin, nameEnd);
            return nameEnd;
        }
        expanded.append(replacement);
        return called.map(Arguments::end).orElse(nameEnd);
    }

    static int endOfName(String sql, int begin) {
        int end = begin;
        while (end < sql.length() && isNamePart(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    /** What stands for a macro, or null where none has that name. */
    private String replacement(String name, List<String> arguments) throws QueryException {
        return switch (name) {
            case "timeFilter" -> within(only(name, arguments), Macros::dateTime);
            case "timeFilter_ms" -> within(only(name, arguments), Macros::dateTime64);
            case "dateFilter" -> within(only(name, arguments), Macros::date);
            case "dateTimeFilter", "dt" -> {
                require(name, arguments, 2);
                yield "(" + within(arguments.get(0), Macros::date) + ") AND ("
                        + within(arguments.get(1), Macros::dateTime) + ")";
            }
            case "timeFrom" -> only(name, arguments) + " >= '" + range.from().truncatedTo(ChronoUnit.SECONDS) + "'";
            case "timeTo" -> only(name, arguments) + " <= '" + range.to().truncatedTo(ChronoUnit.SECONDS) + "'";
            case "fromTime" -> dateTime(range.from());
            case "toTime" -> dateTime(range.to());
            case "fromTime_ms" -> dateTime64(range.from());
            case "toTime_ms" -> dateTime64(range.to());
            case "timeInterval" -> steps(only(name, arguments), step);
            case "timeInterval_ms" ->
                "toStartOfInterval(toDateTime64(" + only(name, arguments) + ", 3), INTERVAL "
                        + Math.max(1, step.toMillis()) + " millisecond)";
            case "timeGroup" -> {
                require(name, arguments, 2);
                yield steps(arguments.get(0), span(arguments.get(1)));
            }
            case "interval_s" -> Long.toString(wholeSeconds(step));
            case "interval_ms" -> Long.toString(step.toMillis());
            case "interval" -> Step.words(step);
            default -> null;
        };
    }

    private String within(String column, Function<Instant, String> moment) {
        return column + " >= " + moment.apply(range.from()) + " AND " + column + " <= " + moment.apply(range.to());
    }

    private static String date(Instant time) {
        return "toDate('" + LocalDate.ofInstant(time, ZoneOffset.UTC) + "')";
    }

    private static String dateTime(Instant time) {
        return "toDateTime(" + time.getEpochSecond() + ")";
    }

    private static String dateTime64(Instant time) {
        return "fromUnixTimestamp64Milli(" + time.toEpochMilli() + ")";
    }

    private static String steps(String column, Duration width) {
        return "toStartOfInterval(toDateTime(" + column + "), INTERVAL " + wholeSeconds(width) + " second)";
    }

    private static long wholeSeconds(Duration width) {
        return Math.max(1, width.toSeconds());
    }

    private static Duration span(String argument) throws QueryException {
        String span = argument.replace("'", "");
        return Step.parse(span)
                .orElseThrow(() -> new QueryException("$__timeGroup takes a span such as 5m, not " + span + "."));
    }

    private static String only(String name, List<String> arguments) throws QueryException {
        require(name, arguments, 1);
        return arguments.get(0);
    }

    private static void require(String name, List<String> arguments, int count) throws QueryException {
        if (arguments.size() != count) {
            throw new QueryException(
                    PREFIX + name + " takes " + count + " argument(s), and was given " + arguments.size() + ".");
        }
    }

    private static boolean isNamePart(char character) {
        return character == '_'
                || (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }
}
