package dev.pennant.core.standings;

/** What of an indicator is scored. */
public enum Aspect {
    /** Its value, in its measure (总量). */
    LEVEL("level", ""),
    /** Its growth as published, in percent or percentage points (增速). */
    GROWTH("growth", "增速"),
    /** Its value as a share of the values of all units that are compared, in percent (占比). */
    SHARE("share", "占比");

    private final String id;
    private final String suffix;

    Aspect(String id, String suffix) {
        this.id = id;
        this.suffix = suffix;
    }

    /** The spelling in the catalogue and in the views. */
    public String id() {
        return id;
    }

    /** What follows the title of an indicator when this of it is meant. */
    public String suffix() {
        return suffix;
    }
}
