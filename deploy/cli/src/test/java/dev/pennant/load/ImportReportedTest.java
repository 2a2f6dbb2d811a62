package dev.pennant.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.event.IndicatorReport;
import dev.pennant.schemas.event.UnitRegistration;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportReportedTest {
    private static final String REPORTS = "unit,indicator,period,value,base,growth,revision,reported_at\n";
    private static final String RATIOS = REPORTS.replace("\n", ",numerator,denominator\n");
    private static final String UNITS = "code,name,county_code,county,kind,zone\n";

    @TempDir
    private Path folder;

    @Test
    void aReportIsKeyedByUnitAndIndicator() throws Exception {
        Message message = only(
                "indicator-reports", REPORTS + "330482001,service-value-added,2020-09,100.4,,6.9,0,2020-10-28T09:30\n");

        assertThat(message.key()).isEqualTo("330482001|service-value-added");
        assertThat(EventCodec.of(IndicatorReport.class).decode(message.payload()))
                .isEqualTo(new IndicatorReport(
                        "330482001",
                        "service-value-added",
                        "2020-09",
                        new BigDecimal("100.4000000000"),
                        null,
                        new BigDecimal("6.9000000000"),
                        null,
                        null,
                        0,
                        Instant.parse("2020-10-28T01:30:00Z"),
                        false));
    }

    @Test
    void aShareMayBeStatedByItsPartsInColumnsOfTheirOwn() throws Exception {
        Message message = only(
                "indicator-reports", RATIOS + "330482001,service-tax-share,2020-10,,,,0,2020-11-12T09:30,8.63,10\n");

        IndicatorReport report = EventCodec.of(IndicatorReport.class).decode(message.payload());
        assertThat(report.getValue()).isNull();
        assertThat(report.getNumerator()).isEqualByComparingTo("8.63");
    }

    @Test
    void aUnitWithoutAParentIsAPartOfItsTownship() throws Exception {
        Message message = only("units", UNITS + "330482001-A,建工大厦A、B幢,330482,平湖市,building,\n");

        assertThat(message.key()).isEqualTo("330482001-A");
        assertThat(EventCodec.of(UnitRegistration.class).decode(message.payload()))
                .isEqualTo(new UnitRegistration("330482001-A", "建工大厦A、B幢", "building", "330482001", false));
    }

    @Test
    void aUnitMayNameItsParent() throws Exception {
        Message message = only(
                "units", UNITS.replace("\n", ",parent\n") + "330482001005-1,示例户,330482,平湖市,household,,330482001005\n");

        assertThat(EventCodec.of(UnitRegistration.class)
                        .decode(message.payload())
                        .getParent())
                .isEqualTo("330482001005");
    }

    @ParameterizedTest
    @CsvSource({
        "'330482001,no-such,2020-09,1,,,0,2020-10-28T09:30', indicator, not an indicator of the catalogue",
        "'330482001,charity-paid,2020-09,1e3,,,0,2020-10-28T09:30', value, is not a figure like 1612.05",
        "'330482001,charity-paid,2020-09,-1,,,0,2020-10-28T09:30', value, is not in the range of charity-paid",
        "'330482001,charity-paid,2020-09,,,,0,2020-10-28T09:30', value, no numerator and denominator",
        "'330482,charity-paid,2020-09,1,,,0,2020-10-28T09:30', unit, is reported for",
    })
    void aReportThatCannotBeTakenIsRejectedWithItsLineAndColumn(String row, String column, String reason)
            throws IOException {
        ImportedFile file = new ImportFixture(folder, false).imported("indicator-reports", REPORTS + row + "\n");

        assertThat(file.firstFaults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.column()).isEqualTo(column);
            assertThat(fault.reason()).contains(reason);
        });
    }

    private Message only(String stream, String text) throws IOException {
        ImportFixture fixture = new ImportFixture(folder, false);
        assertThat(fixture.imported(stream, text).firstFaults()).isEmpty();
        assertThat(fixture.sender().messages()).hasSize(1);
        return fixture.sender().messages().get(0);
    }
}
