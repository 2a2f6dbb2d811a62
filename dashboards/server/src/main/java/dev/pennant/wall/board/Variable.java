package dev.pennant.wall.board;

import java.util.List;
import java.util.Optional;

/**
 * A variable of a board.
 *
 * @param name by which queries and titles refer to it
 * @param kind where its values come from
 * @param query the SQL of a query variable, as its author wrote it; empty for the other kinds
 * @param regex keeps what it matches of a query's answer, or is empty
 * @param sort how the options of a query are put in order
 * @param multi whether several values can be chosen
 * @param includeAll whether all can be chosen
 * @param allValue what stands for all, where the author wrote something of his own
 * @param fromAddress whether the page's address may say what is chosen
 * @param options what the author offers; a query's come from the database
 * @param initial the values chosen where nothing else is said
 */
public record Variable(
        String name,
        Kind kind,
        String query,
        String regex,
        OptionOrder sort,
        boolean multi,
        boolean includeAll,
        Optional<String> allValue,
        boolean fromAddress,
        List<Option> options,
        List<String> initial) {

    /** The value by which all options are chosen. */
    public static final String ALL = "$__all";

    /** Where values come from. */
    public enum Kind {
        /** Rows of the database. */
        QUERY,
        /** What the author lists. */
        CUSTOM,
        /** Spans of time that the author lists. */
        INTERVAL,
        /** One value that nobody changes. */
        CONSTANT,
        /** Whatever a reader writes. */
        TEXT;

        /** Whether the author himself wrote every value, so that it may be a piece of a query. */
        public boolean isWrittenByAuthor() {
            return this == CUSTOM || this == INTERVAL || this == CONSTANT;
        }
    }
}
