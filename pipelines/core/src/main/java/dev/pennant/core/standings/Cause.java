package dev.pennant.core.standings;

/** Why a rank changed. */
public enum Cause {
    /** The unit takes part since, or others do or no longer do. */
    ROSTER("roster"),
    /** Points were given to the unit or taken from it, or a veto. */
    ADJUSTMENT("adjustment"),
    /** A figure of the unit that was complete was replaced. */
    CORRECTION("correction"),
    /** A figure of the unit came, or moved while more reports were expected. */
    OWN_VALUE("own-value"),
    /** Nothing of the unit's own: others moved. */
    OTHERS("others");

    private final String id;

    Cause(String id) {
        this.id = id;
    }

    /** The contract's spelling. */
    public String id() {
        return id;
    }
}
