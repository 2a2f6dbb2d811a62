package dev.pennant.audit;

import dev.pennant.text.TextTable;
import dev.pennant.text.TextTable.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A table of an explanation, for people and for programs.
 *
 * @param id its name among the explanation's tables
 * @param title what it shows, as a sentence
 * @param rows each with the same columns by their names, in their order
 */
record ExplainedTable(String id, String title, List<Map<String, String>> rows) {
    private static final Pattern NUMBER = Pattern.compile("[-▲▼]?[0-9][0-9.,*]*|–|");

    /** Title and rows as text, of the rows so many at most; nothing where there is none. */
    List<String> lines(int most) {
        if (rows.isEmpty()) {
            return List.of();
        }
        TextTable table =
                new TextTable(rows.get(0).keySet().stream().map(this::column).toArray(Column[]::new));
        rows.stream().limit(most).forEach(row -> table.add(row.values().toArray(String[]::new)));
        List<String> lines = new ArrayList<>(List.of("", title));
        lines.addAll(table.lines());
        if (rows.size() > most) {
            lines.add("… and " + (rows.size() - most) + " more; --json gives all");
        }
        return lines;
    }

    private Column column(String name) {
        return rows.stream().allMatch(row -> NUMBER.matcher(row.get(name)).matches())
                ? Column.right(name)
                : Column.left(name);
    }
}
