package dev.pennant.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvRoundTripTest {
    private static final int WIDTH = 3;
    private static final List<String> COLUMNS =
            IntStream.range(0, WIDTH).mapToObj(column -> "c" + column).toList();

    @Property
    void anyTableOfStringsReadsBackTheSame(
            @ForAll("tables") List<List<String>> table,
            @ForAll("encodings") Charset encoding,
            @ForAll("lineEnds") String lineEnd,
            @ForAll boolean byteOrderMark,
            @ForAll boolean quoteAll,
            @ForAll boolean endTheLastLine)
            throws IOException {
        String text = (byteOrderMark ? "\ufeff" : "")
                + line(COLUMNS, quoteAll)
                + lineEnd
                + table.stream().map(row -> line(row, quoteAll)).collect(Collectors.joining(lineEnd))
                + (endTheLastLine ? lineEnd : "");
        Path file = Files.createTempFile("table", ".csv");
        try {
            Files.write(file, text.getBytes(encoding));
            // A few characters of GB18030 can happen to be valid UTF-8, so only UTF-8 has to be found out.
            Optional<Charset> named =
                    encoding.equals(StandardCharsets.UTF_8) ? Optional.empty() : Optional.of(encoding);

            assertThat(read(file, named)).isEqualTo(table);
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> characters = Arbitraries.oneOf(
                Arbitraries.of("\"", ",", "\n", "\r\n", "\r", " ", ";", "\t", "#", "当", "𠮷", "\u3000", "\u00a0", "é"),
                Arbitraries.strings()
                        .ofLength(1)
                        .filter(one -> one.charAt(0) != 0
                                && !Character.isSurrogate(one.charAt(0))
                                && one.charAt(0) != '\ufffe'));
        Arbitrary<String> cell = characters.list().ofMaxSize(8).map(parts -> String.join("", parts));
        Arbitrary<List<String>> row =
                cell.list().ofSize(WIDTH).filter(cells -> !cells.stream().allMatch(String::isBlank));
        return row.list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<Charset> encodings() {
        return Arbitraries.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.UTF_16LE);
    }

    @Provide
    Arbitrary<String> lineEnds() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    private static List<List<String>> read(Path file, Optional<Charset> encoding) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (Table table = Table.open(file, COLUMNS, encoding)) {
            for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
                assertThat(row.get().unreadable()).isEmpty();
                rows.add(row.get().cells());
            }
        }
        return rows;
    }

    private static String line(List<String> cells, boolean quoteAll) {
        return cells.stream().map(cell -> quoted(cell, quoteAll)).collect(Collectors.joining(","));
    }

    private static String quoted(String cell, boolean always) {
        boolean needed = always || cell.chars().anyMatch(character -> "\",\r\n".indexOf(character) >= 0);
        return needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
