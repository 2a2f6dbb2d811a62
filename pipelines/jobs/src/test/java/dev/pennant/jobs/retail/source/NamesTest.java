package dev.pennant.jobs.retail.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class NamesTest {
    @Property
    void everyNameIsFoundAndNoOther(@ForAll List<String> names, @ForAll List<String> others) {
        Names found = new Names();
        Map<String, Integer> expected = new HashMap<>();
        for (String name : names) {
            if (!name.isEmpty() && expected.putIfAbsent(name, expected.size()) == null) {
                found.add(bytes(name), expected.get(name));
            }
        }

        expected.forEach((name, number) -> assertThat(find(found, name)).isEqualTo(number));
        for (String other : others) {
            assertThat(find(found, other)).isEqualTo(expected.getOrDefault(other, Names.UNKNOWN));
        }
    }

    @Test
    void namesThatBeginOrEndAlikeAreTold() {
        Names names = new Names();
        for (int i = 0; i < 50_000; i++) {
            names.add(bytes("91330482MA2N%06d".formatted(i)), i);
        }

        for (int i = 0; i < 50_000; i++) {
            assertThat(find(names, "91330482MA2N%06d".formatted(i))).isEqualTo(i);
        }
        assertThat(find(names, "91330482MA2N05000")).isEqualTo(Names.UNKNOWN);
        assertThat(find(names, "91330482MA2N0500000")).isEqualTo(Names.UNKNOWN);
    }

    private static int find(Names names, String name) {
        byte[] padded = ("##" + name + "#".repeat(Names.SHORT)).getBytes(StandardCharsets.UTF_8);
        return names.find(padded, 2, bytes(name).length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
