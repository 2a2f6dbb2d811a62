package dev.pennant.jobs.revenue;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.indicator.Money;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.revenue.EnterpriseReport;
import dev.pennant.core.revenue.Registration;
import dev.pennant.core.revenue.RevenueIndicator;
import dev.pennant.core.revenue.Scope;
import dev.pennant.core.revenue.YearOverYear;
import dev.pennant.jobs.kafka.Origin;
import dev.pennant.jobs.kafka.RawRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A few filings that the tests of this package share. */
final class SampleFilings {
    static final String DANGHU = "330482001";
    static final String ZHONGDAI = "330482002";
    static final Instant NOW = Instant.parse("2020-11-10T02:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final List<RevenueIndicator> INDICATORS = Catalogue.shipped().revenueIndicators();

    private SampleFilings() {}

    static Registration registration(String enterprise, String unit, String validFrom) {
        return new Registration(
                enterprise,
                enterprise + " 样本",
                unit,
                Scope.SERVICE_DESIGNATED,
                "软件和信息技术服务业",
                YearMonth.parse(validFrom),
                Optional.empty(),
                false);
    }

    static RegistryEntry entry(long offset, Registration registration) {
        return new RegistryEntry(
                new Origin("enterprise-registry", 0, offset),
                NOW,
                registration.enterpriseId(),
                registration.validFrom(),
                Optional.of(registration));
    }

    static EnterpriseReport report(String enterprise, String period, long yuan, long lastYear, int revision) {
        return new EnterpriseReport(
                enterprise,
                CumulativePeriod.parse(period),
                new YearOverYear(new Money(yuan * 100), new Money(lastYear * 100)),
                Optional.empty(),
                revision,
                NOW,
                false);
    }

    static ReceivedReport received(long offset, EnterpriseReport report) {
        return new ReceivedReport(
                new RawRecord(new Origin("enterprise-reports", 0, offset), NOW, new byte[] {1}, new byte[] {2}),
                report);
    }
}
