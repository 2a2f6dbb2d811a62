package dev.pennant.jobs.clickhouse;

import com.clickhouse.jdbc.Driver;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes batches with the driver's row-binary statement. Connects when there is something to write, keeps the connection while
 * it is healthy and the statement while it succeeds: a statement that has failed holds half a batch.
 */
final class JdbcInserter implements Inserter {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcInserter.class);

    private final ClickHouseAccess access;
    private final String table;
    private final List<String> columns;
    private Connection connection;
    private PreparedStatement statement;
    private TableShape shape;

    JdbcInserter(ClickHouseAccess access, String table, List<String> columns) {
        this.access = access;
        this.table = table;
        this.columns = columns;
    }

    @Override
    public void insert(List<Row> rows) throws InsertFailure {
        try {
            prepare();
            bind(rows);
            statement.executeBatch();
        } catch (InsertFailure failure) {
            closeStatement();
            throw failure;
        } catch (SQLException | IOException | RuntimeException cause) {
            InsertFailure failure = InsertFailure.of(cause);
            closeStatement();
            if (failure.remedy() != Remedy.REJECT_ROWS) {
                closeConnection();
            }
            throw failure;
        }
    }

    private void bind(List<Row> rows) throws InsertFailure {
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Optional<String> objection = shape.objection(row);
            if (objection.isPresent()) {
                throw InsertFailure.ofRow(i, objection.get(), null);
            }
            try {
                shape.bind(row, statement);
            } catch (SQLException | RuntimeException cause) {
                throw InsertFailure.ofRow(i, InsertFailure.reasonIn(cause), cause);
            }
        }
    }

    /**
     * Looks at the table before every batch: a row-binary insert names no columns, so one prepared before a column was added
     * would put the values into the wrong columns. It takes about a millisecond.
     */
    private void prepare() throws SQLException, IOException, InsertFailure {
        if (connection == null) {
            connection = connect();
        }
        TableShape current = TableShape.read(connection, table, columns);
        if (statement == null || !current.hasSameColumnsAs(shape)) {
            closeStatement();
            statement = connection.prepareStatement(current.insertInto(table));
            shape = current;
        }
    }

    /** Asks the driver itself: the driver manager does not see one that came with the job. */
    private Connection connect() throws SQLException, IOException {
        Properties properties = access.credentials();
        String timeout = Long.toString(access.timeout().toMillis());
        properties.setProperty("socket_timeout", timeout);
        properties.setProperty("connection_timeout", timeout);
        properties.setProperty("client_name", "pennant");
        properties.setProperty("beta.row_binary_for_simple_insert", "true");
        properties.setProperty("clickhouse_setting_async_insert", "0");
        properties.setProperty("retry", "0");
        Connection opened = new Driver().connect(access.url(), properties);
        if (opened == null) {
            throw new SQLException("The ClickHouse driver does not take the URL " + access.url());
        }
        return opened;
    }

    @Override
    public void close() {
        closeStatement();
        closeConnection();
    }

    private void closeStatement() {
        close(statement);
        statement = null;
        shape = null;
    }

    private void closeConnection() {
        close(connection);
        connection = null;
    }

    private static void close(AutoCloseable closeable) {
        if (closeable == null) {
            return;
        }
        try {
            closeable.close();
        } catch (Exception failure) {
            LOG.debug("Closing a ClickHouse connection failed; it is given up anyway", failure);
        }
    }
}
