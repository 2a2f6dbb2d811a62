package dev.pennant.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pennant.text.TextTable.Column;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class TextTableTest {
    @Test
    void columnsStayAlignedBesideWideCharacters() {
        TextTable table = new TextTable(Column.left("单位"), Column.right("数值"), Column.left("note"));
        table.add("当湖街道", "143.55 亿元", "a");
        table.add("Zhapu", "9.1 亿元", "");
        assertThat(table.lines())
                .containsExactly(
                        "单位             数值  note", //
                        "当湖街道  143.55 亿元  a",
                        "Zhapu        9.1 亿元");
    }

    @Property
    void theLastColumnBeginsInTheSameCellInEveryLine(
            @ForAll @Size(max = 20) List<@NotEmpty @Chars({'a', '湖', '▲', 'é', '％'}) String> names) {
        TextTable table = new TextTable(Column.left("单位"), Column.right("n"), Column.left("|"));
        names.forEach(name -> table.add(name, name, "|"));
        assertThat(table.lines().stream().map(TextTable::width).collect(Collectors.toSet()))
                .hasSize(1);
    }

    @Test
    void combiningMarksTakeNoCell() {
        assertThat(TextTable.width("e\u0301")).isEqualTo(1);
        assertThat(TextTable.width("𠮷▲－")).isEqualTo(5);
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        TextTable table = new TextTable(Column.left("one"));
        assertThatThrownBy(() -> table.add("1", "2")).isInstanceOf(IllegalArgumentException.class);
    }
}
