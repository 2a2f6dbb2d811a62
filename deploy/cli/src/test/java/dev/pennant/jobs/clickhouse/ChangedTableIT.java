package dev.pennant.jobs.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A table that is altered between two batches of one writer, which asks for its columns only now and then. */
@Timeout(120)
class ChangedTableIT {
    private static final String TABLE = "pennant.dead_letter_log";

    @TempDir
    private static Path folder;

    private static RealDatabase database;

    private record Sample(long number, String level) {}

    private static final TableMapping<Sample> MAPPING = TableMapping.<Sample>into(TABLE)
            .column("number", Sample::number)
            .column("level", Sample::level)
            .key("number")
            .version("number")
            .build();

    private final AtomicLong nanos = new AtomicLong();
    private NativeInserter inserter;

    @BeforeAll
    static void start() throws Exception {
        database = new RealDatabase(folder);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void insertOne() throws Exception {
        database.execute("CREATE TABLE " + TABLE + " (number UInt16, level Enum8('red' = 1, 'black' = 2))"
                + " ENGINE = MergeTree ORDER BY tuple()");
        inserter = new NativeInserter(database.access(), TABLE, MAPPING.columns(), new Ticker() {
            @Override
            public long nanos() {
                return nanos.get();
            }

            @Override
            public void pause(Duration duration) {
                nanos.addAndGet(duration.toNanos());
            }
        });
        insert(1, "red");
    }

    @AfterEach
    void close() throws Exception {
        inserter.close();
        database.execute("DROP TABLE " + TABLE + " SYNC");
    }

    @Test
    void aBatchWrittenForOtherTypesIsWrittenForThoseThereAreNow() throws Exception {
        alter("MODIFY COLUMN number UInt64");

        insert(2, "black");

        assertThat(rows()).isEqualTo("1\tred\n2\tblack");
    }

    @Test
    void aNumberThatAColumnNoLongerHoldsIsRefusedAndDoesNotWrapAround() throws Exception {
        alter("MODIFY COLUMN number UInt8");

        assertThatThrownBy(() -> insert(300, "black"))
                .isInstanceOfSatisfying(InsertFailure.class, failure -> assertThat(failure.remedy())
                        .isEqualTo(Remedy.REJECT_ROWS))
                .hasMessageContaining("column number of type UInt8 cannot hold Long 300");

        assertThat(rows()).isEqualTo("1\tred");
    }

    @Test
    void aNullThatAColumnNoLongerHoldsIsRefusedAndDoesNotBecomeADefault() throws Exception {
        for (String type : List.of("String", "LowCardinality(String)")) {
            alter("MODIFY COLUMN level " + nullable(type));
            nanos.addAndGet(Duration.ofSeconds(20).toNanos());
            insert(2, null);
            alter("UPDATE level = 'red' WHERE level IS NULL SETTINGS mutations_sync = 2");
            alter("MODIFY COLUMN level " + type + " DEFAULT ''");

            assertThatThrownBy(() -> insert(3, null))
                    .isInstanceOfSatisfying(InsertFailure.class, failure -> assertThat(failure.remedy())
                            .isEqualTo(Remedy.REJECT_ROWS))
                    .hasMessageContaining("column level of type " + type + " takes no null");
        }

        assertThat(rows()).isEqualTo("1\tred\n2\tred\n2\tred");
    }

    private static String nullable(String type) {
        return type.startsWith("LowCardinality") ? "LowCardinality(Nullable(String))" : "Nullable(" + type + ")";
    }

    @Test
    void whatAColumnDidNotTakeIsTakenOnceItDoes() throws Exception {
        alter("MODIFY COLUMN level Enum8('red' = 1, 'black' = 2, 'green' = 3)");

        insert(2, "green");

        assertThat(rows()).isEqualTo("1\tred\n2\tgreen");
    }

    @Test
    void aRowThatTheTableRefusesAsItIsNowIsRefused() throws Exception {
        alter("ADD CONSTRAINT few CHECK number < 5");
        alter("MODIFY COLUMN number UInt32");

        assertThatThrownBy(() -> insert(6, "black"))
                .isInstanceOfSatisfying(InsertFailure.class, failure -> assertThat(failure.remedy())
                        .isEqualTo(Remedy.REJECT_ROWS))
                .hasMessageContaining("few");
        insert(4, "black");

        assertThat(rows()).isEqualTo("1\tred\n4\tblack");
    }

    @Test
    void aColumnThatGoesMissingFailsTheNextBatchWithASentence() throws Exception {
        alter("DROP COLUMN level");

        assertThatThrownBy(() -> insert(2, "black"))
                .isInstanceOfSatisfying(InsertFailure.class, failure -> assertThat(failure.remedy())
                        .isEqualTo(Remedy.GIVE_UP))
                .hasMessageContaining("it has no column level; its columns are [number]");
    }

    @Test
    void aColumnThatNeedsAValueIsSeenWithinTenSeconds() throws Exception {
        alter("ADD COLUMN source String");
        nanos.addAndGet(Duration.ofSeconds(9).toNanos());
        insert(2, "black");

        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThatThrownBy(() -> insert(3, "red"))
                .isInstanceOfSatisfying(InsertFailure.class, failure -> assertThat(failure.remedy())
                        .isEqualTo(Remedy.GIVE_UP))
                .hasMessageContaining("it needs a value for source String");

        assertThat(database.execute("SELECT number FROM " + TABLE + " ORDER BY number"))
                .isEqualTo("1\n2");
    }

    private static void alter(String how) throws Exception {
        database.execute("ALTER TABLE " + TABLE + " " + how);
    }

    private void insert(long number, String level) throws InsertFailure {
        inserter.insert(List.of(MAPPING.rowsOf(new Sample(number, level)).get(0)));
    }

    private static String rows() throws Exception {
        return database.execute("SELECT number, level FROM " + TABLE + " ORDER BY number");
    }
}
