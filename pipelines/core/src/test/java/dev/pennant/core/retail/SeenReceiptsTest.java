package dev.pennant.core.retail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

final class SeenReceiptsTest {
    @Property
    void itSaysOfEachReceiptWhatASetWould(@ForAll("numbers") long[] numbers) {
        SeenReceipts seen = empty();
        Set<Long> set = new HashSet<>();
        for (long number : numbers) {
            assertThat(seen.add(0, number)).as(Long.toUnsignedString(number)).isEqualTo(set.add(number));
        }
    }

    @Property
    void itGoesOnAfterBeingWrittenAndReadAnywhere(@ForAll("numbers") long[] numbers, @ForAll short cut) {
        SeenReceipts seen = empty();
        Set<Long> set = new HashSet<>();
        int writtenAt = Math.floorMod(cut, numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            if (i == writtenAt) {
                byte[] written = written(seen);
                seen = empty();
                unite(seen, written);
            }
            assertThat(seen.add(0, numbers[i])).isEqualTo(set.add(numbers[i]));
        }
    }

    @Property
    void twoCopiesMakeOneSetInWhichNothingIsMissing(
            @ForAll("numbers") long[] common, @ForAll("numbers") long[] one, @ForAll("numbers") long[] other) {
        SeenReceipts first = empty();
        SeenReceipts second = empty();
        Set<Long> set = new HashSet<>();
        addAll(first, common, set);
        addAll(second, common, set);
        addAll(first, one, set);
        addAll(second, other, set);

        unite(first, written(second));

        for (long[] numbers : List.of(other, one, common)) {
            for (long number : numbers) {
                assertThat(first.add(0, number)).isFalse();
                assertThat(first.add(0, number + 1)).isEqualTo(set.add(number + 1));
            }
        }
    }

    @Test
    void aWindowThatGoesOnMeetsWhatWasScatteredAheadOfIt() {
        SeenReceipts seen = empty();
        for (long number = 0; number <= 200_000; number += 1000) {
            seen.add(0, number);
        }
        assertThat(seen.add(0, 200_100)).isTrue();
        for (long number = 199_969; number < 200_200; number++) {
            assertThat(seen.add(0, number)).isEqualTo(number != 200_000 && number != 200_100);
        }
    }

    @Test
    void storesDoNotKnowOfEachOther() {
        SeenReceipts seen = new SeenReceipts();
        seen.ensureStores(1);
        assertThat(seen.add(0, 5)).isTrue();
        seen.ensureStores(3);

        assertThat(seen.add(2, 5)).isTrue();
        assertThat(seen.add(1, 5)).isTrue();
        assertThat(seen.add(0, 5)).isFalse();
    }

    @Provide
    Arbitrary<long[]> numbers() {
        Arbitrary<Long> start = Arbitraries.of(
                0L, 1L, 40L, 20_200_101_000_001L, Long.MAX_VALUE - 100, Long.MIN_VALUE - 3, -1L, -70L, -5000L);
        Arbitrary<Long> step = Arbitraries.frequency(
                Tuple.of(60, 1L),
                Tuple.of(8, -1L),
                Tuple.of(8, 2L),
                Tuple.of(6, -5L),
                Tuple.of(4, 9L),
                Tuple.of(3, 63L),
                Tuple.of(3, 64L),
                Tuple.of(3, -64L),
                Tuple.of(2, 130L),
                Tuple.of(2, -300L),
                Tuple.of(1, 1_000_000L),
                Tuple.of(1, -1_000_000L));
        Arbitrary<long[]> walks = start.flatMap(
                first -> step.array(Long[].class).ofMinSize(1).ofMaxSize(600).map(steps -> walk(first, steps)));
        Arbitrary<long[]> random =
                Arbitraries.longs().array(long[].class).ofMinSize(1).ofMaxSize(300);
        Arbitrary<long[]> few = Arbitraries.longs()
                .between(-90, 90)
                .array(long[].class)
                .ofMinSize(1)
                .ofMaxSize(400);
        return Arbitraries.oneOf(walks, walks, mixed(walks, random), random, few);
    }

    private static Arbitrary<long[]> mixed(Arbitrary<long[]> some, Arbitrary<long[]> others) {
        return some.flatMap(first -> others.map(second -> {
            List<Long> numbers = new ArrayList<>();
            for (int i = 0; i < Math.max(first.length, second.length); i++) {
                if (i < first.length) {
                    numbers.add(first[i]);
                }
                if (i < second.length) {
                    numbers.add(second[i]);
                }
            }
            return numbers.stream().mapToLong(Long::longValue).toArray();
        }));
    }

    private static long[] walk(long first, Long[] steps) {
        long[] numbers = new long[steps.length];
        long number = first;
        for (int i = 0; i < steps.length; i++) {
            number += steps[i];
            numbers[i] = number;
        }
        return numbers;
    }

    private static void addAll(SeenReceipts seen, long[] numbers, Set<Long> set) {
        for (long number : numbers) {
            seen.add(0, number);
            set.add(number);
        }
    }

    private static SeenReceipts empty() {
        SeenReceipts seen = new SeenReceipts();
        seen.ensureStores(1);
        return seen;
    }

    static byte[] written(SeenReceipts seen) {
        NumberWriter numbers = new NumberWriter(64);
        seen.write(0, numbers);
        return numbers.copy();
    }

    private static void unite(SeenReceipts seen, byte[] written) {
        seen.unite(0, new NumberReader(written));
    }
}
