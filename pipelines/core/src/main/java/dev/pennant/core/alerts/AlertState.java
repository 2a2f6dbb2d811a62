package dev.pennant.core.alerts;

/** How far an alert has come. */
public enum AlertState {
    /** Its cause stands, but not yet for long enough, or in a figure that is not complete enough. */
    PENDING("pending"),
    /** Its cause stands, in the last period that can be judged. */
    FIRING("firing"),
    /** Its cause stands in its own period, and a later period has been judged since. */
    RESOLVED("resolved"),
    /** A revision of the figures, or of the rule, has removed its cause. */
    WITHDRAWN("withdrawn");

    private final String id;

    AlertState(String id) {
        this.id = id;
    }

    /** The contract's spelling. */
    public String id() {
        return id;
    }
}
