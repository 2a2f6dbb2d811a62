package dev.pennant.wall.board;

/** A file that is no board the wall can show; the message says what is wrong with it, for its author. */
public final class BoardException extends Exception {
    private static final long serialVersionUID = 1;

    public BoardException(String message) {
        super(message);
    }
}
