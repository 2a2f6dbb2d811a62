package dev.pennant.deadletters;

/** What became of a refused record. */
enum Fate {
    /** It was sent to its topic once more. */
    SENT("sent"),
    /** It was left: only the last message of a key stands, and a later one was taken. */
    REPLACED("replaced"),
    /** It was left: it is older than the withdrawals that such a topic keeps, of which one may have come later. */
    TOO_OLD("too-old");

    private final String id;

    Fate(String id) {
        this.id = id;
    }

    /** The spelling in the view {@code dead_letters}. */
    String id() {
        return id;
    }
}
