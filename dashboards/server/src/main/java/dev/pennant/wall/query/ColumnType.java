package dev.pennant.wall.query;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a type of ClickHouse's is to a board.
 *
 * @param kind how its values are written
 * @param frameType what Grafana's plugin calls a field of it
 * @param nullable whether a value may be missing
 */
public record ColumnType(Kind kind, String frameType, boolean nullable) {
    /** How the values of a column are written in an {@link Answer}. */
    public enum Kind {
        /** Digits, exact. */
        NUMBER,
        /** Seconds since 1970, with a fraction where the type has one. */
        TIME,
        /** A day, such as {@code 2020-10-07}. */
        DATE,
        TEXT,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** A list of floating-point numbers, as JSON; what is no finite number stands in quotes. */
        NUMBERS,
        /** Another list, tuple or map, as JSON. */
        NESTED
    }

    private static final Pattern WRAPPED =
            Pattern.compile("(LowCardinality|Nullable|SimpleAggregateFunction)\\((?:\\w+, )?(.*)\\)");
    private static final Pattern FLOATS = Pattern.compile("Array\\((Nullable\\()?Float(32|64)\\)+");
    private static final Pattern INTEGER = Pattern.compile("U?Int(8|16|32|64)");

    /** Reads the name of a type, such as {@code LowCardinality(Nullable(String))}. */
    static ColumnType of(String name) {
        boolean nullable = false;
        String type = name;
        for (Matcher matcher = WRAPPED.matcher(type); matcher.matches(); matcher = WRAPPED.matcher(type)) {
            nullable |= matcher.group(1).equals("Nullable");
            type = matcher.group(2);
        }
        return plain(type, nullable);
    }

    private static ColumnType plain(String type, boolean nullable) {
        if (INTEGER.matcher(type).matches() || type.equals("Float32") || type.equals("Float64")) {
            return new ColumnType(Kind.NUMBER, type.toLowerCase(Locale.ROOT), nullable);
        }
        if (type.startsWith("Decimal") || type.contains("Int128") || type.contains("Int256")) {
            return new ColumnType(Kind.NUMBER, "float64", nullable);
        }
        if (type.startsWith("DateTime")) {
            return new ColumnType(Kind.TIME, "time.Time", nullable);
        }
        if (type.startsWith("Date")) {
            return new ColumnType(Kind.DATE, "time.Time", nullable);
        }
        if (type.equals("Bool")) {
            return new ColumnType(Kind.BOOLEAN, "bool", nullable);
        }
        if (FLOATS.matcher(type).matches()) {
            return new ColumnType(Kind.NUMBERS, "json.RawMessage", nullable);
        }
        if (type.matches("(Array|Tuple|Map|Nested|JSON|Object|Variant|Dynamic)\\b.*")) {
            return new ColumnType(Kind.NESTED, "json.RawMessage", nullable);
        }
        return new ColumnType(Kind.TEXT, "string", nullable);
    }
}
