package dev.pennant.core.retail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class SalesBlockTest {
    private static final int SLOTS = 48;

    @Test
    void aCopyDoesNotChangeWithTheOriginalNorTheOriginalWithTheCopy() {
        SalesBlock original = new SalesBlock(SLOTS);
        original.add(3, 500, 20, 2);

        SalesBlock copy = original.copy();
        original.add(3, 1, 1, 1);
        copy.add(4, 7, 0, 1);

        assertThat(original.net(0, SLOTS)).isEqualTo(480);
        assertThat(original.receipts(4)).isZero();
        assertThat(copy.net(0, 4)).isEqualTo(480);
        assertThat(copy.net(0, SLOTS)).isEqualTo(487);
        assertThat(copy.receipts(3)).isEqualTo(2);
    }

    @Test
    void aCopyOfACopyIsAsSafe() {
        SalesBlock original = new SalesBlock(SLOTS);
        SalesBlock copy = original.copy();
        SalesBlock third = copy.copy();

        copy.add(0, 9, 0, 1);

        assertThat(third.sales(0)).isZero();
        assertThat(original.sales(0)).isZero();
    }

    @Test
    void aBlockWithoutRefundsHasNoneAnywhere() {
        assertThat(new SalesBlock(SLOTS).refunds(7)).isZero();
    }

    @Property(tries = 500)
    void whatIsWrittenIsRead(
            @ForAll List<@IntRange(max = SLOTS - 1) Integer> slots,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 100) long amount,
            @ForAll @IntRange(min = 1, max = 7) int refundEvery) {
        SalesBlock block = new SalesBlock(SLOTS);
        for (int slot : slots) {
            block.add(slot, amount, slot % refundEvery == 0 ? slot : 0, 1 + slot);
        }
        NumberWriter out = new NumberWriter(16);
        block.write(out);

        SalesBlock read = SalesBlock.read(SLOTS, new NumberReader(out.bytes()));

        for (int slot = 0; slot < SLOTS; slot++) {
            assertThat(read.sales(slot)).isEqualTo(block.sales(slot));
            assertThat(read.refunds(slot)).isEqualTo(block.refunds(slot));
            assertThat(read.receipts(slot)).isEqualTo(block.receipts(slot));
        }
    }
}
