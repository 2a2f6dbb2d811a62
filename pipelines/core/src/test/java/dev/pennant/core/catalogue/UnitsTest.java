package dev.pennant.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class UnitsTest {
    private final Units units = Catalogue.shipped().units();

    @Test
    void everyTownshipBelongsToItsCountyAndPrefecture() {
        assertThat(units.townships()).allSatisfy(township -> assertThat(units.lineage(township.code()))
                .containsExactly(
                        township.code(),
                        township.code().substring(0, 6),
                        township.code().substring(0, 4)));
    }

    @Test
    void onlyTownshipsTakeEnterprises() {
        assertThat(units.isTownship("330482001")).isTrue();
        assertThat(units.isTownship("330482")).isFalse();
        assertThat(units.isTownship("3304")).isFalse();
        assertThat(units.isTownship("")).isFalse();
    }

    @Test
    void namesThatBeginAlikeAreDifferentPlaces() {
        assertThat(units.named("西塘镇")).extracting(Unit::code).hasSize(1);
        assertThat(units.named("西塘桥街道")).extracting(Unit::code).hasSize(1);
        assertThat(units.named("西塘")).isEmpty();
    }

    @Test
    void aPlaceThatIsNotInTheCatalogueHasNoLineage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> units.lineage("330482999"))
                .withMessageContaining("330482999");
    }
}
