package dev.pennant.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Comparator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

final class VersionTest {
    private static final long MAX_EPOCH = (1L << 34) - 1;
    private static final long MAX_INPUTS = (1L << 30) - 1;
    private static final Comparator<Version> IN_TIME =
            Comparator.comparingLong(Version::epoch).thenComparingLong(Version::inputs);

    @Provide
    Arbitrary<Version> versions() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, MAX_EPOCH),
                        Arbitraries.longs().between(0, MAX_INPUTS))
                .as(Version::new);
    }

    @Property
    void packedNumbersOrderAsTheVersionsDo(@ForAll("versions") Version one, @ForAll("versions") Version other) {
        assertThat(Integer.signum(Long.compareUnsigned(one.packed(), other.packed())))
                .isEqualTo(Integer.signum(IN_TIME.compare(one, other)));
    }

    @Property
    void packedNumbersOrderByInputsWithinAnEpoch(
            @ForAll @LongRange(max = MAX_EPOCH) long epoch, @ForAll @LongRange(max = MAX_INPUTS - 1) long inputs) {
        assertThat(Long.compareUnsigned(new Version(epoch, inputs).packed(), new Version(epoch, inputs + 1).packed()))
                .isNegative();
    }

    @Property
    void unpackingGivesBackWhatWasPacked(@ForAll("versions") Version version) {
        assertThat(Version.unpacked(version.packed())).isEqualTo(version);
    }

    @Property
    void everyNumberIsAVersion(@ForAll long packed) {
        assertThat(Version.unpacked(packed).packed()).isEqualTo(packed);
    }

    @Property
    void theNextVersionIsGreaterInWhateverEpochTheRunIs(
            @ForAll("versions") Version version, @ForAll @LongRange(max = MAX_EPOCH) long runEpoch) {
        Assume.that(version.epoch() < MAX_EPOCH);

        assertThat(IN_TIME.compare(version.next(runEpoch), version)).isPositive();
        assertThat(version.next(runEpoch).epoch()).isGreaterThanOrEqualTo(runEpoch);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatALaterRunWritesBeatsAllThatTheLostOneWrote(
            @ForAll @LongRange(max = MAX_INPUTS / 2) long inputsKept,
            @ForAll @LongRange(max = 1L << 33) long epochKept,
            @ForAll @IntRange(max = 1_000) int lostRunLater,
            @ForAll @IntRange(min = 1, max = 50) int lostInputs,
            @ForAll @IntRange(min = 1, max = 1_000) int nextRunLater) {
        Version kept = new Version(epochKept, inputsKept);
        Version lost = kept;
        for (int input = 0; input < lostInputs; input++) {
            lost = lost.next(epochKept + lostRunLater);
        }
        Version next = kept.next(epochKept + lostRunLater + nextRunLater);

        assertThat(Long.compareUnsigned(next.packed(), lost.packed())).isPositive();
    }

    @Property
    void anEpochIsNeverBelowTheOneInStatePlusOne(
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long epochMillis,
            @ForAll @LongRange(min = -1, max = MAX_EPOCH - 1) long epochBefore) {
        assertThat(Version.epochAt(Instant.ofEpochMilli(epochMillis), epochBefore))
                .isGreaterThanOrEqualTo(epochBefore + 1)
                .isNotNegative();
    }

    @Example
    void anEpochCountsEighthsOfASecondSinceTwentyTwenty() {
        assertThat(Version.epochAt(Instant.parse("2020-01-01T00:00:00.124Z"), -1))
                .isZero();
        assertThat(Version.epochAt(Instant.parse("2020-01-01T00:00:00.125Z"), -1))
                .isEqualTo(1);
        assertThat(Version.epochAt(Instant.parse("2020-01-02T00:00:00Z"), 5)).isEqualTo(8 * 86_400);
        assertThat(Version.epochAt(Instant.parse("2019-12-31T23:59:59Z"), -1)).isZero();
    }

    @Example
    void epochsLastUntilTwentyEightyEight() {
        Instant last = Instant.parse("2088-01-19T03:14:07Z");
        assertThat(new Version(Version.epochAt(last, -1), 0).epoch()).isLessThanOrEqualTo(MAX_EPOCH);
        assertThat(Version.epochAt(last.plusSeconds(1), -1)).isGreaterThan(MAX_EPOCH);
    }

    @Example
    void inputsThatNoLongerFitBeginAgainInALaterEpoch() {
        Version full = new Version(7, MAX_INPUTS);
        assertThat(full.next(7)).isEqualTo(new Version(8, 0));
        assertThat(full.next(9)).isEqualTo(new Version(9, 0));
        assertThat(full.next(7).next(7)).isEqualTo(new Version(8, 1));
    }

    @Example
    void aPartThatDoesNotFitItsBitsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Version(MAX_EPOCH + 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Version(0, MAX_INPUTS + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Version(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Version(0, -1));
    }
}
