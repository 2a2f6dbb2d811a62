package dev.pennant.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.event.AirDustDay;
import dev.pennant.schemas.event.AirReading;
import dev.pennant.schemas.event.AirStation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportAirTest {
    private static final String READINGS = "station_id,hour,pm2_5,pm10,so2,no2,co,o3,revision\n";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2020-12-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void aReadingIsExactInTenthsAndThousandths() throws Exception {
        AirReading reading = reading(READINGS + "A-1,2020-03-18T00:00:00,35.4,108.1,7,24,0.812,0,1\n", AirFeed.USUAL);

        assertThat(reading)
                .isEqualTo(new AirReading(
                        "A-1", Instant.parse("2020-03-17T16:00:00Z"), 354, 1081, 70, 240, 812, 0, 1, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "-;", "—", "NA"})
    void aMissingValueIsWrittenAsNetworksWriteIt(String missing) throws Exception {
        AirReading reading =
                reading(READINGS + "A-1,2020-03-18T00:00:00," + missing + ",108,7,24,0.8,60,0\n", AirFeed.USUAL);

        assertThat(reading.getPm25()).isNull();
        assertThat(reading.getPm10()).isEqualTo(1080);
    }

    @Test
    void aFeedMayNameAnHourByItsEndAndGiveCarbonMonoxideInMicrograms() throws Exception {
        AirReading reading =
                reading(READINGS + "A-1,2020-03-18T01:00:00,35,108,7,24,812,60,0\n", new AirFeed(true, true));

        assertThat(reading.getHour()).isEqualTo(Instant.parse("2020-03-17T16:00:00Z"));
        assertThat(reading.getCo()).isEqualTo(812);
    }

    @ParameterizedTest
    @CsvSource({
        "'A-1,2020-03-18T00:30:00,35,108,7,24,0.8,60,0', hour, is not on the hour",
        "'A-1,2020-12-03T00:00:00,35,108,7,24,0.8,60,0', hour, is after the reading was received",
        "'A-1,2009-12-31T23:00:00,35,108,7,24,0.8,60,0', hour, 'is before 2010, the first year'",
        "'A-1,2020-03-18T00:00:00,-1,108,7,24,0.8,60,0', pm2_5, is below zero",
        "'A-1,2020-03-18T00:00:00,35,108,7,24,0.8,1201,0', o3, 'is beyond 1200 µg/m³'",
        "'A-1,2020-03-18T00:00:00,35,108,7,24,0.8123,60,0', co, 'at most 3 decimals are taken'",
        "'A-1,2020-03-18T00:00:00,35,1e2,7,24,0.8,60,0', pm10, is not a concentration like 35.4",
        "'A-1,2020-03-18T00:00:00,35,108,7,24,0.8,60,-1', revision, is below zero",
    })
    void aReadingThatCannotBeTakenIsRejectedWithItsColumnAndReason(String row, String column, String reason)
            throws Exception {
        ImportedFile imported = imported("air-readings", READINGS + row + "\n", AirFeed.USUAL, new KeepingSender());

        assertThat(imported.accepted()).isZero();
        assertThat(imported.firstFaults()).singleElement().satisfies(fault -> {
            assertThat(fault.column()).isEqualTo(column);
            assertThat(fault.reason()).contains(reason);
        });
    }

    @Test
    void aStationIsKeyedByItsId() throws Exception {
        Message message = only("air-stations", "station_id,name,unit\nA-1,示例站,330482001\n", AirFeed.USUAL);

        assertThat(message.key()).isEqualTo("A-1");
        assertThat(EventCodec.of(AirStation.class).decode(message.payload()))
                .isEqualTo(new AirStation("A-1", "示例站", "330482001", false));
    }

    @Test
    void aDustDayIsKeyedByUnitAndDay() throws Exception {
        Message message = only("air-dust-days", "unit,day\n3304,2020-03-18\n", AirFeed.USUAL);

        assertThat(message.key()).isEqualTo("3304|2020-03-18");
        assertThat(EventCodec.of(AirDustDay.class).decode(message.payload()))
                .isEqualTo(new AirDustDay("3304", "2020-03-18", false));
    }

    private AirReading reading(String text, AirFeed feed) throws Exception {
        return EventCodec.of(AirReading.class)
                .decode(only("air-readings", text, feed).payload());
    }

    private Message only(String stream, String text, AirFeed feed) throws Exception {
        KeepingSender sender = new KeepingSender();
        ImportedFile imported = imported(stream, text, feed, sender);
        assertThat(imported.firstFaults()).isEmpty();
        assertThat(sender.messages()).hasSize(1);
        return sender.messages().get(0);
    }

    private ImportedFile imported(String stream, String text, AirFeed feed, KeepingSender sender) throws Exception {
        Path file = Files.write(folder.resolve(stream + ".csv"), text.getBytes(UTF_8));
        ImportStream into = ImportStreams.of(Catalogue.shipped(), CLOCK, false, feed)
                .named(stream)
                .orElseThrow();
        return new FileImport(into, sender).run(file, Optional.empty(), (bytes, rows) -> {});
    }
}
