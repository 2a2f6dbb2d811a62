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

    /** Writes what stands before the rows: the names and types that they are written for, which the server compares with the table's. */
    void begin(RowBinary out) {
        out.putLength(columns.length);
        for (TableColumn column : columns) {
            out.put(column.name());
        }
        for (TableColumn column : columns) {
            out.put(column.type());
        }
    }

    /** Writes a row; or says why it cannot be sent, and has written a part of it then. */
    Optional<String> write(Row row, RowBinary out) {
        for (int place = 0; place < columns.length; place++) {
            TableColumn column = columns[place];
            Object value = row.value(place);
            if (!column.takes(value)) {
                return Optional.of(column.objection(value));
            }
            column.write(value, out);
        }
        return Optional.empty();
    }
}
