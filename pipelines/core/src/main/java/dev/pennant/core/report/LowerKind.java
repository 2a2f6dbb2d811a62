package dev.pennant.core.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a unit below the township is. */
public enum LowerKind {
    /** 行政村. */
    VILLAGE("village"),
    /** 居民小区. */
    RESIDENTIAL_QUARTER("residential-quarter"),
    /** 楼宇. */
    BUILDING("building"),
    /** 农户、住户. */
    HOUSEHOLD("household");

    private final String id;

    LowerKind(String id) {
        this.id = id;
    }

    /** The contract's spelling. */
    public String id() {
        return id;
    }

    /** The kind so spelled. */
    public static Optional<LowerKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    /** All spellings. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(LowerKind::id).toList();
    }
}
