package dev.pennant.stack.rebuild;

import dev.pennant.jobs.JobWiring;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables that a job fills a second time while it is rebuilt, beside those that are read. */
public final class ShadowTables {
    /** Those of receipts that take the place of the ones that are read. */
    private static final List<String> SWAPPED = List.of(
            "retail_hour_latest",
            "retail_store_day_latest",
            "retail_category_latest",
            "retail_reading_latest",
            "retail_held_latest");

    /** Logs, which hold what was: what a shadow writes of them is of no use. */
    private static final List<String> DISCARDED = List.of("indicator_log", "store_registry_log");

    private final ClickHouseClient migrator;

    /** @param migrator signs in as the migrator */
    public ShadowTables(ClickHouseClient migrator) {
        this.migrator = migrator;
    }

    /** Makes them, empty. */
    public void create() throws IOException {
        drop();
        for (String table : SWAPPED) {
            create(table);
        }
        for (String table : DISCARDED) {
            create(table);
        }
    }

    /** Removes them, where there are any. */
    public void drop() throws IOException {
        for (String table : SWAPPED) {
            migrator.query("DROP TABLE IF EXISTS " + shadow(table) + " SYNC");
        }
        for (String table : DISCARDED) {
            migrator.query("DROP TABLE IF EXISTS " + shadow(table) + " SYNC");
        }
    }

    /** What tells each table that is to be swapped in from the one that is read, whatever their names are by then. */
    Map<String, String> identities() throws IOException {
        Map<String, String> identities = new TreeMap<>();
        for (String table : SWAPPED) {
            identities.put(table, identity(table + JobWiring.SHADOW_SUFFIX));
        }
        return identities;
    }

    /** Swaps in what has not been swapped in yet. */
    void swap(Map<String, String> identities) throws IOException {
        for (Map.Entry<String, String> table : identities.entrySet()) {
            if (!identity(table.getKey()).equals(table.getValue())) {
                migrator.query("EXCHANGE TABLES pennant." + table.getKey() + " AND " + shadow(table.getKey()));
            }
        }
    }

    private void create(String table) throws IOException {
        migrator.query("CREATE TABLE " + shadow(table) + " AS pennant." + table);
    }

    private String identity(String table) throws IOException {
        return migrator.query(
                "SELECT toString(uuid) FROM system.tables WHERE database = 'pennant' AND name = {table:String}",
                Map.of("param_table", table));
    }

    private static String shadow(String table) {
        return "pennant." + table + JobWiring.SHADOW_SUFFIX;
    }
}
