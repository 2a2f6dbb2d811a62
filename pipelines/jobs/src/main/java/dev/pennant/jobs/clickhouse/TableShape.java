package dev.pennant.jobs.clickhouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How the columns of a mapping meet those of the table. In row-binary mode the driver takes a parameter's number as the place
 * of the column in the table, whatever the statement's column list says, so the places are looked up here.
 */
final class TableShape {
    private final List<TableColumn> columns;
    private final int[] places;

    private TableShape(List<TableColumn> columns, int[] places) {
        this.columns = columns;
        this.places = places;
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
        return match(table, columns, mapped);
    }

    static TableShape match(String table, List<TableColumn> columns, List<String> mapped) throws InsertFailure {
        List<String> names = columns.stream().map(TableColumn::name).toList();
        for (String name : mapped) {
            int place = names.indexOf(name);
            if (place < 0) {
                throw InsertFailure.ofTable("it has no column " + name + "; its columns are " + names
                        + ". Has the migration that adds it been run?");
            }
            if (columns.get(place).isComputed()) {
                throw InsertFailure.ofTable("it computes its column " + columns.get(place) + " itself");
            }
        }
        String missing = columns.stream()
                .filter(column -> !column.isOptional() && !mapped.contains(column.name()))
                .map(TableColumn::toString)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw InsertFailure.ofTable("it needs a value for " + missing + ", which this job does not write."
                    + " Is the job older than the table?");
        }
        return new TableShape(columns, mapped.stream().mapToInt(names::indexOf).toArray());
    }

    /** An insert for the driver's row-binary writer, which counts one parameter for each column of the table. */
    String insertInto(String table) {
        return "INSERT INTO " + table
                + IntStream.range(0, columns.size())
                        .mapToObj(place -> "?")
                        .collect(Collectors.joining(", ", " VALUES (", ")"));
    }

    /** Whether a statement prepared for the one still fits the other. */
    boolean hasSameColumnsAs(TableShape other) {
        return columns.equals(other.columns);
    }

    /** Why the row cannot be sent, or empty when it can. */
    Optional<String> objection(Row row) {
        for (int i = 0; i < places.length; i++) {
            Optional<String> objection = columns.get(places[i]).objection(row.value(i));
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    void bind(Row row, PreparedStatement statement) throws SQLException {
        for (int i = 0; i < places.length; i++) {
            statement.setObject(places[i] + 1, row.value(i));
        }
        statement.addBatch();
    }
}
