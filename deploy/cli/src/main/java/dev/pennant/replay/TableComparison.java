package dev.pennant.replay;

import dev.pennant.audit.RulesInForce;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what two databases say now, table by table and column by column, but for what two runs over the same topics need not have in common:
 * {@link LeftOut} has the tables and columns, {@link ComparedRows} and {@link AlertRows} the rows.
 *
 * <p>First by one checksum a table, then by one for each of many parts, so that only the rows of parts that differ are fetched.
 */
public final class TableComparison {
    /** Every table that holds anything of its own. */
    private static final String TABLES =
            "SELECT name FROM system.tables WHERE database = 'pennant' AND engine LIKE '%MergeTree' ORDER BY name";

    private static final String ALERTS = "alert_latest";
    private static final int PARTS = 1024;
    private static final int PARTS_AT_ONCE = 16;
    private static final int SHOWN = 5;

    private final ClickHouseClient stack;
    private final ClickHouseClient replay;
    private final Catalogue catalogue;

    /**
     * Both clients sign in as the migrator, who may read every table.
     *
     * @param catalogue that of both runs
     */
    public TableComparison(ClickHouseClient stack, ClickHouseClient replay, Catalogue catalogue) {
        this.stack = stack;
        this.replay = replay;
        this.catalogue = catalogue;
    }

    /** The tables and columns that are not compared, each group with the reason. */
    public static List<String> leftOut() {
        return Stream.concat(LeftOut.TABLES.stream(), LeftOut.COLUMNS.stream())
                .map(LeftOut::toString)
                .toList();
    }

    /**
     * Every table of the replay that is compared, with what differs.
     *
     * @throws IOException when a database cannot be reached, or the stack's lacks a table or column
     */
    public List<TableDifferences> tables() throws IOException {
        ComparedRows alerts = AlertRows.of(RulesInForce.read(stack, catalogue));
        List<TableDifferences> tables = new ArrayList<>();
        for (String name : replay.query(TABLES).lines().toList()) {
            if (!LeftOut.names(LeftOut.TABLES, name)) {
                tables.add(table(name, name.equals(ALERTS) ? alerts : ComparedRows.of(name)));
            }
        }
        return tables;
    }

    private TableDifferences table(String name, ComparedRows compared) throws IOException {
        Map<String, String> table = Map.of("param_table", name);
        List<String> columns = replay.query(
                        "SELECT name FROM system.columns WHERE database = 'pennant' AND table = {table:String} ORDER BY position",
                        table)
                .lines()
                .filter(column -> !LeftOut.names(LeftOut.COLUMNS, column))
                .toList();
        String[] shape = replay.query(
                        "SELECT sorting_key, engine LIKE 'Replacing%' FROM system.tables WHERE database = 'pennant' AND name = {table:String}",
                        table)
                .split("\t", -1);
        List<String> key = shape[0].isEmpty() ? columns : Arrays.asList(shape[0].split(", "));
        String last = shape[1].equals("1") ? " FINAL" : "";
        String rows = "pennant." + name + last + " WHERE (" + compared.condition() + ")";
        String whole = "SELECT count(), sum(" + checksum(columns) + ") FROM " + rows;
        String ours = stack.query(whole);
        String replayed = replay.query(whole);
        if (ours.equals(replayed)) {
            return TableDifferences.none(name, compared.leftOut(), count(ours));
        }
        List<String> found = new ArrayList<>();
        long differences = 0;
        List<String> parts = partsThatDiffer(rows, key, columns);
        for (int from = 0; from < parts.size(); from += PARTS_AT_ONCE) {
            List<String> some = parts.subList(from, Math.min(parts.size(), from + PARTS_AT_ONCE));
            List<String> more = differences(rows, key, columns, some);
            differences += more.size();
            more.stream().limit(SHOWN - found.size()).forEach(found::add);
        }
        return new TableDifferences(name, compared.leftOut(), count(ours), count(replayed), differences, found);
    }

    private List<String> partsThatDiffer(String rows, List<String> key, List<String> columns) throws IOException {
        String query = "SELECT " + part(key) + " AS part, count(), sum(" + checksum(columns) + ") FROM " + rows
                + " GROUP BY part";
        Map<String, String> ours = byFirst(stack.query(query));
        Map<String, String> replayed = byFirst(replay.query(query));
        Set<String> parts = new TreeSet<>(ours.keySet());
        parts.addAll(replayed.keySet());
        return parts.stream()
                .filter(part -> !Objects.equals(ours.get(part), replayed.get(part)))
                .toList();
    }

    private List<String> differences(String rows, List<String> key, List<String> columns, List<String> parts)
            throws IOException {
        String query = "SELECT " + text(key) + ", " + String.join(", ", quoted(columns)) + " FROM " + rows + " AND "
                + part(key) + " IN (" + String.join(", ", parts) + ")";
        Map<String, String> ours = byFirst(stack.query(query));
        Map<String, String> replayed = byFirst(replay.query(query));
        Map<String, String> differences = new TreeMap<>();
        ours.forEach((row, values) -> {
            String others = replayed.get(row);
            if (others == null) {
                differences.put(row, "not replayed");
            } else if (!others.equals(values)) {
                differences.put(row, changed(columns, values.split("\t", -1), others.split("\t", -1)));
            }
        });
        replayed.keySet().stream()
                .filter(row -> !ours.containsKey(row))
                .forEach(row -> differences.put(row, "only replayed"));
        return differences.entrySet().stream()
                .map(difference -> unquoted(difference.getKey() + ": " + difference.getValue()))
                .toList();
    }

    private static String changed(List<String> columns, String[] ours, String[] replayed) {
        List<String> changed = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            if (!ours[column].equals(replayed[column])) {
                changed.add(columns.get(column) + " " + ours[column] + ", replayed " + replayed[column]);
            }
        }
        return String.join("; ", changed);
    }

    /** A line of ClickHouse's tab-separated text escapes the quotes of tuples and arrays. */
    private static String unquoted(String line) {
        return line.replace("\\'", "'");
    }

    private static Map<String, String> byFirst(String answer) {
        Map<String, String> rows = new LinkedHashMap<>();
        answer.lines().forEach(line -> {
            int end = line.indexOf('\t');
            rows.put(line.substring(0, end), line.substring(end + 1));
        });
        return rows;
    }

    private static long count(String answer) {
        return Long.parseLong(answer.substring(0, answer.indexOf('\t')));
    }

    private static String checksum(List<String> columns) {
        return "cityHash64(" + text(columns) + ")";
    }

    private static String part(List<String> key) {
        return "cityHash64(" + text(key) + ") % " + PARTS;
    }

    private static String text(List<String> columns) {
        return "toString(tuple(" + String.join(", ", quoted(columns)) + "))";
    }

    private static List<String> quoted(List<String> columns) {
        return columns.stream().map(column -> "`" + column + "`").collect(Collectors.toList());
    }
}
