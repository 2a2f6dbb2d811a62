package dev.pennant.wall.frame;

/** An answer that is no series over time, where a panel wants one. */
public final class FrameException extends Exception {
    private static final long serialVersionUID = 1;

    FrameException(String message) {
        super(message);
    }
}
