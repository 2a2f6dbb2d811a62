package dev.pennant.jobs.clickhouse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a column LowCardinality as they stand in the format Native: each different value once, and then for each row which one it has. Where
 * such columns come as plain values, the server takes 115 ns a value to look it up itself.
 */
final class ValueDictionary {
    /** The version of this way to write them, as ClickHouse counts it: dictionaries that are shared by rows. */
    private static final int VERSION = 1;

    /** Keys of its own follow. */
    private static final int OWN_KEYS = 1 << 9;

    /** None of the keys that were sent before are meant. */
    private static final int RENEWED = 1 << 10;

    private final ColumnType type;

    /** The different values. The first one stands for null, and is not used where there is none. */
    private final List<Object> keys = new ArrayList<>();

    private final Map<Object, Integer> placesOfKeys = new HashMap<>();

    /** The place of each row's value among the keys. */
    private final int[] places;

    ValueDictionary(ColumnType type, Object[] values) {
        this.type = type;
        keys.add(type.blank());
        places = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            // Rows mostly come many of a kind, which share the very object.
            boolean isAsBefore = row > 0 && values[row] == values[row - 1];
            places[row] = isAsBefore ? places[row - 1] : placeOf(values[row]);
        }
    }

    private int placeOf(Object value) {
        if (value == null) {
            return 0;
        }
        return placesOfKeys.computeIfAbsent(value, added -> {
            keys.add(added);
            return keys.size() - 1;
        });
    }

    void write(NativeBytes out) {
        int width = width();
        out.put(VERSION, Long.BYTES);
        out.put(OWN_KEYS | RENEWED | width, Long.BYTES);
        out.put(keys.size(), Long.BYTES);
        type.writeAll(keys.toArray(), out);
        out.put(places.length, Long.BYTES);
        for (int place : places) {
            out.put(place, 1 << width);
        }
    }

    /** How many bytes a place takes, as a power of two. */
    private int width() {
        if (keys.size() <= 1 << Byte.SIZE) {
            return 0;
        }
        return keys.size() <= 1 << Short.SIZE ? 1 : 2;
    }
}
