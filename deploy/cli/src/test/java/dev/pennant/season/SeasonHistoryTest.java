package dev.pennant.season;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.revenue.EnterpriseReport;
import dev.pennant.core.revenue.FilingRules;
import dev.pennant.core.revenue.Registration;
import dev.pennant.core.revenue.RegistrationForm;
import dev.pennant.core.revenue.ReportForm;
import dev.pennant.core.revenue.RevenueLedger;
import dev.pennant.core.revenue.RevenueLedger.Filing;
import dev.pennant.core.revenue.YearOverYear;
import dev.pennant.season.SeasonEvent.Filed;
import dev.pennant.season.SeasonEvent.Registered;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whatever part of the season has come in, it is a history that the rules of filing take. */
final class SeasonHistoryTest {
    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final FilingRules RULES = CATALOGUE.filingRules();
    private static final List<SeasonEvent> EVENTS = Season.events(CATALOGUE);

    @Test
    void everyEventIsAcceptedAtTheMomentItComesIn() {
        for (SeasonEvent event : EVENTS) {
            if (event instanceof Registered registered) {
                Registration registration = registered.registration();
                assertThat(RULES.judge(form(registration))).isEqualTo(new Verdict.Accepted<>(registration));
            } else if (event instanceof Filed filed) {
                assertThat(filed.report().reportedAt()).isBeforeOrEqualTo(filed.at());
                assertThat(RULES.judge(form(filed.report()), filed.at()))
                        .isEqualTo(new Verdict.Accepted<>(filed.report()));
            }
        }
    }

    @Property(tries = 20)
    void noPrefixHoldsAContradictionAndEveryRepetitionIsSuperseded(@ForAll @IntRange(min = 1, max = 100) int percent) {
        Map<String, RevenueLedger> ledgers = new HashMap<>();
        Set<EnterpriseReport> seen = new HashSet<>();
        for (SeasonEvent event : EVENTS.subList(0, EVENTS.size() / 100 * percent)) {
            RevenueLedger ledger = ledgers.computeIfAbsent(event.enterpriseId(), id -> new RevenueLedger());
            if (event instanceof Registered registered) {
                ledger.register(registered.registration(), List.of(), 1);
            } else if (event instanceof Filed filed) {
                Filing expected = seen.add(filed.report()) ? Filing.APPLIED : Filing.SUPERSEDED;
                assertThat(ledger.filingOf(filed.report())).isEqualTo(expected);
                ledger.file(filed.report(), List.of(), 1);
            }
        }
    }

    private static RegistrationForm form(Registration registration) {
        return new RegistrationForm(
                registration.enterpriseId(),
                registration.name(),
                registration.unit(),
                registration.scope().id(),
                registration.industry(),
                registration.validFrom().toString(),
                registration.validTo().map(YearMonth::toString).orElse(null),
                registration.synthetic());
    }

    private static ReportForm form(EnterpriseReport report) {
        return new ReportForm(
                report.enterpriseId(),
                report.period().toString(),
                report.revenue().current(),
                report.revenue().lastYear(),
                report.retailSales().map(YearOverYear::current),
                report.retailSales().map(YearOverYear::lastYear),
                report.revision(),
                report.reportedAt(),
                report.synthetic());
    }
}
