package dev.pennant.wall.frame;

import dev.pennant.wall.query.Column;
import dev.pennant.wall.query.ColumnType;
import java.util.List;
import java.util.Map;

/**
 * One field of a frame.
 *
 * @param labels what tells it from others of its name; empty in a table
 */
record Field(String name, ColumnType type, Map<String, String> labels, List<String> cells) {
    static Field of(Column column) {
        return new Field(column.name(), column.type(), Map.of(), column.cells());
    }
}
