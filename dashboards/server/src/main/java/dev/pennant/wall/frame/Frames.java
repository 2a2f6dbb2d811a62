package dev.pennant.wall.frame;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pennant.wall.board.Target;
import dev.pennant.wall.query.Answer;
import dev.pennant.wall.query.ColumnType.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Grafana's data frames in its JSON. Numbers keep every digit that the database has sent; a time is whole milliseconds, and what is
 * finer stands beside it as nanoseconds.
 */
public final class Frames {
    private static final long MILLIS_OF_A_DAY = 86_400_000;
    private static final int MILLI_DIGITS = 3;
    private static final int NANO_DIGITS = 6;

    /** How ClickHouse writes what is no finite number, and what Grafana calls it. */
    private static final SortedMap<String, String> NO_NUMBERS =
            new TreeMap<>(Map.of("nan", "NaN", "inf", "Inf", "-inf", "NegInf"));

    /** Such a word in a list of numbers, where nothing else stands in quotes. */
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private Frames() {}

    /**
     * Writes the frame that an answer is for a target.
     *
     * @throws FrameException when it is no series over time, and should be
     */
    public static void write(Target target, Answer answer, JsonGenerator json) throws IOException, FrameException {
        boolean series = target.format() == Target.Format.TIME_SERIES;
        List<Field> fields = series
                ? WideSeries.of(answer)
                : answer.columns().stream().map(Field::of).toList();
        json.writeStartObject();
        json.writeObjectFieldStart("schema");
        json.writeStringField("refId", target.refId());
        json.writeObjectFieldStart("meta");
        if (series) {
            json.writeStringField("type", "timeseries-wide");
        }
        json.writeStringField("preferredVisualisationType", series ? "graph" : "table");
        json.writeEndObject();
        json.writeArrayFieldStart("fields");
        for (Field field : fields) {
            writeSchema(field, json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeObjectFieldStart("data");
        json.writeArrayFieldStart("values");
        for (Field field : fields) {
            writeValues(field, json);
        }
        json.writeEndArray();
        writeNanos(fields, json);
        writeEntities(fields, json);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeSchema(Field field, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", field.name());
        json.writeStringField(
                "type",
                switch (field.type().kind()) {
                    case NUMBER -> "number";
                    case TIME, DATE -> "time";
                    case TEXT -> "string";
                    case BOOLEAN -> "boolean";
                    case NUMBERS, NESTED -> "other";
                });
        json.writeObjectFieldStart("typeInfo");
        json.writeStringField("frame", field.type().frameType());
        if (field.type().nullable()) {
            json.writeBooleanField("nullable", true);
        }
        json.writeEndObject();
        if (!field.labels().isEmpty()) {
            json.writeObjectField("labels", field.labels());
        }
        json.writeEndObject();
    }

    private static void writeValues(Field field, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (String cell : field.cells()) {
            if (cell == null) {
                json.writeNull();
                continue;
            }
            switch (field.type().kind()) {
                case NUMBER -> json.writeRawValue(NO_NUMBERS.containsKey(cell) ? "null" : cell);
                case BOOLEAN, NESTED -> json.writeRawValue(cell);
                case NUMBERS -> json.writeRawValue(QUOTED.matcher(cell).replaceAll("null"));
                case TIME -> json.writeNumber(millis(cell).toBigInteger());
                case DATE -> json.writeNumber(LocalDate.parse(cell).toEpochDay() * MILLIS_OF_A_DAY);
                case TEXT -> json.writeString(cell);
            }
        }
        json.writeEndArray();
    }

    private static void writeNanos(List<Field> fields, JsonGenerator json) throws IOException {
        if (fields.stream().noneMatch(Frames::isFinerThanMillis)) {
            return;
        }
        json.writeArrayFieldStart("nanos");
        for (Field field : fields) {
            if (isFinerThanMillis(field)) {
                json.writeStartArray();
                for (String cell : field.cells()) {
                    json.writeNumber(cell == null ? 0 : nanos(cell));
                }
                json.writeEndArray();
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
    }

    /** JSON has no word for what is no number; Grafana's frames say beside the values where it stands. */
    private static void writeEntities(List<Field> fields, JsonGenerator json) throws IOException {
        if (fields.stream().noneMatch(Frames::hasNoNumbers)) {
            return;
        }
        json.writeArrayFieldStart("entities");
        for (Field field : fields) {
            if (!hasNoNumbers(field)) {
                json.writeNull();
                continue;
            }
            json.writeStartObject();
            for (Map.Entry<String, String> kind : NO_NUMBERS.entrySet()) {
                json.writeArrayFieldStart(kind.getValue());
                for (int row = 0; row < field.cells().size(); row++) {
                    if (kind.getKey().equals(field.cells().get(row))) {
                        json.writeNumber(row);
                    }
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static boolean hasNoNumbers(Field field) {
        return field.type().kind() == Kind.NUMBER
                && field.cells().stream().anyMatch(cell -> cell != null && NO_NUMBERS.containsKey(cell));
    }

    private static boolean isFinerThanMillis(Field field) {
        return field.type().kind() == Kind.TIME
                && field.cells().stream().anyMatch(cell -> cell != null && nanos(cell) != 0);
    }

    private static BigDecimal millis(String seconds) {
        return new BigDecimal(seconds).movePointRight(MILLI_DIGITS);
    }

    private static int nanos(String seconds) {
        BigDecimal millis = millis(seconds);
        return millis.subtract(new BigDecimal(millis.toBigInteger()))
                .movePointRight(NANO_DIGITS)
                .intValue();
    }
}
