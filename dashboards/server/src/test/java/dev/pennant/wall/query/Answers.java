package dev.pennant.wall.query;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Answers as ClickHouse gives them, for tests. */
public final class Answers {
    private Answers() {}

    /** Columns of text: each a name in letters of a–z, and then its values, which are not. */
    public static Answer of(String... namesAndValues) {
        List<Column> columns = new ArrayList<>();
        for (String text : namesAndValues) {
            if (text.matches("[a-z]+")) {
                columns.add(new Column(text, ColumnType.of("String"), new ArrayList<>()));
            } else {
                columns.get(columns.size() - 1).cells().add(text);
            }
        }
        return new Answer(columns);
    }

    /** The answer in the format JSONCompact, with names and types such as {@code n UInt64} and rows as JSON. */
    public static Answer read(List<String> namesAndTypes, String... rows) {
        String meta = namesAndTypes.stream()
                .map(column -> column.split(" ", 2))
                .map(column -> "{\"name\":\"" + column[0] + "\",\"type\":\"" + column[1] + "\"}")
                .toList()
                .toString();
        String body = "{\"meta\":" + meta + ",\"data\":" + Arrays.toString(rows)
                + ",\"rows\":0,\"statistics\":{\"elapsed\":0.1}}";
        try {
            return AnswerReader.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
