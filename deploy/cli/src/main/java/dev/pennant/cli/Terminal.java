package dev.pennant.cli;

/** Whether somebody watches: the launcher finds out, since Java cannot tell for each stream alone. */
final class Terminal {
    private Terminal() {}

    /** Whether results go to a terminal. */
    static boolean showsResults() {
        return Boolean.getBoolean("pennant.terminal.results");
    }

    /** Whether messages go to a terminal. */
    static boolean showsMessages() {
        return Boolean.getBoolean("pennant.terminal.messages");
    }
}
