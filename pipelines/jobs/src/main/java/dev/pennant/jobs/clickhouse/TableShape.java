package dev.pennant.jobs.clickhouse;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table's columns that a mapping writes, in the order of the mapping. */
final class TableShape {
    /** So many rows that a processor's second cache holds them while their columns are written; the server puts them together again. */
    static final int ROWS_OF_A_BLOCK = 2048;

    private final TableColumn[] columns;

    private TableShape(List<TableColumn> columns) {
        this.columns = columns.toArray(TableColumn[]::new);
    }

    /** Asks the database for the table, and fails when the mapping does not fit it. */
    static TableShape read(Connection connection, String table, List<String> mapped)
            throws SQLException, InsertFailure {
        List<TableColumn> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet described = statement.executeQuery("DESCRIBE TABLE " + table)) {
            while (described.next()) {
                columns.add(new TableColumn(described.getString(1), described.getString(2), described.getString(3)));
            }
        }
        return match(columns, mapped);
    }

    static TableShape match(List<TableColumn> columns, List<String> mapped) throws InsertFailure {
        List<String> names = columns.stream().map(TableColumn::name).toList();
        List<TableColumn> written = new ArrayList<>();
        for (String name : mapped) {
            int place = names.indexOf(name);
            if (place < 0) {
                throw InsertFailure.ofTable("it has no column " + name + "; its columns are " + names
                        + ". Has the migration that adds it been run?");
            }
            TableColumn column = columns.get(place);
            if (column.isComputed()) {
                throw InsertFailure.ofTable("it computes its column " + column + " itself");
            }
            if (!column.isWritable()) {
                throw InsertFailure.ofTable("no value of a job goes into its column " + column);
            }
            written.add(column);
        }
        String missing = columns.stream()
                .filter(column -> !column.isOptional() && !mapped.contains(column.name()))
                .map(TableColumn::toString)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw InsertFailure.ofTable("it needs a value for " + missing + ", which this job does not write."
                    + " Is the job older than the table?");
        }
        return new TableShape(written);
    }

    /** Whether what is written for one is right for the other. */
    boolean isLike(TableShape other) {
        return Arrays.toString(columns).equals(Arrays.toString(other.columns));
    }

    /** Says why the first row that cannot be sent cannot be, or nothing where all can. */
    Optional<InsertFailure> objection(List<Row> rows) {
        for (int place = 0; place < rows.size(); place++) {
            Row row = rows.get(place);
            for (int column = 0; column < columns.length; column++) {
                Object value = row.value(column);
                if (!columns[column].takes(value)) {
                    return Optional.of(InsertFailure.ofRow(place, columns[column].objection(value)));
                }
            }
        }
        return Optional.empty();
    }

    /** Writes rows that all can be sent, as blocks of columns, each with the name and type it is written for, which the server compares with the table's. */
    void write(List<Row> rows, NativeBytes out) {
        for (int from = 0; from < rows.size(); from += ROWS_OF_A_BLOCK) {
            writeBlock(rows.subList(from, Math.min(from + ROWS_OF_A_BLOCK, rows.size())), out);
        }
    }

    private void writeBlock(List<Row> rows, NativeBytes out) {
        out.putLength(columns.length);
        out.putLength(rows.size());
        Object[] values = new Object[rows.size()];
        for (int column = 0; column < columns.length; column++) {
            for (int place = 0; place < values.length; place++) {
                values[place] = rows.get(place).value(column);
            }
            columns[column].write(values, out);
        }
    }
}
