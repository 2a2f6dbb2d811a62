package dev.pennant.core.revenue;

import dev.pennant.core.indicator.Money;
import dev.pennant.core.period.CumulativePeriod;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/** Registrations and reports of one enterprise, spelled short. */
final class Filings {
    static final String DANGHU = "330482001";
    static final String XINDAI = "330482102";
    static final Instant FILED = Instant.parse("2020-11-18T02:00:00Z");

    private Filings() {}

    static Registration services(String unit, String from) {
        return registration("甲", unit, Scope.SERVICE_DESIGNATED, from, Optional.empty());
    }

    static Registration services(String unit, String from, String to) {
        return registration("甲", unit, Scope.SERVICE_DESIGNATED, from, Optional.of(to));
    }

    static Registration trade(String unit, String from) {
        return registration("甲", unit, Scope.TRADE_ABOVE_QUOTA, from, Optional.empty());
    }

    static Registration registration(String enterprise, String unit, Scope scope, String from, Optional<String> to) {
        return new Registration(
                enterprise, "甲公司", unit, scope, "", YearMonth.parse(from), to.map(YearMonth::parse), false);
    }

    /** A report in fen, without retail sales. */
    static EnterpriseReport report(String period, int revision, long current, long lastYear) {
        return report("甲", period, revision, current, lastYear);
    }

    static EnterpriseReport report(String enterprise, String period, int revision, long current, long lastYear) {
        return new EnterpriseReport(
                enterprise,
                CumulativePeriod.parse(period),
                amounts(current, lastYear),
                Optional.empty(),
                revision,
                FILED,
                false);
    }

    static YearOverYear amounts(long current, long lastYear) {
        return new YearOverYear(new Money(current), new Money(lastYear));
    }
}
