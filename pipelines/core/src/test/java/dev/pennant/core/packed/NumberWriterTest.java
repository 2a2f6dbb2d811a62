package dev.pennant.core.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class NumberWriterTest {
    @Property
    void whatIsWrittenIsRead(@ForAll List<Long> numbers) {
        NumberWriter writer = new NumberWriter(0);
        numbers.forEach(number -> writer.put(number).putSigned(number).putFixed(number));

        NumberReader reader = new NumberReader(writer.copy());
        for (long number : numbers) {
            assertThat(reader.next()).isEqualTo(number);
            assertThat(reader.nextSigned()).isEqualTo(number);
            assertThat(reader.nextFixed()).isEqualTo(number);
        }
    }

    @Test
    void aNumberTakesAsManyBytesAsItNeeds() {
        assertThat(new NumberWriter(0).put(0x7F).copy()).containsExactly(0x7F);
        assertThat(new NumberWriter(0).put(0x80).copy()).containsExactly(0x80, 1);
        assertThat(new NumberWriter(0).put(-1).copy()).hasSize(10);
        assertThat(new NumberWriter(0).putSigned(-1).copy()).containsExactly(1);
        assertThat(new NumberWriter(0).putFixed(258).copy()).containsExactly(0, 0, 0, 0, 0, 0, 1, 2);
    }

    @Test
    void aWriterThatWasClearedBeginsAnew() {
        NumberWriter writer = new NumberWriter(0).put(5).put(6);
        writer.clear();

        assertThat(writer.put(7).copy()).containsExactly(7);
    }
}
