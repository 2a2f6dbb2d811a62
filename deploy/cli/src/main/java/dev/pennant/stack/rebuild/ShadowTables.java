package dev.pennant.stack.rebuild;

import dev.pennant.jobs.JobWiring;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables that a job fills a second time while it is rebuilt, beside those that are read. */
public final class ShadowTables {
    /** The values of indicators: what the shadow has told is told again from here as the job's own. */
    static final String VALUES = "indicator_log";

    private final RebuiltJob rebuilt;
    private final ClickHouseClient migrator;

    /** @param migrator signs in as the migrator */
    public ShadowTables(RebuiltJob rebuilt, ClickHouseClient migrator) {
        this.rebuilt = rebuilt;
        this.migrator = migrator;
    }

    /** Makes them, empty. */
    public void create() throws IOException {
        drop();
        for (String table : all()) {
            migrator.query("CREATE TABLE " + shadow(table) + " AS pennant." + table);
        }
    }

    /** Removes them, where there are any. */
    public void drop() throws IOException {
        for (String table : all()) {
            migrator.query("DROP TABLE IF EXISTS " + shadow(table) + " SYNC");
        }
    }

    /** What tells each table that is to be swapped in from the one that is read, whatever their names are by then. */
    Map<String, String> identities() throws IOException {
        Map<String, String> identities = new TreeMap<>();
        for (String table : rebuilt.tables()) {
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

    private List<String> all() {
        List<String> all = new ArrayList<>(rebuilt.tables());
        all.addAll(rebuilt.logs());
        all.add(VALUES);
        return all;
    }

    private String identity(String table) throws IOException {
        return migrator.query(
                "SELECT toString(uuid) FROM system.tables WHERE database = 'pennant' AND name = {table:String}",
                Map.of("param_table", table));
    }

    /** The shadow of a table, with its database. */
    static String shadow(String table) {
        return "pennant." + table + JobWiring.SHADOW_SUFFIX;
    }
}
