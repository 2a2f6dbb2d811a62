package dev.pennant.core.air;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StationMeansTest {
    @Test
    void aUnitIsTheMeanOfItsStationsAndNotOfMeans() {
        StationMeans unit = StationMeans.ofHour();
        unit.add(hour(140));
        unit.add(hour(150));
        assertThat(unit.steps(Pollutant.PM10)).isEqualTo(14);

        unit.add(hour(170));
        assertThat(unit.steps(Pollutant.PM10)).isEqualTo(15);
        assertThat(unit.stations(Pollutant.PM10)).isEqualTo(3);
    }

    @Test
    void aStationWithoutAValueIsNoStationOfTheMean() {
        StationMeans unit = StationMeans.ofHour();
        unit.add(hour(140));
        unit.add(StationMeans.ofHour());

        assertThat(unit.steps(Pollutant.PM10)).isEqualTo(14);
        assertThat(unit.steps(Pollutant.O3)).isEqualTo(Pollutant.MISSING);
    }

    @Test
    void aStationTakenOffLeavesNoTrace() {
        StationMeans unit = StationMeans.ofHour();
        unit.add(hour(140));
        StationMeans before = StationMeans.ofHour();
        before.add(unit);

        unit.add(hour(777));
        unit.remove(hour(777));

        assertThat(unit).isEqualTo(before).hasSameHashCodeAs(before);
        unit.remove(hour(140));
        assertThat(unit.isMissing(Pollutant.PM10)).isTrue();
    }

    @Test
    void carbonMonoxideIsRoundedToOneDecimalOfMilligrams() {
        StationMeans unit = StationMeans.ofHour();
        unit.add(Pollutant.CO, 1_249);
        unit.add(Pollutant.CO, 1_251);
        assertThat(unit.steps(Pollutant.CO)).isEqualTo(12);
        assertThat(Pollutant.CO.published(unit.steps(Pollutant.CO))).isEqualTo("1.2");
    }

    private static StationMeans hour(int ticks) {
        StationMeans hour = StationMeans.ofHour();
        hour.add(Pollutant.PM10, ticks);
        return hour;
    }
}
