package dev.pennant.core.air;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import dev.pennant.core.period.ReportingHour;
import java.time.LocalDate;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class StationHoursTest {
    private static final int DAY = ReportingHour.day(LocalDate.of(2020, 2, 29));
    private static final int HOUR = ReportingHour.firstHour(DAY) + 7;

    private final StationHours hours = StationHours.ofYear(2020);

    @Test
    void theHighestRevisionStandsInWhateverOrderTheyCome() {
        assertThat(file(1, 350)).isEqualTo(Filed.CHANGED);
        assertThat(file(3, 370)).isEqualTo(Filed.CHANGED);
        assertThat(file(2, 360)).isEqualTo(Filed.SUPERSEDED);

        assertThat(hours.hour(HOUR).steps(Pollutant.PM10)).isEqualTo(37);
        assertThat(hours.revision(HOUR)).isEqualTo(3);
    }

    @Test
    void theSameReadingAgainChangesNothing() {
        file(1, 350);
        assertThat(file(1, 350)).isEqualTo(Filed.UNCHANGED);
        assertThat(file(2, 350)).isEqualTo(Filed.UNCHANGED);
        assertThat(hours.revision(HOUR)).isEqualTo(2);
    }

    @Test
    void theSameRevisionWithOtherFiguresConflictsAndTheFirstStands() {
        file(1, 350);
        assertThat(file(1, 351)).isEqualTo(Filed.CONFLICTING);
        assertThat(hours.hour(HOUR).sum(Pollutant.PM10)).isEqualTo(350);
    }

    @Test
    void aCorrectionCanTakeAValueAway() {
        file(0, 350);
        assertThat(file(1, Pollutant.MISSING)).isEqualTo(Filed.CHANGED);
        assertThat(hours.hour(HOUR).isMissing(Pollutant.PM10)).isTrue();
        assertThat(hours.revision(HOUR)).isEqualTo(1);
    }

    @Test
    void aReadingOfNothingIsAReadingToo() {
        assertThat(file(0, Pollutant.MISSING)).isEqualTo(Filed.CHANGED);
        assertThat(file(0, Pollutant.MISSING)).isEqualTo(Filed.UNCHANGED);
        assertThat(hours.isRead(DAY)).isTrue();
        assertThat(hours.isRead(DAY + 1)).isFalse();
        assertThat(hours.revision(HOUR - 1)).isEqualTo(-1);
        assertThat(hours.revision(HOUR + 24)).isEqualTo(-1);
    }

    @Test
    void aDayIsMadeUpWhileAReadingThatStandsIs() {
        int[] nothing = {1, 1, 1, 1, 1, 1};
        hours.file(HOUR, 1, nothing, true);
        assertThat(hours.isSynthetic(DAY)).isTrue();
        assertThat(hours.isSynthetic(DAY - 1)).isFalse();
        assertThat(hours.isSynthetic(DAY + 1)).isFalse();

        hours.file(HOUR, 2, nothing, false);
        assertThat(hours.isSynthetic(DAY)).isFalse();
    }

    @Test
    void aCopyDoesNotChangeWithTheOriginal() {
        file(1, 350);
        StationHours copy = hours.copy();
        file(2, 360);
        assertThat(copy.hour(HOUR).sum(Pollutant.PM10)).isEqualTo(350);
        assertThat(copy.revision(HOUR)).isEqualTo(1);
    }

    @Test
    void anUnreadYearIsReadBackAsSuch() {
        assertThat(written(hours)).isEqualTo(written(readBack(hours)));
        assertThat(readBack(hours).isRead(DAY)).isFalse();
    }

    @Property(tries = 50)
    void whatIsWrittenIsRead(@ForAll long seed) {
        Random chance = new Random(seed);
        StationHours year = StationHours.ofYear(2020);
        int first = ReportingHour.firstHour(LocalDate.of(2020, 1, 1));
        for (int reading = 0; reading < 300; reading++) {
            int[] ticks = chance.ints(Pollutant.COUNT, -1, 150_001).toArray();
            year.file(first + chance.nextInt(366 * 24), chance.nextInt(5), ticks, chance.nextBoolean());
        }

        StationHours read = readBack(year);

        for (int hour = first; hour < first + 366 * 24; hour++) {
            assertThat(read.revision(hour)).isEqualTo(year.revision(hour));
            assertThat(read.hour(hour)).isEqualTo(year.hour(hour));
            assertThat(read.isSynthetic(ReportingHour.day(hour))).isEqualTo(year.isSynthetic(ReportingHour.day(hour)));
        }
        assertThat(written(read)).isEqualTo(written(year.copy()));
    }

    private Filed file(int revision, int ticks) {
        return hours.file(HOUR, revision, new int[] {-1, ticks, -1, -1, -1, -1}, false);
    }

    private static StationHours readBack(StationHours hours) {
        return StationHours.read(new NumberReader(written(hours)));
    }

    private static byte[] written(StationHours hours) {
        NumberWriter out = new NumberWriter(16);
        hours.write(out);
        return out.copy();
    }
}
