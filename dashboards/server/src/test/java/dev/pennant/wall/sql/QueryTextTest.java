package dev.pennant.wall.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pennant.wall.board.Choice;
import dev.pennant.wall.board.Option;
import dev.pennant.wall.board.OptionOrder;
import dev.pennant.wall.board.Variable;
import dev.pennant.wall.board.Variable.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryTextTest {
    private static final TimeRange RANGE = new TimeRange(Instant.ofEpochSecond(1_000), Instant.ofEpochSecond(2_000));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    unit = '${unit}'              | unit = '330482001'
                    unit = '$unit'                | unit = '330482001'
                    unit = '[[unit]]'             | unit = '330482001'
                    unit = '[[unit:raw]]'         | unit = '330482001'
                    unit = ${unit:singlequote}    | unit = '330482001'
                    unit = ${unit:sqlstring}      | unit = '330482001'
                    unit = $unit                  | unit = 330482001
                    name = '${unit:text}'         | name = '当湖街道'
                    x = '$unity'                  | x = '$unity'
                    x LIKE '%${unit}%'            | x LIKE '%330482001%'
                    SELECT "of $unit"             | SELECT "of 330482001"
                    SELECT [[1, 2], [3]], $1      | SELECT [[1, 2], [3]], $1
                    ${__from} < ${__to}           | 1000000 < 2000000
                    match(x, '^a$')               | match(x, '^a$')
                    """)
    void referencesOfEveryKindAreReplaced(String written, String expected) throws QueryException {
        assertThat(text(choice(Kind.QUERY, "unit", new Option("当湖街道", "330482001")))
                        .of(written))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "\\",
                "\\'",
                "' OR 1=1 --",
                "'; DROP TABLE pennant.units; --",
                "x' UNION ALL SELECT payload FROM pennant.dead_letters --",
                "\\' OR unit != '",
                "''",
                "*/ OR 1=1 /*",
                "$__fromTime",
                "$__timeFrom(x)",
                "${unit}",
                "$other",
                "line\nend",
                "\0"
            })
    void whatAReaderWritesStaysOneLiteral(String hostile) throws QueryException {
        QueryText text = text(choice(Kind.TEXT, "unit", new Option(hostile, hostile)));
        assertThat(literals(text.of("SELECT 1 WHERE unit = '${unit}' AND 2"))).containsExactly(hostile);
        assertThat(literals(text.of("SELECT 1 WHERE unit = ${unit:singlequote} AND 2")))
                .containsExactly(hostile);
        assertThat(literals(text.of("SELECT 1 WHERE unit = 'a${unit}b' AND $__timeFilter(t)")))
                .containsExactly("a" + hostile + "b");
    }

    @Property(tries = 500)
    void anyTextStaysOneLiteralAndReadsBackAsItself(@ForAll @StringLength(max = 30) String any) throws QueryException {
        QueryText text = text(choice(Kind.TEXT, "unit", new Option(any, any)));
        assertThat(literals(text.of("SELECT '${unit}', 1"))).containsExactly(any);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 OR 1=1", "unit", "1--", "1e5", "0x1", "", " 1", "１", "(SELECT 1)", "- 1"})
    void outsideOfQuotesOnlyANumberIsTaken(String value) {
        assertThatThrownBy(() -> text(choice(Kind.TEXT, "unit", new Option(value, value)))
                        .of("SELECT $unit"))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("$unit");
        assertThatThrownBy(() -> text(choice(Kind.QUERY, "unit", new Option(value, value)))
                        .of("SELECT ${unit:raw}"))
                .isInstanceOf(QueryException.class);
    }

    @Test
    void aNegativeNumberCannotBeginAComment() throws QueryException {
        QueryText text = text(choice(Kind.TEXT, "n", new Option("-1", "-1")));
        assertThat(text.of("SELECT 1-$n, 2")).isEqualTo("SELECT 1-(-1), 2");
    }

    @Test
    void whatTheAuthorHasListedMayBeAPieceOfTheQuery() throws QueryException {
        QueryText text = text(choice(Kind.CUSTOM, "column", new Option("增速", "growth DESC")));
        assertThat(text.of("SELECT 1 ORDER BY $column")).isEqualTo("SELECT 1 ORDER BY growth DESC");
    }

    @Test
    void severalValuesAreAListOfLiterals() throws QueryException {
        QueryText text = text(several("unit", false, "a", "b'c"));
        assertThat(text.of("unit IN ($unit)")).isEqualTo("unit IN ('a','b\\'c')");
        assertThat(text.of("unit IN (${unit:singlequote})")).isEqualTo("unit IN ('a','b\\'c')");
        assertThatThrownBy(() -> text.of("unit = '$unit'")).hasMessageContaining("${unit:singlequote}");
        assertThat(text(several("unit", false)).of("unit IN ($unit)")).isEqualTo("unit IN (NULL)");
    }

    @Test
    void aConditionHoldsNothingWhereAllAreChosen() throws QueryException {
        String written = "WHERE $__conditionalAll(unit IN ($unit), $unit) AND 1";
        assertThat(text(several("unit", true, "a", "b")).of(written)).isEqualTo("WHERE 1=1 AND 1");
        assertThat(text(several("unit", false, "a", "b")).of(written)).isEqualTo("WHERE unit IN ('a','b') AND 1");
    }

    @Test
    void commentsAreLeftOutWithWhateverStandsInThem() throws QueryException {
        QueryText text = text(choice(Kind.TEXT, "unit", new Option("\n, 2", "\n, 2")));
        assertThat(text.of("SELECT 1 -- $unit $__timeFilter()\n, '--' /* '$unit' */, 3"))
                .isEqualTo("SELECT 1  \n, '--'  , 3");
    }

    @Test
    void anUnknownFormatIsRefused() {
        QueryText text = text(choice(Kind.TEXT, "unit", new Option("a", "a")));
        assertThatThrownBy(() -> text.of("SELECT ${unit:json}")).hasMessageContaining("${unit:json}");
        assertThatThrownBy(() -> text.of("SELECT '${unit:singlequote}'")).isInstanceOf(QueryException.class);
    }

    private static QueryText text(Choice... choices) {
        Map<String, Choice> byName = Arrays.stream(choices)
                .collect(Collectors.toMap(choice -> choice.variable().name(), choice -> choice));
        return new QueryText(byName, RANGE, new Macros(RANGE, Duration.ofSeconds(1)));
    }

    private static Choice choice(Kind kind, String name, Option option) {
        return new Choice(variable(kind, name, false), List.of(option), List.of(option), false);
    }

    private static Choice several(String name, boolean all, String... values) {
        List<Option> options =
                Arrays.stream(values).map(value -> new Option(value, value)).toList();
        return new Choice(variable(Kind.QUERY, name, true), options, options, all);
    }

    private static Variable variable(Kind kind, String name, boolean multi) {
        return new Variable(
                name,
                kind,
                "",
                "",
                OptionOrder.AS_THEY_COME,
                multi,
                multi,
                Optional.empty(),
                true,
                List.of(),
                List.of());
    }

    /** What ClickHouse reads in the literals of a query; nothing else in it may have changed. */
    private static List<String> literals(String sql) {
        return SqlRegion.of(sql).stream()
                .filter(region -> region.kind() != SqlRegion.Kind.CODE)
                .map(region -> {
                    assertThat(region.kind()).isEqualTo(SqlRegion.Kind.LITERAL);
                    return unescaped(region.text().substring(1, region.text().length() - 1));
                })
                .toList();
    }

    private static String unescaped(String content) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < content.length(); at++) {
            char character = content.charAt(at);
            if (character == '\\') {
                at++;
                text.append(content.charAt(at) == '0' ? '\0' : content.charAt(at));
            } else {
                assertThat(character).isNotEqualTo('\'');
                text.append(character);
            }
        }
        return text.toString();
    }
}
