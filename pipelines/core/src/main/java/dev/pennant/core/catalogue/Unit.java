package dev.pennant.core.catalogue;

import java.util.Optional;

/**
 * A place whose figures are shown: a township-level division, a county or a prefecture.
 *
 * @param code statistical code: nine digits, six or four
 * @param name official name; names are not unique across counties
 * @param kind what it is
 * @param zone the development zone it belongs to, or empty
 * @param parent code of the county of a township, of the prefecture of a county; nothing for a prefecture
 */
public record Unit(String code, String name, Kind kind, String zone, Optional<String> parent) {
    /** Whether enterprises are registered in it: it is at the township level. */
    public boolean isTownship() {
        return kind == Kind.SUBDISTRICT || kind == Kind.TOWN || kind == Kind.TOWNSHIP;
    }

    /** What a unit is. */
    public enum Kind {
        /** 地级市. */
        PREFECTURE("prefecture"),
        /** 县、市、区. */
        COUNTY("county"),
        /** 街道. */
        SUBDISTRICT("subdistrict"),
        /** 镇. */
        TOWN("town"),
        /** 乡. */
        TOWNSHIP("township");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** The contract's spelling. */
        public String id() {
            return id;
        }
    }
}
