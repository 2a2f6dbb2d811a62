package dev.pennant.wall.query;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads ClickHouse's format JSONCompact, every number as the digits that were sent. */
final class AnswerReader {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final JsonParser parser;
    private final List<String> names = new ArrayList<>();
    private final List<ColumnType> types = new ArrayList<>();
    private final List<List<String>> cells = new ArrayList<>();

    private AnswerReader(JsonParser parser) {
        this.parser = parser;
    }

    /** @throws IOException when it is not such an answer */
    static Answer read(InputStream body) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            return new AnswerReader(parser).read();
        }
    }

    private Answer read() throws IOException {
        require(parser.nextToken() == JsonToken.START_OBJECT);
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            parser.nextToken();
            switch (field) {
                case "meta" -> readNamesAndTypes();
                case "data" -> readRows();
                default -> parser.skipChildren();
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < names.size(); column++) {
            columns.add(new Column(names.get(column), types.get(column), cells.get(column)));
        }
        return new Answer(columns);
    }

    private void readNamesAndTypes() throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                String value = parser.nextTextValue();
                if (field.equals("name")) {
                    names.add(value);
                } else {
                    types.add(ColumnType.of(value));
                }
            }
            cells.add(new ArrayList<>());
        }
        require(names.size() == types.size());
    }

    private void readRows() throws IOException {
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            for (List<String> column : cells) {
                column.add(cell(parser.nextToken()));
            }
            require(parser.nextToken() == JsonToken.END_ARRAY);
        }
    }

    private String cell(JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        return token.isStructStart() ? JSON.writeValueAsString(JSON.readTree(parser)) : parser.getText();
    }

    private static void require(boolean expected) throws IOException {
        if (!expected) {
            throw new IOException("The answer is not in the format JSONCompact");
        }
    }
}
