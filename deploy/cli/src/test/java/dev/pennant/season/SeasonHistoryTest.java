package dev.pennant.season;

import static dev.pennant.season.KnownSeason.CATALOGUE;
import static dev.pennant.season.KnownSeason.EVENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.pennant.core.filing.Verdict;
import dev.pennant.core.revenue.EnterpriseReport;
import dev.pennant.core.revenue.FilingRules;
import dev.pennant.core.revenue.RevenueLedger;
import dev.pennant.core.revenue.RevenueLedger.Filing;
import dev.pennant.season.SeasonEvent.Filed;
import dev.pennant.season.SeasonEvent.Registered;
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
    private static final FilingRules RULES = CATALOGUE.filingRules();

    @Test
    void everyEventIsAcceptedAtTheMomentItComesIn() {
        List<SeasonEvent> refused =
                EVENTS.stream().filter(event -> !isAccepted(event)).toList();
        assertThat(refused).isEmpty();
    }

    @Property(tries = 20)
    void noPrefixHoldsAContradictionAndEveryRepetitionIsSuperseded(@ForAll @IntRange(min = 1, max = 100) int percent) {
        Map<String, RevenueLedger> ledgers = new HashMap<>();
        Set<EnterpriseReport> seen = new HashSet<>();
        for (SeasonEvent event : EVENTS.subList(0, EVENTS.size() / 100 * percent)) {
            RevenueLedger ledger = ledgers.computeIfAbsent(event.owner(), id -> new RevenueLedger());
            if (event instanceof Registered registered) {
                ledger.register(registered.registration(), List.of(), 1);
            } else if (event instanceof Filed filed) {
                Filing expected = seen.add(filed.report()) ? Filing.APPLIED : Filing.SUPERSEDED;
                if (ledger.filingOf(filed.report()) != expected) {
                    fail(filed + " should be " + expected);
                }
                ledger.file(filed.report(), List.of(), 1);
            }
        }
    }

    private static boolean isAccepted(SeasonEvent event) {
        if (event instanceof Registered registered) {
            return RULES.judge(registered.form()).equals(new Verdict.Accepted<>(registered.registration()));
        }
        Filed filed = (Filed) event;
        return !filed.report().reportedAt().isAfter(filed.at())
                && RULES.judge(filed.form(), filed.at()).equals(new Verdict.Accepted<>(filed.report()));
    }
}
