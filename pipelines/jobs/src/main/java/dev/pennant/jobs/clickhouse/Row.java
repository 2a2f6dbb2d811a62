package dev.pennant.jobs.clickhouse;

/** The values of one row in the order of its mapping's columns, read once, so that a later attempt sends the same. */
final class Row {
    private final Object[] values;
    private final int bytes;

    Row(Object[] values) {
        this.values = values;
        int sum = 0;
        for (Object value : values) {
            sum += bytesOf(value);
        }
        this.bytes = sum;
    }

    Object value(int column) {
        return values[column];
    }

    /** About what the row takes as plain values. */
    int bytes() {
        return bytes;
    }

    private static int bytesOf(Object value) {
        if (value instanceof String text) {
            return 2 + encodedLength(text);
        }
        if (value instanceof byte[] bytes) {
            return 2 + bytes.length;
        }
        if (value instanceof int[] numbers) {
            return 2 + Integer.BYTES * numbers.length;
        }
        return value == null ? 1 : 9;
    }

    private static int encodedLength(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            length += character < 0x80 ? 1 : character < 0x800 ? 2 : 3;
        }
        return length;
    }

    /** Stands where a value could not be read, so that the row ends among the rejected ones with the reason. */
    record Unreadable(String reason) {
        @Override
        public String toString() {
            return reason;
        }
    }
}
