package dev.pennant.deadletters;

/** What became of a refused record. */
enum Fate {
    /** It was sent to its topic once more. */
    SENT("sent"),
    /** It was left: only the last message of a key stands, and a later one has come. */
    REPLACED("replaced");

    private final String id;

    Fate(String id) {
        this.id = id;
    }

    /** The spelling in the view {@code dead_letters}. */
    String id() {
        return id;
    }
}
