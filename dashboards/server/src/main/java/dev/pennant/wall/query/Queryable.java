package dev.pennant.wall.query;

/** Something that answers queries. */
@FunctionalInterface
public interface Queryable {
    /**
     * The answer to a query.
     *
     * @throws DatabaseException when there is none
     */
    Answer query(String sql) throws DatabaseException;
}
