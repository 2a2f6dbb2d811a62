package dev.pennant.wall.query;

import java.util.List;

/**
 * A column of an answer.
 *
 * @param name as the query calls it
 * @param type how the cells are written
 * @param cells from the first row on, null where there is no value
 */
public record Column(String name, ColumnType type, List<String> cells) {}
