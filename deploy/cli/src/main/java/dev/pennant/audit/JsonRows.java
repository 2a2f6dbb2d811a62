package dev.pennant.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers of ClickHouse row by row, each value under the name that the query gives it: decimals exact, as text; moments with their zone. */
final class JsonRows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> EXACT = Map.of(
            "output_format_json_quote_decimals", "1",
            "output_format_json_quote_64bit_integers", "1",
            "date_time_output_format", "iso");

    private JsonRows() {}

    /**
     * The rows, each value as JSON has it.
     *
     * @param sql a query that names no format
     */
    static List<Map<String, Object>> of(ClickHouseClient analyst, String sql, Map<String, String> parameters)
            throws IOException {
        return rows(analyst, sql, parameters, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    /**
     * The rows, each value as text.
     *
     * @param sql a query that names no format
     */
    static List<Map<String, String>> ofText(ClickHouseClient analyst, String sql, Map<String, String> parameters)
            throws IOException {
        return rows(analyst, sql, parameters, new TypeReference<LinkedHashMap<String, String>>() {});
    }

    private static <R> List<R> rows(
            ClickHouseClient analyst, String sql, Map<String, String> parameters, TypeReference<? extends R> row)
            throws IOException {
        Map<String, String> settings = new HashMap<>(EXACT);
        settings.putAll(parameters);
        List<R> rows = new ArrayList<>();
        for (String line :
                analyst.query(sql + "\nFORMAT JSONEachRow", settings).lines().toList()) {
            rows.add(JSON.readValue(line, row));
        }
        return rows;
    }
}
