package dev.pennant.season;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.pennant.core.period.CumulativePeriod;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** How well each unit does in a field, quarter by quarter: {@code season/strengths.csv}. */
final class Strengths {
    private final Map<String, NamedCsvRecord> rows = new LinkedHashMap<>();

    /** @param field of which field */
    Strengths(String field) {
        SeasonFile.rows("strengths.csv").stream()
                .filter(row -> row.getField("field").equals(field))
                .forEach(row -> rows.put(row.getField("unit"), row));
    }

    /** The codes of the units that report the field. */
    Set<String> units() {
        return rows.keySet();
    }

    /** A unit's strength through a quarter; 0 is usual. */
    double of(String unit, CumulativePeriod quarter) {
        return Double.parseDouble(rows.get(unit).getField(quarter.toString()));
    }
}
