package dev.pennant.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a number comes from.
 *
 * @param card which number it is, and how it stands
 * @param tables what it is made of, from the whole to its parts
 */
public record NumberExplanation(NumberCard card, List<ExplainedTable> tables) {
    public NumberExplanation {
        tables = List.copyOf(tables);
    }

    /** The same with one table more. */
    public NumberExplanation with(ExplainedTable table) {
        List<ExplainedTable> more = new ArrayList<>(tables);
        more.add(table);
        return new NumberExplanation(card, more);
    }

    /** The explanation as people read it, line by line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(card.lines());
        tables.forEach(table -> lines.addAll(table.lines()));
        return lines;
    }

    /**
     * The explanation as one JSON object: {@code number} with the facts of the card one by one, {@code card} as people read it, and every row of each table
     * under the table's name.
     */
    public String json() throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("number", card.number());
        object.put("card", card.entries());
        tables.forEach(table -> object.put(table.id(), table.rows()));
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(object);
    }
}
