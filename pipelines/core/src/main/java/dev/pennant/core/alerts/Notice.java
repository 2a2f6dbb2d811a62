package dev.pennant.core.alerts;

/**
 * An alert and what a receiver knows of it.
 *
 * @param alert as it stands
 * @param known whether the receiver knows that it fires
 */
public record Notice(Alert alert, Known known) {
    /** Whether a receiver knows that an alert fires. */
    public enum Known {
        /** It was never told, or was told that it has ended. */
        NO,
        /** It was told something, and did not say that it heard. */
        MAYBE,
        /** It was told, and took it. */
        YES
    }

    /** Whether the receiver has to be told: that it fires, or that it has ended. */
    boolean isUnsaid() {
        return known != (isFiring() ? Known.YES : Known.NO);
    }

    /** Whether there is nothing left to tell of it, and nothing to remember. */
    boolean isSettled() {
        return !isFiring() && known == Known.NO;
    }

    boolean isFiring() {
        return alert.state() == AlertState.FIRING;
    }
}
