package dev.pennant.jobs.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.data.ClickHouseFormat;
import com.clickhouse.jdbc.ConnectionImpl;
import com.clickhouse.jdbc.Driver;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes batches in ClickHouse's format Native, made here and sent by the driver. Connects when there is something to write, and keeps the
 * connection while it is healthy.
 */
final class NativeInserter implements Inserter {
    private static final Logger LOG = LoggerFactory.getLogger(NativeInserter.class);

    /** Less than any server keeps an idle connection (the local stack's 3 s), or an insert may meet one that is just being closed. */
    private static final String IDLE_MILLIS = "1500";

    /** More than any insert has. */
    private static final String MOST_ROWS_OF_A_PART = "1000000";

    /**
     * Asking before each batch takes as long as a small one on busy cores. The server compares names and types itself, but not the names within an
     * enumeration, which no table of ours has. It does not tell of a column that came to need a value: rows that are written until the next look have its type's zero there.
     */
    private static final Duration SHAPE_IS_KNOWN_FOR = Duration.ofSeconds(10);

    private final ClickHouseAccess access;
    private final String table;
    private final List<String> columns;
    private final List<String> quotedColumns;
    private final Ticker ticker;
    private final NativeBytes bytes = new NativeBytes();
    private Connection connection;

    /** The table as it was when it was asked for; null where it was not on this connection. */
    private TableShape shape;

    private long askedAt;

    NativeInserter(ClickHouseAccess access, String table, List<String> columns, Ticker ticker) {
        this.access = access;
        this.table = table;
        this.columns = columns;
        this.quotedColumns = columns.stream().map(name -> "`" + name + "`").toList();
        this.ticker = ticker;
    }

    @Override
    public long insert(List<Row> rows) throws InsertFailure {
        try {
            if (connection == null) {
                connection = connect();
            }
            if (!isShapeKnown()) {
                askForShape();
            }
            Optional<InsertFailure> refusal = attempt(rows);
            // Nothing is wrong with rows that were written for what the table no longer is.
            while (refusal.isPresent() && hasChanged()) {
                refusal = attempt(rows);
            }
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            return bytes.length();
        } catch (InsertFailure failure) {
            if (failure.remedy() != Remedy.REJECT_ROWS) {
                closeConnection();
            }
            throw failure;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            closeConnection();
            throw InsertFailure.of(interrupted);
        } catch (SQLException | IOException | RuntimeException cause) {
            closeConnection();
            throw InsertFailure.of(cause);
        }
    }

    private boolean isShapeKnown() {
        return shape != null && ticker.nanos() - askedAt < SHAPE_IS_KNOWN_FOR.toNanos();
    }

    private void askForShape() throws SQLException, InsertFailure {
        shape = TableShape.read(connection, table, columns);
        askedAt = ticker.nanos();
    }

    private boolean hasChanged() throws SQLException, InsertFailure {
        TableShape before = shape;
        askForShape();
        return !shape.isLike(before);
    }

    /**
     * Sends the batch, written for the table as it is known to be, or says why it was refused.
     *
     * @throws InsertFailure when it may be taken later as it is
     */
    private Optional<InsertFailure> attempt(List<Row> rows) throws SQLException, InterruptedException, InsertFailure {
        Optional<InsertFailure> objection = write(rows);
        if (objection.isPresent()) {
            return objection;
        }
        try {
            send();
            return Optional.empty();
        } catch (ExecutionException | RuntimeException cause) {
            InsertFailure failure = InsertFailure.of(cause);
            if (failure.remedy() == Remedy.RETRY) {
                throw failure;
            }
            return Optional.of(failure);
        }
    }

    /** Writes the batch anew, or says which of its rows cannot be sent. */
    private Optional<InsertFailure> write(List<Row> rows) {
        bytes.clear();
        Optional<InsertFailure> objection = shape.objection(rows);
        if (objection.isEmpty()) {
            shape.write(rows, bytes);
        }
        return objection;
    }

    private void send() throws SQLException, InterruptedException, ExecutionException {
        Client client = connection.unwrap(ConnectionImpl.class).getClient();
        try (InsertResponse taken = client.insert(
                        table,
                        quotedColumns,
                        out -> out.write(bytes.bytes(), 0, bytes.length()),
                        ClickHouseFormat.Native,
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
        // What was written for other types than the table's is refused: a conversion would let numbers wrap around, and
        // make zeros of nulls.
        properties.setProperty("clickhouse_setting_input_format_native_allow_types_conversion", "0");
        properties.setProperty("clickhouse_setting_input_format_null_as_default", "0");
        properties.setProperty("clickhouse_setting_input_format_native_decode_types_in_binary_format", "0");
        // All blocks of an insert become one part, which readers see whole or not at all.
        properties.setProperty("clickhouse_setting_min_insert_block_size_rows", MOST_ROWS_OF_A_PART);
        properties.setProperty("clickhouse_setting_min_insert_block_size_bytes", "0");
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
        shape = null;
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
