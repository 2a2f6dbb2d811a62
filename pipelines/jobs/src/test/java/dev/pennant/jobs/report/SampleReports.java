package dev.pennant.jobs.report;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.period.Period;
import dev.pennant.core.report.IndicatorReport;
import dev.pennant.core.report.LowerKind;
import dev.pennant.core.report.Ratio;
import dev.pennant.core.report.UnitRegistration;
import dev.pennant.jobs.kafka.Origin;
import dev.pennant.jobs.kafka.RawRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** A few reports and units that the tests of this package share. */
final class SampleReports {
    static final String DANGHU = "330482001";
    static final String TOWER = "330482001-A";
    static final String TENANTS = "building-new-tenants";
    static final Instant NOW = Instant.parse("2020-12-10T02:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final Catalogue CATALOGUE = Catalogue.shipped();

    private SampleReports() {}

    static UnitNews tower(String parent) {
        return new UnitNews(
                TENANTS, TOWER, Optional.of(new UnitRegistration(TOWER, "建工大厦", LowerKind.BUILDING, parent, false)));
    }

    static UnitNews noTower() {
        return new UnitNews(TENANTS, TOWER, Optional.empty());
    }

    static IndicatorReport report(String unit, String value, int revision) {
        return new IndicatorReport(
                unit,
                TENANTS,
                Period.parse("2020-11"),
                exact(value),
                Optional.of(new Ratio(exact("7"), exact("8.5"))),
                Optional.of(exact("3")),
                Optional.of(exact("-1.25")),
                revision,
                NOW,
                true);
    }

    static ReceivedIndicatorReport received(long offset, IndicatorReport report) {
        return new ReceivedIndicatorReport(
                new RawRecord(new Origin("indicator-reports", 0, offset), NOW, new byte[] {1}, new byte[] {2}), report);
    }

    static BigDecimal exact(String figure) {
        return new BigDecimal(figure).setScale(Measure.DECIMALS);
    }
}
