package dev.pennant.jobs.revenue;

import dev.pennant.core.filing.Rejection;
import dev.pennant.core.filing.Rejection.Reason;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.revenue.FilingRules;
import dev.pennant.core.revenue.Registration;
import dev.pennant.core.revenue.RegistrationForm;
import dev.pennant.jobs.deadletters.ReadOrRefuse;
import dev.pennant.jobs.kafka.RawRecord;
import dev.pennant.jobs.kafka.RegistryKey;
import dev.pennant.schemas.event.EnterpriseRegistration;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Reads the registry. The key has to be that of the registration, because the topic is compacted by it: under another's key a registration would
 * be lost, or take another's place.
 */
final class ReadRegistry extends ReadOrRefuse<EnterpriseRegistration, RegistryEntry> {
    private static final long serialVersionUID = 1L;

    private final FilingRules rules;

    ReadRegistry(FilingRules rules, Clock clock) {
        super(EnterpriseRegistration.class, RevenuePipeline.JOB, clock);
        this.rules = rules;
    }

    @Override
    protected Verdict<RegistryEntry> judge(RawRecord record, EnterpriseRegistration event) {
        Verdict<Registration> verdict = rules.judge(form(event));
        if (verdict instanceof Verdict.Rejected<Registration> rejected) {
            return new Verdict.Rejected<>(rejected.rejections());
        }
        Registration registration = ((Verdict.Accepted<Registration>) verdict).value();
        RegistryKey expected = new RegistryKey(
                registration.enterpriseId(), registration.validFrom().toString());
        if (!RegistryKey.read(record.key()).equals(Optional.of(expected))) {
            return badKey("the key of this registration has to be " + expected);
        }
        return new Verdict.Accepted<>(new RegistryEntry(
                record.origin(),
                record.receivedAt(),
                registration.enterpriseId(),
                registration.validFrom(),
                Optional.of(registration)));
    }

    @Override
    protected Verdict<RegistryEntry> judgeWithdrawal(RawRecord record) {
        Optional<RegistryKey> key = RegistryKey.read(record.key())
                .filter(parts -> rules.faultsOfId(parts.owner()).isEmpty());
        Optional<YearMonth> validFrom = key.flatMap(parts -> month(parts.validFrom()));
        if (validFrom.isEmpty()) {
            return badKey("the key of a registration is enterprise_id|valid_from, as in 91330482MA0000001X|2020-01");
        }
        return new Verdict.Accepted<>(new RegistryEntry(
                record.origin(), record.receivedAt(), key.get().owner(), validFrom.get(), Optional.empty()));
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(CumulativePeriod.parse(text).lastMonth());
        } catch (IllegalArgumentException noMonth) {
            return Optional.empty();
        }
    }

    private static Verdict<RegistryEntry> badKey(String detail) {
        return new Verdict.Rejected<>(List.of(new Rejection(Reason.BAD_KEY, "key", detail)));
    }

    private static RegistrationForm form(EnterpriseRegistration event) {
        return new RegistrationForm(
                event.getEnterpriseId(),
                event.getName(),
                event.getUnit(),
                event.getScope(),
                event.getIndustry(),
                event.getValidFrom(),
                event.getValidTo(),
                event.getSynthetic());
    }
}
