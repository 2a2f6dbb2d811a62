package dev.pennant.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlScriptTest {
    @Test
    void statementsEndAtSemicolonsAndTheLastNeedsNone() {
        assertThat(SqlScript.statements("SELECT 1;\n\nSELECT 2 ;SELECT 3\n"))
                .containsExactly("SELECT 1", "SELECT 2", "SELECT 3");
    }

    @Test
    void nothingButCommentsAndSpaceIsNoStatement() {
        assertThat(SqlScript.statements("-- a; b\n;; /* c; */ ;\n# d;\n#! e;\n  "))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ';'",
                "SELECT 'it''s; fine'",
                "SELECT 'it\\'s; fine'",
                "SELECT 'ends in \\\\', ';'",
                "SELECT \"a;b\" FROM `c;d`",
                "SELECT \"a\\\";b\"",
                "SELECT 1 -- not the end; really\n + 1",
                "SELECT 1 /* not; 'the end */ + 1",
                "SELECT '/* no comment', ';', '*/'",
                "SELECT '-- no comment; '",
                "SELECT $sql$ a; 'b; $x$ ; $sql$",
                "SELECT a$b, 'c;d'",
                "SELECT 'no # comment;' # a comment; it's one\n + 1",
                "SELECT '中文；;'"
            })
    void aSemicolonInQuotesOrCommentsEndsNothing(String statement) {
        assertThat(SqlScript.statements(statement + ";SELECT 2")).containsExactly(statement, "SELECT 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 'a;", "SELECT `a;", "/* a;", "SELECT $$ a;", "SELECT 'a\\'"})
    void whatDoesNotEndIsRefusedWithItsLine(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SqlScript.statements("SELECT 1;\n" + text))
                .withMessageContaining("line 2 does not end");
    }

    @Property
    void statementsJoinedBySemicolonsComeApartAgain(@ForAll("scripts") List<String> statements) {
        String script = statements.stream().collect(Collectors.joining(";\n", "", ";"));
        assertThat(SqlScript.statements(script)).isEqualTo(statements);
    }

    @Provide
    Arbitrary<List<String>> scripts() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars("a;-/*# $\"`\n中")
                .ofMaxLength(12)
                .map(content -> "'" + content + "'");
        Arbitrary<String> comment =
                Arbitraries.strings().withChars("a;'\"` ").ofMaxLength(8).map(content -> "/*" + content + "*/");
        Arbitrary<String> word = Arbitraries.of("SELECT", "a", "1", "+", "(b)");
        return Arbitraries.oneOf(text, comment, word)
                .list()
                .ofMaxSize(6)
                .map(parts -> "SELECT " + String.join(" ", parts))
                .map(String::strip)
                .list()
                .ofMaxSize(5);
    }
}
