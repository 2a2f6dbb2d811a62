package dev.pennant.jobs.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.jdbc.ConnectionImpl;
import com.clickhouse.jdbc.Driver;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes batches in RowBinary, made here and sent by the driver. Connects when there is something to write, and keeps the connection while it is
 * healthy.
 */
final class RowBinaryInserter implements Inserter {
    private static final Logger LOG = LoggerFactory.getLogger(RowBinaryInserter.class);

    /** Less than any server keeps an idle connection (the local stack's 3 s), or an insert may meet one that is just being closed. */
    private static final String IDLE_MILLIS = "1500";

    private final ClickHouseAccess access;
    private final String table;
    private final List<String> columns;
    private final List<String> quotedColumns;
    private final RowBinary bytes = new RowBinary();
    private Connection connection;

    RowBinaryInserter(ClickHouseAccess access, String table, List<String> columns) {
        this.access = access;
        this.table = table;
        this.columns = columns;
        this.quotedColumns = columns.stream().map(name -> "`" + name + "`").toList();
    }

    @Override
    public long insert(List<Row> rows) throws InsertFailure {
        try {
            if (connection == null) {
                connection = connect();
            }
            // Before every batch, for the types may have changed, and RowBinary does not tell; it takes about a
            // millisecond.
            TableShape shape = TableShape.read(connection, table, columns);
            write(rows, shape);
            send(shape);
            return bytes.length();
        } catch (InsertFailure failure) {
            throw failure;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            closeConnection();
            throw InsertFailure.of(interrupted);
        } catch (SQLException | IOException | ExecutionException | RuntimeException cause) {
            InsertFailure failure = InsertFailure.of(cause);
            if (failure.remedy() != Remedy.REJECT_ROWS) {
                closeConnection();
            }
            throw failure;
        } finally {
            bytes.clear();
        }
    }

    private void write(List<Row> rows, TableShape shape) throws InsertFailure {
        for (int place = 0; place < rows.size(); place++) {
            Optional<String> objection = shape.write(rows.get(place), bytes);
            if (objection.isPresent()) {
                throw InsertFailure.ofRow(place, objection.get());
            }
        }
    }

    private void send(TableShape shape) throws SQLException, InterruptedException, ExecutionException {
        Client client = connection.unwrap(ConnectionImpl.class).getClient();
        try (InsertResponse taken = client.insert(
                        table,
                        quotedColumns,
                        out -> out.write(bytes.bytes(), 0, bytes.length()),
                        shape.format(),
                        new InsertSettings())
                .get()) {
            LOG.trace("{} took {} bytes as {}", table, bytes.length(), taken.getQueryId());
        }
    }

    /** Asks the driver itself: the driver manager does not see one that came with the job. */
    private Connection connect() throws SQLException, IOException {
        Properties properties = access.credentials();
        String timeout = Long.toString(access.timeout().toMillis());
        properties.setProperty("socket_timeout", timeout);
        properties.setProperty("connection_timeout", timeout);
        properties.setProperty("client_name", "pennant");
        properties.setProperty("http_keep_alive_timeout", IDLE_MILLIS);
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
        closeConnection();
    }

    private void closeConnection() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException failure) {
                LOG.debug("Closing a ClickHouse connection failed; it is given up anyway", failure);
            }
            connection = null;
        }
    }
}
