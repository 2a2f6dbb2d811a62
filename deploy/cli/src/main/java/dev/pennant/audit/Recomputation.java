package dev.pennant.audit;

import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Recomputes every indicator from the logs by SQL, and compares. */
public final class Recomputation {
    /** The query; people can run it themselves as analyst. */
    public static final String SQL = sql();

    private static final int COLUMNS = 5;

    private Recomputation() {}

    /** The values that cannot be reproduced; none when all is well. */
    static List<Difference> differences(ClickHouseClient analyst) throws IOException {
        return analyst.query(SQL)
                .lines()
                .map(row -> row.split("\t", COLUMNS))
                .map(row -> new Difference(row[0], row[1], row[2], row[3], row[4]))
                .toList();
    }

    /** How many values stand in the view, and were compared. */
    static long compared(ClickHouseClient analyst) throws IOException {
        return Long.parseLong(analyst.query("SELECT count() FROM pennant.indicators"));
    }

    private static String sql() {
        try (InputStream resource = Recomputation.class.getResourceAsStream("/audit/recompute-indicators.sql")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * A value that is not what the logs say.
     *
     * @param published value on base, growth, coverage as the view has them
     * @param recomputed the same as the logs give them
     */
    public record Difference(String indicator, String unit, String period, String published, String recomputed) {}
}
