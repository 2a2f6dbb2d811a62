package dev.pennant.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SchemaEvolutionTest {
    private static final String ID = "{\"name\": \"id\", \"type\": \"string\"}";
    private static final String NOTE = "{\"name\": \"note\", \"type\": \"string\"}";
    private static final String NOTE_WITH_DEFAULT = "{\"name\": \"note\", \"type\": \"string\", \"default\": \"\"}";

    @Test
    void anUnchangedSchemaIsFine() {
        assertThat(SchemaEvolution.objections(backward(ID), List.of(backward(ID))))
                .isEmpty();
    }

    @Test
    void aFieldMayBeAddedWithADefault() {
        assertThat(SchemaEvolution.objections(backward(ID, NOTE_WITH_DEFAULT), List.of(backward(ID))))
                .isEmpty();
        assertThat(SchemaEvolution.objections(full(ID, NOTE_WITH_DEFAULT), List.of(full(ID))))
                .isEmpty();
    }

    @Test
    void aFieldWithoutADefaultCannotBeAdded() {
        assertThat(SchemaEvolution.objections(backward(ID, NOTE), List.of(backward(ID))))
                .containsExactly("it cannot read released version 1 of 1: the field note is not in the writer's schema"
                        + " and has no default in the reader's");
    }

    @Test
    void everyReleasedVersionCountsNotOnlyTheNewest() {
        assertThat(SchemaEvolution.objections(
                        backward(ID, NOTE), List.of(backward(ID), backward(ID, NOTE_WITH_DEFAULT))))
                .singleElement()
                .asString()
                .startsWith("it cannot read released version 1 of 2");
    }

    @Test
    void aFieldThatOlderReadersNeedCannotBeRemovedWhereFullCompatibilityIsPromised() {
        assertThat(SchemaEvolution.objections(backward(ID), List.of(backward(ID, NOTE))))
                .isEmpty();
        assertThat(SchemaEvolution.objections(full(ID), List.of(full(ID, NOTE))))
                .singleElement()
                .asString()
                .startsWith("it is not read by released version 1 of 1: the field note");
    }

    @Test
    void aTypeCannotBeChanged() {
        assertThat(SchemaEvolution.objections(
                        backward("{\"name\": \"id\", \"type\": \"long\"}"), List.of(backward(ID))))
                .singleElement()
                .asString()
                .startsWith("it cannot read released version 1 of 1")
                .contains("/fields/0/type");
    }

    @Test
    void theScaleOfADecimalCannotBeChangedThoughTheFingerprintStaysTheSame() {
        assertThat(SchemaEvolution.objections(backward(decimal(4)), List.of(backward(decimal(10)))))
                .containsExactly("the logical type of value (bytes) is decimal(38, 4) and was decimal(38, 10)"
                        + " in released version 1 of 1: the same bytes would mean something else");
    }

    @Test
    void aNumberCannotBecomeATime() {
        String number = "{\"name\": \"at\", \"type\": \"long\"}";
        String time = "{\"name\": \"at\", \"type\": {\"type\": \"long\", \"logicalType\": \"timestamp-millis\"}}";
        assertThat(SchemaEvolution.objections(backward(time), List.of(backward(number))))
                .singleElement()
                .asString()
                .contains("and was none in released version 1 of 1");
    }

    @Test
    void aPromiseMustBeMadeAndIsKept() {
        assertThat(SchemaEvolution.objections(event("none", ID), List.of()))
                .containsExactly("the property compatibility must be \"backward\" or \"full\", and is none");
        assertThat(SchemaEvolution.objections(backward(ID), List.of(full(ID))))
                .containsExactly("released version 1 of 1 promised full compatibility, which cannot be taken back");
    }

    private static String decimal(int scale) {
        return "{\"name\": \"value\", \"type\": {\"type\": \"bytes\", \"logicalType\": \"decimal\", \"precision\": 38, \"scale\": "
                + scale + "}}";
    }

    private static Schema backward(String... fields) {
        return event("backward", fields);
    }

    private static Schema full(String... fields) {
        return event("full", fields);
    }

    private static Schema event(String promise, String... fields) {
        return new Schema.Parser()
                .parse("{\"type\": \"record\", \"name\": \"Event\", \"compatibility\": \"%s\", \"fields\": [%s]}"
                        .formatted(promise, String.join(", ", fields)));
    }
}
