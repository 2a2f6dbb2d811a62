package dev.pennant.schemas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/**
 * What speaks against a schema as the next version of an event. A schema says in its property {@code compatibility} what
 * it promises: {@code backward} reads everything ever released, {@code full} is also read by every version ever released.
 */
final class SchemaEvolution {
    private static final String PROMISE = "compatibility";
    private static final String FULL = "full";

    private SchemaEvolution() {}

    /** One sentence for each objection to the schema after the versions released so far; none if it may be released. */
    static List<String> objections(Schema next, List<Schema> released) {
        List<String> objections = new ArrayList<>();
        String promise = next.getProp(PROMISE);
        if (!"backward".equals(promise) && !FULL.equals(promise)) {
            objections.add("the property compatibility must be \"backward\" or \"full\", and is " + promise);
        }
        for (int i = 0; i < released.size(); i++) {
            Schema old = released.get(i);
            String version = "released version " + (i + 1) + " of " + released.size();
            if (FULL.equals(old.getProp(PROMISE)) && !FULL.equals(promise)) {
                objections.add(version + " promised full compatibility, which cannot be taken back");
            }
            incompatibilities(next, old).forEach(what -> objections.add("it cannot read " + version + ": " + what));
            if (FULL.equals(promise)) {
                incompatibilities(old, next)
                        .forEach(what -> objections.add("it is not read by " + version + ": " + what));
            }
            objections.addAll(reinterpretations(next, old, version));
        }
        return objections;
    }

    private static List<String> incompatibilities(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(SchemaEvolution::sentence)
                .toList();
    }

    private static String sentence(Incompatibility incompatibility) {
        return switch (incompatibility.getType()) {
            case READER_FIELD_MISSING_DEFAULT_VALUE ->
                "the field " + incompatibility.getMessage()
                        + " is not in the writer's schema and has no default in the reader's";
            default ->
                "%s at %s (%s)"
                        .formatted(
                                incompatibility.getMessage(), incompatibility.getLocation(), incompatibility.getType());
        };
    }

    /** Neither Avro's compatibility rules nor the fingerprint see a logical type, so that a changed scale would go unnoticed. */
    private static List<String> reinterpretations(Schema next, Schema old, String version) {
        Map<String, LogicalType> before = logicalTypes(old);
        Map<String, LogicalType> after = logicalTypes(next);
        List<String> objections = new ArrayList<>();
        after.forEach((value, type) -> {
            if (before.containsKey(value) && !described(type).equals(described(before.get(value)))) {
                objections.add("the logical type of %s is %s and was %s in %s: the same bytes would mean something else"
                        .formatted(value, described(type), described(before.get(value)), version));
            }
        });
        return objections;
    }

    private static Map<String, LogicalType> logicalTypes(Schema event) {
        Map<String, LogicalType> types = new HashMap<>();
        for (Schema.Field field : event.getFields()) {
            List<Schema> branches = field.schema().isUnion() ? field.schema().getTypes() : List.of(field.schema());
            branches.forEach(
                    branch -> types.put(field.name() + " (" + branch.getName() + ")", branch.getLogicalType()));
        }
        return types;
    }

    private static String described(LogicalType type) {
        if (type instanceof LogicalTypes.Decimal decimal) {
            return "decimal(" + decimal.getPrecision() + ", " + decimal.getScale() + ")";
        }
        return type == null ? "none" : type.getName();
    }
}
