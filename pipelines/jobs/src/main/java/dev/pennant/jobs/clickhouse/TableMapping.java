package dev.pennant.jobs.clickhouse;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.SchemaNormalization;
import org.apache.flink.util.function.SerializableFunction;

/**
 * The one place where a job says into which table its rows go, and what stands in each column.
 *
 * <p>A column's value is a String, Integer, Long, Boolean, BigDecimal, BigInteger, Instant, LocalDate, byte[] (into a
 * String column), int[] (into an Array column), or null. Columns are matched by name with those of the table, whose own order does not matter. A column of the table that is
 * not named here takes its default.
 *
 * @param <T> the job's row, immutable
 */
public final class TableMapping<T> implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Pattern QUALIFIED = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*\\.[A-Za-z_][A-Za-z0-9_]*");
    private static final String KEY_SEPARATOR = "|";

    private final String table;
    private final SerializableFunction<T, List<Row>> rows;
    private final List<String> columns;
    private final List<Integer> key;
    private final List<Integer> identity;

    private TableMapping(
            String table,
            SerializableFunction<T, List<Row>> rows,
            List<String> columns,
            List<Integer> key,
            List<Integer> identity) {
        this.table = table;
        this.rows = rows;
        this.columns = columns;
        this.key = key;
        this.identity = identity;
    }

    private record Column<T>(String name, SerializableFunction<T, ?> value) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** Starts a mapping into a table named with its database, such as {@code pennant.indicator_log}. */
    public static <T> Builder<T> into(String table) {
        return new Builder<>(table);
    }

    /** The table, with its database. */
    public String table() {
        return table;
    }

    /** The same mapping into the table that has this suffix to its name. */
    public TableMapping<T> suffixed(String suffix) {
        return new TableMapping<>(table + suffix, rows, columns, key, identity);
    }

    /**
     * The mapping of something that holds many of these rows, which go into one insert, so that no reader sees a part of them.
     *
     * @param parts what stands in a row each
     * @param <S> what holds them
     */
    public <S> TableMapping<S> eachOf(SerializableFunction<S, List<T>> parts) {
        SerializableFunction<T, List<Row>> rowsOfPart = rows;
        return new TableMapping<>(
                table,
                whole -> parts.apply(whole).stream()
                        .flatMap(part -> rowsOfPart.apply(part).stream())
                        .toList(),
                columns,
                key,
                identity);
    }

    /** The names of the columns written, in the order of the mapping. */
    public List<String> columns() {
        return List.copyOf(columns);
    }

    /** The rows of one element, which belong together. */
    List<Row> rowsOf(T from) {
        return rows.apply(from);
    }

    private static <T> Row row(List<Column<T>> columns, T from) {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(columns.get(i), from);
        }
        return new Row(values);
    }

    private static <T> Object read(Column<T> column, T from) {
        Object value;
        try {
            value = column.value().apply(from);
        } catch (RuntimeException failure) {
            return new Row.Unreadable("column " + column.name() + " could not be read from the job's row: " + failure);
        }
        return isSupported(value)
                ? value
                : new Row.Unreadable("column " + column.name() + " holds a "
                        + value.getClass().getName() + ", which no column takes");
    }

    private static boolean isSupported(Object value) {
        return value == null
                || value instanceof String
                || value instanceof Long
                || value instanceof Integer
                || value instanceof Boolean
                || value instanceof BigDecimal
                || value instanceof Instant
                || value instanceof LocalDate
                || value instanceof BigInteger
                || value instanceof byte[]
                || value instanceof int[];
    }

    /** A row the database refused, as it goes to the dead letters. */
    RejectedRow rejected(Row row, String reason) {
        return new RejectedRow(table, join(row, key), offsetOf(row), reason, RowJson.of(columns(), row));
    }

    /** The same for the same row in any attempt, any run and any subtask; other rows have others. */
    private long offsetOf(Row row) {
        byte[] identifying = join(row, identity).getBytes(StandardCharsets.UTF_8);
        return SchemaNormalization.fingerprint64(identifying) & Long.MAX_VALUE;
    }

    private static String join(Row row, List<Integer> positions) {
        return positions.stream()
                .map(row::value)
                .map(value -> value == null ? "" : value.toString())
                .collect(Collectors.joining(KEY_SEPARATOR));
    }

    /** Collects the columns of a {@link TableMapping}. */
    public static final class Builder<T> {
        private final String table;
        private final List<Column<T>> columns = new ArrayList<>();
        private final List<String> key = new ArrayList<>();
        private final List<String> version = new ArrayList<>();

        private Builder(String table) {
            if (!QUALIFIED.matcher(table).matches()) {
                throw new IllegalArgumentException("A table is named database.table, not '" + table + "'");
            }
            this.table = table;
        }

        /** A column and where its value comes from. */
        public Builder<T> column(String name, SerializableFunction<T, ?> value) {
            columns.add(new Column<>(requireNonNull(name), requireNonNull(value)));
            return this;
        }

        /** A UInt64 column whose value is kept in the 64 bits of a long, as a version is. */
        public Builder<T> unsigned(String name, SerializableFunction<T, Long> value) {
            return column(name, row -> unsigned(value.apply(row)));
        }

        /** The columns that make up the natural key of a row, in the order of the topic's key. */
        public Builder<T> key(String... names) {
            key.addAll(Arrays.asList(names));
            return this;
        }

        /** The column by which a later row replaces an earlier one of the same key. */
        public Builder<T> version(String name) {
            version.add(name);
            return this;
        }

        /** The mapping; it needs a column and a key, and names no column twice. */
        public TableMapping<T> build() {
            List<String> names = columns.stream().map(Column::name).toList();
            if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
                throw new IllegalStateException("The columns of " + table + " must be given, each once, not " + names);
            }
            if (key.isEmpty()) {
                throw new IllegalStateException("The mapping into " + table + " must name the columns of its key");
            }
            List<String> identity = new ArrayList<>(key);
            identity.addAll(version);
            List<Column<T>> written = new ArrayList<>(columns);
            return new TableMapping<>(
                    table,
                    from -> List.of(row(written, from)),
                    new ArrayList<>(names),
                    positions(key, names),
                    positions(identity, names));
        }

        private List<Integer> positions(List<String> wanted, List<String> names) {
            List<Integer> positions = new ArrayList<>();
            for (String name : wanted) {
                if (!names.contains(name)) {
                    throw new IllegalStateException("The mapping into " + table + " has no column " + name);
                }
                positions.add(names.indexOf(name));
            }
            return positions;
        }

        private static Object unsigned(Long value) {
            return value == null || value >= 0 ? value : new BigInteger(Long.toUnsignedString(value));
        }
    }
}
