package dev.pennant.core.report;

/** What becomes of a report. */
public enum Filing {
    /** It stands now. */
    APPLIED("applied"),
    /** An equal or a higher revision stands already; nothing changes. */
    SUPERSEDED("superseded"),
    /** The same revision stands already with other figures; nothing changes. */
    CONFLICTING("conflicting");

    private final String id;

    Filing(String id) {
        this.id = id;
    }

    /** The spelling in the report log. */
    public String id() {
        return id;
    }
}
