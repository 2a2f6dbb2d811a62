package dev.pennant.jobs.revenue;

import static dev.pennant.jobs.revenue.SampleFilings.CLOCK;
import static dev.pennant.jobs.revenue.SampleFilings.DANGHU;
import static dev.pennant.jobs.revenue.SampleFilings.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.jobs.flink.ValueType;
import dev.pennant.jobs.kafka.Origin;
import dev.pennant.jobs.kafka.RawRecord;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.event.EnterpriseRegistration;
import dev.pennant.schemas.event.EnterpriseReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;

/** The whole pipeline, records in and rows out; bad records among good ones. */
final class RevenuePipelineTest {
    private static final EventCodec<EnterpriseRegistration> REGISTRATIONS = EventCodec.of(EnterpriseRegistration.class);
    private static final EventCodec<EnterpriseReport> REPORTS = EventCodec.of(EnterpriseReport.class);

    private final List<RawRecord> registry = new ArrayList<>();
    private final List<RawRecord> reports = new ArrayList<>();

    @Test
    void goodReportsBecomeIndicatorsOfTheTownshipItsCountyAndItsPrefecture() throws Exception {
        register("E1", DANGHU);
        report(sample("E1", "2020-10"));

        assertThat(run())
                .contains(
                        "3304 service-revenue 2020-10 +25.0 1/1",
                        "330482 service-revenue 2020-10 +25.0 1/1",
                        "330482001 service-revenue 2020-10 +25.0 1/1",
                        "330482001 service-revenue-designated 2020-10 +25.0 1/1")
                .hasSize(6);
    }

    @Test
    void eachBadRecordIsQuarantinedWithItsReasonWhileItsNeighboursPass() throws Exception {
        register("E1", DANGHU);
        byte[] good = REPORTS.encode(sample("E1", "2020-10").build());
        reports.add(raw("enterprise-reports", reports.size(), "E1", Arrays.copyOf(good, good.length - 3)));
        byte[] unknown = good.clone();
        unknown[4] ^= 0x55;
        reports.add(raw("enterprise-reports", reports.size(), "E1", unknown));
        reports.add(raw("enterprise-reports", reports.size(), "E1", "hello".getBytes(StandardCharsets.UTF_8)));
        reports.add(raw("enterprise-reports", reports.size(), "E1", null));
        report(sample("E1", "2020-13"));
        report(sample("E1", "2020-01"));
        report(sample("E1", "2001-10"));
        report(sample("E1", "2021-10"));
        report(sample("E1", "2020-10").setRevenue(-1L));
        report(sample("E1", "2020-10").setRevenue(Long.MAX_VALUE));
        report(sample("E1", "2020-10").setRetailSales(9_000L).setRetailSalesLastYear(1L));
        report(sample("E1", "2020-10").setReportedAt(NOW.plus(Duration.ofDays(400))));
        report(sample("E1", "2020-10"));
        registry.add(raw("enterprise-registry", 1, "X".repeat(70_000) + "|2019-01", null));
        registry.add(raw("enterprise-registry", 2, "no separator", null));
        registration("E2", "330482999", "service-designated");
        registration("E3", DANGHU, "service");

        assertThat(run())
                .contains("330482001 service-revenue 2020-10 +25.0 1/1")
                .filteredOn(row -> row.startsWith("dead"))
                .containsExactlyInAnyOrder(
                        "dead enterprise-reports 0 truncated",
                        "dead enterprise-reports 1 unknown-fingerprint",
                        "dead enterprise-reports 2 no-marker",
                        "dead enterprise-reports 3 no-payload",
                        "dead enterprise-reports 4 bad-period",
                        "dead enterprise-reports 5 january-alone",
                        "dead enterprise-reports 6 period-out-of-range",
                        "dead enterprise-reports 7 period-in-the-future",
                        "dead enterprise-reports 8 negative-amount",
                        "dead enterprise-reports 9 absurd-amount",
                        "dead enterprise-reports 10 retail-above-revenue",
                        "dead enterprise-reports 11 reported-in-the-future",
                        "dead enterprise-registry 1 bad-key",
                        "dead enterprise-registry 2 bad-key",
                        "dead enterprise-registry 3 unknown-unit",
                        "dead enterprise-registry 4 unknown-scope");
    }

    @Test
    void aWithdrawnRegistrationTakesItsReportsOutOfTheFigure() throws Exception {
        register("E1", DANGHU);
        report(sample("E1", "2020-10"));
        registry.add(raw("enterprise-registry", registry.size(), "E1|2019-01", null));

        // Whether the report is counted in between depends on which topic is read first; in the end it is not.
        assertThat(run().stream().filter(row -> row.startsWith("330482001 service-revenue 2020-10")))
                .satisfiesAnyOf(
                        rows -> assertThat(rows).isEmpty(),
                        rows -> assertThat(rows).last().asString().endsWith("– 0/0"));
    }

    private void register(String enterprise, String unit) {
        registration(enterprise, unit, "service-designated");
    }

    private void registration(String enterprise, String unit, String scope) {
        EnterpriseRegistration event = EnterpriseRegistration.newBuilder()
                .setEnterpriseId(enterprise)
                .setName(enterprise)
                .setUnit(unit)
                .setScope(scope)
                .setIndustry("")
                .setValidFrom("2019-01")
                .build();
        registry.add(raw("enterprise-registry", registry.size(), enterprise + "|2019-01", REGISTRATIONS.encode(event)));
    }

    private void report(EnterpriseReport.Builder builder) {
        EnterpriseReport event = builder.build();
        reports.add(raw("enterprise-reports", reports.size(), event.getEnterpriseId(), REPORTS.encode(event)));
    }

    private static EnterpriseReport.Builder sample(String enterprise, String period) {
        return EnterpriseReport.newBuilder()
                .setEnterpriseId(enterprise)
                .setPeriod(period)
                .setRevenue(5_000L)
                .setRevenueLastYear(4_000L)
                .setRevision(0)
                .setReportedAt(NOW);
    }

    private static RawRecord raw(String topic, long offset, String key, byte[] value) {
        return new RawRecord(new Origin(topic, 0, offset), NOW, key.getBytes(StandardCharsets.UTF_8), value);
    }

    /** The rows at the end: an indicator's last value by key, and every dead letter. */
    private List<String> run() throws Exception {
        Configuration strict = new Configuration();
        strict.set(PipelineOptions.GENERIC_TYPES, false);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(strict);
        environment.setParallelism(1);
        ValueType<RawRecord> type = ValueType.of(new RawRecord.Format());
        RevenuePipeline.Outputs outputs = new RevenuePipeline(Catalogue.shipped(), Duration.ofDays(1), CLOCK)
                .define(environment.fromData(registry, type), environment.fromData(reports, type));
        List<String> rows = new ArrayList<>();
        try (CloseableIterator<String> results = outputs.values()
                .map(RevenuePipelineTest::describe, Types.STRING)
                .union(outputs.deadLetters()
                        .map(
                                letter -> "dead " + letter.record().origin().topic() + " "
                                        + letter.record().origin().offset() + " " + letter.reason(),
                                Types.STRING))
                .executeAndCollect()) {
            results.forEachRemaining(rows::add);
        }
        return rows;
    }

    private static String describe(IndicatorValue value) {
        String growth = value.growth() instanceof Growth.Percent percent
                ? String.format(java.util.Locale.ROOT, "%+.1f", percent.percent())
                : "–";
        return value.unit() + " " + value.indicator() + " " + value.period() + " " + growth + " "
                + value.coverage().reported() + "/" + value.coverage().expected();
    }
}
