package dev.pennant.core.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the receipts of one store take when written, and that no order of them costs more than its length. */
final class SeenReceiptsAtSizeTest {
    private static final int RECEIPTS = 100_000;

    @Test
    void receiptsInOrderTakeNextToNothing() {
        assertThat(bytesPerReceipt(i -> 20_200_101_000_001L + i)).isLessThan(0.001);
    }

    @Test
    void receiptsOutOfOrderTakeNextToNothing() {
        assertThat(bytesPerReceipt(i -> i ^ 0x1F)).isLessThan(0.001);
    }

    @Test
    void permanentGapsStayBelowATenthOfAByteAReceipt() {
        assertThat(bytesPerReceipt(i -> i + i / 50)).isLessThan(0.1);
        assertThat(bytesPerReceipt(i -> i + i / 100 * 40)).isLessThan(0.1);
    }

    @Test
    void blocksOfADayStayBelowATenthOfAByteAReceipt() {
        assertThat(bytesPerReceipt(i -> 20_200_101_000_001L + i / 100 * 1_000_000 + i % 100))
                .isLessThan(0.1);
    }

    @Test
    void randomNumbersTakeAtMostTwelveBytes() {
        SplittableRandom random = new SplittableRandom(7);

        assertThat(bytesPerReceipt(i -> random.nextLong())).isLessThanOrEqualTo(12);
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    @DisplayName("a million receipts in any order are taken within seconds")
    void noOrderIsQuadratic(Order order) {
        int receipts = 1_000_000;
        SeenReceipts seen = new SeenReceipts();
        seen.ensureStores(1);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < receipts; i++) {
                assertThat(seen.add(0, order.number(i, receipts))).isTrue();
            }
        });
    }

    private static double bytesPerReceipt(LongUnaryOperator number) {
        SeenReceipts seen = new SeenReceipts();
        seen.ensureStores(1);
        for (int i = 0; i < RECEIPTS; i++) {
            seen.add(0, number.applyAsLong(i));
        }
        return (double) SeenReceiptsTest.written(seen).length / RECEIPTS;
    }

    private enum Order {
        DESCENDING {
            @Override
            long number(long i, long of) {
                return of - i;
            }
        },
        EVEN_THEN_ODD {
            @Override
            long number(long i, long of) {
                return i < of / 2 ? 2L * i : 2L * (i - of / 2) + 1;
            }
        },
        EVERY_HUNDREDTH_THEN_THE_NEXT {
            @Override
            long number(long i, long of) {
                return 100L * (i % (of / 100)) + i / (of / 100);
            }
        },
        DESCENDING_BLOCKS {
            @Override
            long number(long i, long of) {
                return of - 100L * (i / 100) + i % 100;
            }
        },
        LATE_GAPS {
            @Override
            long number(long i, long of) {
                long inOrder = of - of / 100;
                return i < inOrder ? i + i / 99 : 100L * (i - inOrder) + 99;
            }
        },
        TWO_TILLS {
            @Override
            long number(long i, long of) {
                return i % 2 * 1_000_000_000L + i / 2;
            }
        };

        abstract long number(long i, long of);
    }
}
