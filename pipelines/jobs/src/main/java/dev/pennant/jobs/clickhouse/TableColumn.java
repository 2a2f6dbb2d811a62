package dev.pennant.jobs.clickhouse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column as the table has it, and what it cannot hold. Written as its bytes a wide number would wrap around in a narrow column without a word,
 * and so would a far time: these rows are refused here, before they are sent.
 */
final class TableColumn {
    private static final Pattern WRAPPED = Pattern.compile("(LowCardinality|Nullable)\\((.*)\\)");
    private static final int NULL = 1;

    private final String name;
    private final String type;
    private final String defaultKind;
    private final boolean nullable;
    private final boolean hasDictionary;

    /** Null where no value of ours can be written. */
    private final ColumnType inner;

    /** A column as {@code DESCRIBE TABLE} has it: name, type and kind of default. */
    TableColumn(String name, String type, String defaultKind) {
        this.name = name;
        this.type = type;
        this.defaultKind = defaultKind;
        String unwrapped = type;
        boolean seenNullable = false;
        boolean seenDictionary = false;
        for (Matcher wrapped = WRAPPED.matcher(unwrapped); wrapped.matches(); wrapped = WRAPPED.matcher(unwrapped)) {
            seenNullable |= "Nullable".equals(wrapped.group(1));
            seenDictionary |= "LowCardinality".equals(wrapped.group(1));
            unwrapped = wrapped.group(2);
        }
        this.nullable = seenNullable;
        this.hasDictionary = seenDictionary;
        this.inner = ColumnType.of(unwrapped).orElse(null);
    }

    String name() {
        return name;
    }

    String type() {
        return type;
    }

    /** Whether the table computes it, so that nothing can be written into it. */
    boolean isComputed() {
        return !defaultKind.isEmpty() && !defaultKind.equals("DEFAULT");
    }

    /** Whether a row is complete without it. */
    boolean isOptional() {
        return nullable || !defaultKind.isEmpty();
    }

    /** Whether any value of ours can be written into it. */
    boolean isWritable() {
        return inner != null;
    }

    /** Whether the value can stand in this column unchanged. */
    boolean takes(Object value) {
        return value == null ? nullable : inner != null && inner.fits(value);
    }

    /** Why a value that it does not take cannot stand here. */
    String objection(Object value) {
        if (value instanceof Row.Unreadable unreadable) {
            return unreadable.reason();
        }
        return "column " + name + " of type " + type
                + (value == null ? " takes no null" : " cannot hold " + shown(value));
    }

    /** Writes the column of a block: its name and type, and values that it takes, one a row. */
    void write(Object[] values, NativeBytes out) {
        out.put(name);
        out.put(type);
        if (hasDictionary) {
            new ValueDictionary(inner, values).write(out);
            return;
        }
        if (nullable) {
            for (Object value : values) {
                out.putByte(value == null ? NULL : 0);
            }
        }
        inner.writeAll(values, out);
    }

    private static String shown(Object value) {
        String kind = value.getClass().getSimpleName();
        return value instanceof byte[] bytes ? bytes.length + " bytes" : kind + " " + value;
    }

    @Override
    public String toString() {
        return name + " " + type + (defaultKind.isEmpty() ? "" : " " + defaultKind);
    }
}
