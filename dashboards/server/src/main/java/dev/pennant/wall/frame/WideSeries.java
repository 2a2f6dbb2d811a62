package dev.pennant.wall.frame;

import dev.pennant.wall.query.Answer;
import dev.pennant.wall.query.Column;
import dev.pennant.wall.query.ColumnType;
import dev.pennant.wall.query.ColumnType.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of time, labels and values made into one field for each value and combination of labels, with one row for each time, as the
 * back end of Grafana does: text and booleans are labels, fields are in the order of their names and labels.
 */
final class WideSeries {
    private final Column time;
    private final List<Column> labels;
    private final List<Column> values;

    private WideSeries(Column time, List<Column> labels, List<Column> values) {
        this.time = time;
        this.labels = labels;
        this.values = values;
    }

    /**
     * The fields of a series.
     *
     * @throws FrameException when there is no time or no number, or the times do not ascend
     */
    static List<Field> of(Answer answer) throws FrameException {
        List<Column> labels = columns(answer, Kind.TEXT, Kind.BOOLEAN);
        List<Column> values = columns(answer, Kind.NUMBER);
        List<Column> times = columns(answer, Kind.TIME, Kind.DATE);
        if (times.isEmpty() || values.isEmpty()) {
            throw new FrameException("A series over time needs a column of times and one of numbers.");
        }
        if (answer.rows() == 0 || labels.isEmpty()) {
            return answer.columns().stream().map(Field::of).toList();
        }
        return new WideSeries(times.get(0), labels, values).fields();
    }

    private List<Field> fields() throws FrameException {
        int[] rows = rowOfTime();
        int count = rows[rows.length - 1] + 1;
        List<Field> fields = new ArrayList<>();
        for (Column value : values) {
            Map<List<String>, String[]> series = new LinkedHashMap<>();
            for (int row = 0; row < rows.length; row++) {
                series.computeIfAbsent(labelsOf(row), first -> new String[count])[rows[row]] =
                        value.cells().get(row);
            }
            ColumnType type = new ColumnType(value.type().kind(), value.type().frameType(), true);
            series.forEach((key, cells) -> fields.add(new Field(value.name(), type, named(key), Arrays.asList(cells))));
        }
        Comparator<Field> order = Comparator.comparing(Field::name);
        for (Column label : labels) {
            order = order.thenComparing(field -> field.labels().get(label.name()));
        }
        fields.sort(order);
        fields.add(0, new Field(time.name(), time.type(), Map.of(), distinctTimes(rows, count)));
        return fields;
    }

    /** The row of the wide frame that each row of the answer goes to. */
    private int[] rowOfTime() throws FrameException {
        int[] rows = new int[time.cells().size()];
        for (int row = 0; row < rows.length; row++) {
            String cell = time.cells().get(row);
            if (cell == null) {
                throw new FrameException("A series over time has a row without a time.");
            }
            int step = row == 0 ? 0 : compare(cell, time.cells().get(row - 1));
            if (step < 0) {
                throw new FrameException("A series over time has to be in the order of its times.");
            }
            rows[row] = row == 0 ? 0 : rows[row - 1] + (step > 0 ? 1 : 0);
        }
        return rows;
    }

    private int compare(String later, String earlier) {
        return time.type().kind() == Kind.DATE
                ? later.compareTo(earlier)
                : new BigDecimal(later).compareTo(new BigDecimal(earlier));
    }

    private List<String> distinctTimes(int[] rows, int count) {
        String[] times = new String[count];
        for (int row = 0; row < rows.length; row++) {
            times[rows[row]] = time.cells().get(row);
        }
        return Arrays.asList(times);
    }

    private List<String> labelsOf(int row) {
        return labels.stream()
                .map(label ->
                        label.cells().get(row) == null ? "" : label.cells().get(row))
                .toList();
    }

    private Map<String, String> named(List<String> key) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int label = 0; label < key.size(); label++) {
            named.put(labels.get(label).name(), key.get(label));
        }
        return named;
    }

    private static List<Column> columns(Answer answer, Kind... kinds) {
        return answer.columns().stream()
                .filter(column -> Arrays.asList(kinds).contains(column.type().kind()))
                .toList();
    }
}
