package dev.pennant.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.schemas.event.EnterpriseRegistration;
import dev.pennant.schemas.event.EnterpriseReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportStreamsTest {
    private static final String GOOD = "E1,2020-10,1234567.89,1000000,,,0,2020-11-12T09:30\n";

    @TempDir
    private Path folder;

    @Test
    void aReportIsExactToTheFen() throws IOException {
        EnterpriseReport report = report("E1,2020-10,143550000.29,20.1,12.5,10,2,2020-11-12T09:30\n");

        assertThat(report)
                .isEqualTo(EnterpriseReport.newBuilder()
                        .setEnterpriseId("E1")
                        .setPeriod("2020-10")
                        .setRevenue(14_355_000_029L)
                        .setRevenueLastYear(2010)
                        .setRetailSales(1250L)
                        .setRetailSalesLastYear(1000L)
                        .setRevision(2)
                        .setReportedAt(Instant.parse("2020-11-12T01:30:00Z"))
                        .setSynthetic(false)
                        .build());
    }

    @Test
    void emptyRetailSalesAreAbsent() throws IOException {
        EnterpriseReport report = report(GOOD);

        assertThat(report.getRetailSales()).isNull();
        assertThat(report.getRetailSalesLastYear()).isNull();
    }

    @Test
    void aTimeWithoutAnOffsetIsOneInChina() throws IOException {
        assertThat(report("E1,2020-10,1,1,,,0,2020-11-12T09:30:15.5\n").getReportedAt())
                .isEqualTo(Instant.parse("2020-11-12T01:30:15.500Z"));
        assertThat(report("E1,2020-10,1,1,,,0,2020-11-12T09:30Z\n").getReportedAt())
                .isEqualTo(Instant.parse("2020-11-12T09:30:00Z"));
        assertThat(report("E1,2020-10,1,1,,,0,2020-11-12T09:30:00-05:00\n").getReportedAt())
                .isEqualTo(Instant.parse("2020-11-12T14:30:00Z"));
    }

    @Test
    void whatIsMadeUpIsMarkedSo() throws IOException {
        ImportFixture fixture = new ImportFixture(folder, true);
        fixture.imported("enterprise-reports", ImportFixture.REPORTS + GOOD);
        fixture.imported(
                "enterprise-registry", ImportFixture.REGISTRY + "E1,当湖,330482001,service-designated,物流,2020-01,\n");

        assertThat(fixture.sender().messages())
                .satisfiesExactly(
                        report -> assertThat(ImportFixture.report(report).getSynthetic())
                                .isTrue(),
                        registration -> assertThat(
                                        ImportFixture.registration(registration).getSynthetic())
                                .isTrue());
    }

    @Test
    void aRegistrationIsKeyedByItsSpanAndOwnedByItsEnterprise() throws IOException {
        ImportFixture fixture = new ImportFixture(folder, false);
        fixture.imported(
                "enterprise-registry",
                ImportFixture.REGISTRY + "E1,\"当湖,\n物流\",330482001,trade-above-quota,零售业,2020-01,2020-06\n");

        Message message = fixture.sender().messages().get(0);
        assertThat(message.owner()).isEqualTo("E1");
        assertThat(message.key()).isEqualTo("E1|2020-01");
        assertThat(ImportFixture.registration(message))
                .isEqualTo(EnterpriseRegistration.newBuilder()
                        .setEnterpriseId("E1")
                        .setName("当湖,\n物流")
                        .setUnit("330482001")
                        .setScope("trade-above-quota")
                        .setIndustry("零售业")
                        .setValidFrom("2020-01")
                        .setValidTo("2020-06")
                        .setSynthetic(false)
                        .build());
    }

    @Test
    void eachMistakeInAReportIsNamedWithItsColumn() throws IOException {
        assertReportFault(
                "E1,2020-10,\"1,234.56\",1,,,0,2020-11-12T09:30\n",
                "revenue",
                "'1,234.56' is not an amount in yuan " + "like 1234.56, without thousands separators");
        assertReportFault("E1,2020-10,1.005,1,,,0,2020-11-12T09:30\n", "revenue", "'1.005' has more than two decimals");
        assertReportFault("E1,2020-10,1E8,1,,,0,2020-11-12T09:30\n", "revenue", "'1E8' is not an amount");
        assertReportFault("E1,2020-10,1,,,,0,2020-11-12T09:30\n", "revenue_last_year", "is empty");
        assertReportFault("E1,2020-10,-1,1,,,0,2020-11-12T09:30\n", "revenue", "is negative");
        assertReportFault("E1,2020-10,99999999999999999,1,,,0,2020-11-12T09:30\n", "revenue", "yuan is more than");
        assertReportFault("E1,2020-10,9999999999999,1,,,0,2020-11-12T09:30\n", "revenue", "the most one enterprise");
        assertReportFault("E1,2020-10,9,1,2,,0,2020-11-12T09:30\n", "retail_sales_last_year", "is empty, but");
        assertReportFault("E1,2020-13,1,1,,,0,2020-11-12T09:30\n", "period", "'2020-13' is not a month like 2020-10");
        assertReportFault("E1,2020-01,1,1,,,0,2020-11-12T09:30\n", "period", "2020-01 is not reported");
        assertReportFault("E1,2021-02,1,1,,,0,2020-11-12T09:30\n", "period", "2021-02 had not begun");
        assertReportFault("E1,2020-10,1,1,,,one,2020-11-12T09:30\n", "revision", "'one' is not a whole number");
        assertReportFault("E1,2020-10,1,1,,,-1,2020-11-12T09:30\n", "revision", "negative");
        assertReportFault(
                "E1,2020-10,1,1,,,0,2020/11/12 9:30\n", "reported_at", "'2020/11/12 9:30' is not a time like");
        assertReportFault("E1,2020-10,1,1,,,0,2020-02-30T09:30\n", "reported_at", "is not a time like");
        assertReportFault("E1,2020-10,1,1,,,0,2021-11-12T09:30\n", "reported_at", "is after the report was received");
        assertReportFault(",2020-10,1,1,,,0,2020-11-12T09:30\n", "enterprise_id", "an id has 1 to 64");
        assertReportFault(
                "9.1330482E+17,2020-10,1,1,,,0,2020-11-12T09:30\n", "enterprise_id", "a spreadsheet has shortened");
    }

    @Test
    void eachMistakeInARegistrationIsNamedWithItsColumn() throws IOException {
        assertRegistrationFault(
                "E1,a,330482999,service-designated,b,2020-01,\n", "unit", "'330482999' is not the code");
        assertRegistrationFault("E1,a,330482001,services,b,2020-01,\n", "scope", "'services' is not a scope");
        assertRegistrationFault("E1,a,330482001,service-designated,b,,\n", "valid_from", "'' is not a month");
        assertRegistrationFault(
                "E1,a,330482001,service-designated,b,2020-05,2020-04\n", "valid_to", "is before the first");
    }

    @Test
    void allThatIsWrongWithARowIsSaidAtOnce() throws IOException {
        ImportedFile file = new ImportFixture(folder, false)
                .imported("enterprise-reports", ImportFixture.REPORTS + "E1,2020-10,x,1,,,y,2020-11-12T09:30\n");

        assertThat(file.firstFaults())
                .containsExactly(
                        new RowFault(
                                2,
                                "revenue; revision",
                                "revenue: 'x' is not an amount in yuan like 1234.56; revision: 'y' is not a whole number like 0"));
    }

    private EnterpriseReport report(String row) throws IOException {
        ImportFixture fixture = new ImportFixture(folder, false);
        fixture.imported("enterprise-reports", ImportFixture.REPORTS + row);
        assertThat(fixture.sender().messages()).hasSize(1);
        Message message = fixture.sender().messages().get(0);
        assertThat(message.owner()).isEqualTo("E1");
        assertThat(message.key()).isEqualTo("E1");
        return ImportFixture.report(message);
    }

    private void assertReportFault(String row, String column, String reason) throws IOException {
        assertFault("enterprise-reports", ImportFixture.REPORTS + GOOD + row + GOOD, column, reason);
    }

    private void assertRegistrationFault(String row, String column, String reason) throws IOException {
        String good = "E1,a,330482001,service-designated,b,2020-01,\n";
        assertFault("enterprise-registry", ImportFixture.REGISTRY + good + row + good, column, reason);
    }

    private void assertFault(String stream, String text, String column, String reason) throws IOException {
        ImportedFile file = new ImportFixture(folder, false).imported(stream, text);

        assertThat(file.accepted()).as("good neighbours of %s", text).isEqualTo(2);
        assertThat(file.firstFaults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(3);
            assertThat(fault.column()).isEqualTo(column);
            assertThat(fault.reason()).contains(reason);
        });
    }
}
