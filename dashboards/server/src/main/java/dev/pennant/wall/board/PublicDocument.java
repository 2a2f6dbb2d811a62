package dev.pennant.wall.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** What of a dashboard a browser may see: no query leaves the server. */
final class PublicDocument {
    /** Kept of a query, so that a panel knows what its answers are; whatever else a plugin adds stays here. */
    private static final Set<String> OF_A_TARGET = Set.of("refId", "datasource", "format", "hide");

    private static final List<String> QUERIES = List.of("rawSql", "rawQuery", "definition", "expr", "builderOptions");

    private PublicDocument() {}

    static void strip(ObjectNode dashboard) {
        dashboard.remove("annotations");
        for (JsonNode variable : dashboard.path("templating").path("list")) {
            if (variable.path("type").asText().equals("query") && variable instanceof ObjectNode queried) {
                queried.remove(List.of("query", "regex"));
            }
        }
        stripAll(dashboard);
    }

    private static void stripAll(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(QUERIES);
            if (object.get("targets") instanceof ArrayNode targets) {
                for (JsonNode target : targets) {
                    if (target instanceof ObjectNode fields) {
                        fields.retain(OF_A_TARGET);
                    }
                }
            }
        }
        node.forEach(PublicDocument::stripAll);
    }
}
