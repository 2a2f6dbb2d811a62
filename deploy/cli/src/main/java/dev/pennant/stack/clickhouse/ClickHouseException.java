package dev.pennant.stack.clickhouse;

/** ClickHouse refused a query. */
public final class ClickHouseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    ClickHouseException(int code, String message) {
        super(message);
        this.code = code;
    }

    /** ClickHouse's own error code, such as 497 for access denied; 0 when it gave none. */
    public int code() {
        return code;
    }
}
