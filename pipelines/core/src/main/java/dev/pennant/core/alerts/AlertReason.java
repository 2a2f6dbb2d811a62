package dev.pennant.core.alerts;

/** Why an alert is in its state. */
public enum AlertReason {
    /** The cause stands. */
    CAUSE_STANDS("cause-stands"),
    /** The cause stands, but not for as long as the rule asks. */
    HOLDING("holding"),
    /** Too few have reported for the figure to be judged. */
    HELD_BACK("held-back"),
    /** The cause is gone in a later period. */
    CLEARED("cleared"),
    /** The cause stands in a later period too, which has an alert of its own. */
    CONTINUED("continued"),
    /** The figures of its own period, or those they are compared with, were revised. */
    REVISED("revised"),
    /** The rule was changed so that it does not find the cause any more, or was taken back. */
    RULE_CHANGED("rule-changed");

    private final String id;

    AlertReason(String id) {
        this.id = id;
    }

    /** The contract's spelling. */
    public String id() {
        return id;
    }
}
