package dev.pennant.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NumberExplanationTest {
    private static final NumberCard CARD = new NumberCard(number(), Map.of("value", "2.5 亿元"));

    @Test
    void textShowsTheFirstRowsOfATableAndSaysHowManyMoreThereAre() {
        assertThat(new NumberExplanation(CARD, List.of(stores(3, 2))).lines())
                .containsExactly(
                        "value  2.5 亿元",
                        "",
                        "The stores that sold most:",
                        "store  name  this year",
                        "1      店1          10",
                        "2      店2          20",
                        "… and 1 more; --json gives all");
        assertThat(new NumberExplanation(CARD, List.of(stores(2, 2))).lines())
                .hasSize(6)
                .noneMatch(line -> line.contains("more"));
    }

    @Test
    void aTableWithoutRowsIsNotShown() {
        assertThat(new NumberExplanation(CARD, List.of(stores(0, 2))).lines()).containsExactly("value  2.5 亿元");
    }

    @Test
    void jsonHasTheFactsOneByOneTheCardAndAllRowsOfAllTables() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(new NumberExplanation(CARD, List.of(stores(3, 2)))
                        .with(stores(0, 2, "alerts"))
                        .json());

        assertThat(json.fieldNames()).toIterable().containsExactly("number", "card", "stores", "alerts");
        assertThat(json.at("/number").fieldNames()).toIterable().containsExactly("value", "base", "synthetic");
        assertThat(json.at("/number/value").isTextual()).isTrue();
        assertThat(json.at("/number/base").isNull()).isTrue();
        assertThat(json.at("/number/synthetic").isBoolean()).isTrue();
        assertThat(json.at("/card/value").asText()).isEqualTo("2.5 亿元");
        assertThat(json.at("/stores")).hasSize(3);
        assertThat(json.at("/stores/2/this year").asText()).isEqualTo("30");
        assertThat(json.at("/alerts").isArray()).isTrue();
        assertThat(json.at("/alerts")).isEmpty();
    }

    private static ExplainedTable stores(int count, int most) {
        return stores(count, most, "stores");
    }

    private static ExplainedTable stores(int count, int most, String id) {
        List<Map<String, String>> rows = IntStream.rangeClosed(1, count)
                .mapToObj(store -> {
                    Map<String, String> row = new LinkedHashMap<>();
                    row.put("store", Integer.toString(store));
                    row.put("name", "店" + store);
                    row.put("this year", Integer.toString(10 * store));
                    return row;
                })
                .toList();
        return new ExplainedTable(id, "The stores that sold most:", rows, most);
    }

    private static Map<String, Object> number() {
        Map<String, Object> number = new LinkedHashMap<>();
        number.put("value", "2.5");
        number.put("base", null);
        number.put("synthetic", false);
        return number;
    }
}
