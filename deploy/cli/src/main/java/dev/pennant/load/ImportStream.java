package dev.pennant.load;

import dev.pennant.jobs.kafka.Topic;
import java.util.List;
import java.util.Optional;

/** A stream that files can be imported into: its columns, and what a row of them becomes. It belongs to one thread. */
public interface ImportStream {
    /** Where its events go; the stream has the topic's name. */
    Topic topic();

    /** Its columns, all of which a file has to have, in any order. */
    List<String> columns();

    /** Columns that a file may have or leave out. */
    default List<String> optionalColumns() {
        return List.of();
    }

    /** The rows of another file follow. */
    default void begin() {}

    /** The event that a readable row stands for, or all that is wrong with it. */
    RowOutcome read(TableRow row);

    /** What the sender of the file should know about its accepted rows, in one sentence. */
    default Optional<String> remark() {
        return Optional.empty();
    }
}
