package dev.pennant.core.standings;

import java.io.Serializable;

/**
 * What of a standing is made known: the red list of the first ones, who get the flag, and the black list of the last ones.
 *
 * @param first how many stand on the red list; of equal ranks all do
 * @param last how many stand on the black list, likewise; never one that is on the red list
 */
public record Publication(int first, int last) implements Serializable {
    /** The list of one of the first. */
    public static final String RED = "red";

    /** The list of one of the last. */
    public static final String BLACK = "black";

    /** The list that a rank is on; empty for none. */
    String listOf(int rank, int rankFromTheEnd) {
        if (rank <= first) {
            return RED;
        }
        return rankFromTheEnd <= last ? BLACK : "";
    }
}
