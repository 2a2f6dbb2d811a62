package dev.pennant.wall.variable;

/** Something in an address that cannot be; the message says what, for whoever wrote it. */
public final class AskedException extends Exception {
    private static final long serialVersionUID = 1;

    public AskedException(String message) {
        super(message);
    }
}
