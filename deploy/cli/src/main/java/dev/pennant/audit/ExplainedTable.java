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
 * @param most how many of the rows people are shown
 */
public record ExplainedTable(String id, String title, List<Map<String, String>> rows, int most) {
    private static final int MOST = 96;
    private static final Pattern NUMBER = Pattern.compile("[-▲▼]?[0-9][0-9.,*]*|–|");

    /** A table that people are shown as long as it is not very long. */
    ExplainedTable(String id, String title, List<Map<String, String>> rows) {
        this(id, title, rows, MOST);
    }

    /** Title and rows as text; nothing where there is no row. */
    List<String> lines() {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> names = List.copyOf(rows.get(0).keySet());
        TextTable table = new TextTable(names.stream()
                .map(name -> name.equals(names.get(0)) ? Column.left(name) : column(name))
                .toArray(Column[]::new));
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
