package dev.pennant.jobs.clickhouse;

import com.clickhouse.client.api.ServerException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * What to do about a failed insert. The numbers are ClickHouse's error codes (its {@code src/Common/ErrorCodes.cpp}; on a
 * server, {@code errorCodeToName}). A code that is in no list is one nobody has thought about here: the job fails and says it.
 */
enum Remedy {
    /** The database is away, busy or short of something that comes back: the same batch may succeed later. */
    RETRY,
    /** Something in the batch can never be written; its other rows can. */
    REJECT_ROWS,
    /** No batch will succeed before somebody has changed something. */
    GIVE_UP;

    private static final Set<Integer> TRANSIENT = Set.of(
            3, // UNEXPECTED_END_OF_FILE: the request was cut off
            95, // CANNOT_READ_FROM_SOCKET
            96, // CANNOT_WRITE_TO_SOCKET
            159, // TIMEOUT_EXCEEDED
            173, // CANNOT_ALLOCATE_MEMORY
            202, // TOO_MANY_SIMULTANEOUS_QUERIES
            203, // NO_FREE_CONNECTION
            209, // SOCKET_TIMEOUT
            210, // NETWORK_ERROR
            225, // NO_ZOOKEEPER
            236, // ABORTED: the server is shutting down
            241, // MEMORY_LIMIT_EXCEEDED
            242, // TABLE_IS_READ_ONLY: a replica without its keeper
            252, // TOO_MANY_PARTS
            254, // NO_ACTIVE_REPLICAS
            279, // ALL_CONNECTION_TRIES_FAILED
            285, // TOO_FEW_LIVE_REPLICAS
            286, // UNSATISFIED_QUORUM_FOR_PREVIOUS_WRITE
            319, // UNKNOWN_STATUS_OF_INSERT
            364, // RECEIVED_ERROR_TOO_MANY_REQUESTS
            394, // QUERY_WAS_CANCELLED
            425, // SYSTEM_ERROR
            439, // CANNOT_SCHEDULE_TASK
            473, // DEADLOCK_AVOIDED
            574, // DISTRIBUTED_TOO_MANY_PENDING_BYTES
            677, // THREAD_WAS_CANCELED
            692, // TOO_MANY_MUTATIONS
            722, // ASYNC_LOAD_WAIT_FAILED: the server is starting
            733, // TABLE_IS_BEING_RESTARTED
            735, // QUERY_WAS_CANCELLED_BY_CLIENT
            745, // SERVER_OVERLOADED
            749, // TCP_CONNECTION_LIMIT_REACHED
            762, // HTTP_CONNECTION_LIMIT_REACHED
            776, // RESOURCE_LIMIT_EXCEEDED
            777, // MEMORY_RESERVATION_KILLED
            778, // MEMORY_RESERVATION_FAILED
            904, // TOO_MANY_UNAVAILABLE_SHARDS
            999); // KEEPER_EXCEPTION

    private static final Set<Integer> ABOUT_ROWS = Set.of(
            6, // CANNOT_PARSE_TEXT
            25, // CANNOT_PARSE_ESCAPE_SEQUENCE
            26, // CANNOT_PARSE_QUOTED_STRING
            27, // CANNOT_PARSE_INPUT_ASSERTION_FAILED
            33, // CANNOT_READ_ALL_DATA
            38, // CANNOT_PARSE_DATE
            41, // CANNOT_PARSE_DATETIME
            53, // TYPE_MISMATCH
            69, // ARGUMENT_OUT_OF_BOUND
            70, // CANNOT_CONVERT_TYPE
            72, // CANNOT_PARSE_NUMBER
            117, // INCORRECT_DATA
            131, // TOO_LARGE_STRING_SIZE
            153, // ILLEGAL_DIVISION, in a materialized view or a default
            190, // SIZES_OF_ARRAYS_DONT_MATCH
            248, // INVALID_PARTITION_VALUE
            321, // VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE
            349, // CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN
            376, // CANNOT_PARSE_UUID
            395, // FUNCTION_THROW_IF_VALUE_IS_NON_ZERO, in a materialized view or a constraint
            407, // DECIMAL_OVERFLOW
            441, // CANNOT_PARSE_DOMAIN_VALUE_FROM_STRING
            467, // CANNOT_PARSE_BOOL
            469, // VIOLATED_CONSTRAINT
            565, // TOO_MANY_PARTITIONS in one insert: halves of it have fewer
            632, // UNEXPECTED_DATA_AFTER_PARSED_VALUE
            675, // CANNOT_PARSE_IPV4
            676, // CANNOT_PARSE_IPV6
            691); // UNKNOWN_ELEMENT_OF_ENUM

    private static final Set<Integer> TRANSIENT_HTTP = Set.of(408, 425, 429, 500, 502, 503, 504);

    /** Judges by the first of the causes that says something. */
    static Remedy on(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServerException answer) {
                return on(answer);
            }
            if (cause instanceof MalformedURLException
                    || cause instanceof SSLHandshakeException
                    || cause instanceof SSLPeerUnverifiedException) {
                return GIVE_UP;
            }
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                return RETRY;
            }
        }
        return GIVE_UP;
    }

    private static Remedy on(ServerException answer) {
        if (answer.getCode() == ServerException.CODE_UNKNOWN) {
            return TRANSIENT_HTTP.contains(answer.getTransportProtocolCode()) ? RETRY : GIVE_UP;
        }
        return onCode(answer.getCode());
    }

    /** Judges by ClickHouse's own error code. */
    static Remedy onCode(int code) {
        if (TRANSIENT.contains(code)) {
            return RETRY;
        }
        return ABOUT_ROWS.contains(code) ? REJECT_ROWS : GIVE_UP;
    }
}
