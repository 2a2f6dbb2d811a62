package dev.pennant.jobs.retail;

import dev.pennant.core.filing.Rejection;
import dev.pennant.core.filing.Rejection.Reason;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.retail.RetailRules;
import dev.pennant.core.retail.StoreForm;
import dev.pennant.core.retail.StoreRegistration;
import dev.pennant.jobs.deadletters.ReadOrRefuse;
import dev.pennant.jobs.kafka.RawRecord;
import dev.pennant.jobs.kafka.RegistryKey;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Reads the registrations of stores. The key has to be that of the registration, because the topic is compacted by it: under another's key a
 * registration would be lost, or take another's place.
 */
final class ReadStores extends ReadOrRefuse<dev.pennant.schemas.event.StoreRegistration, StoreEntry> {
    private static final long serialVersionUID = 1L;

    private final RetailRules rules;

    /** @param job name of the job, in dead letters */
    ReadStores(RetailRules rules, String job, Clock clock) {
        super(dev.pennant.schemas.event.StoreRegistration.class, job, clock);
        this.rules = rules;
    }

    @Override
    protected Verdict<StoreEntry> judge(RawRecord record, dev.pennant.schemas.event.StoreRegistration event) {
        Verdict<StoreRegistration> verdict = rules.judge(new StoreForm(
                event.getStoreId(), event.getName(), event.getUnit(), event.getValidFrom(), event.getSynthetic()));
        if (verdict instanceof Verdict.Rejected<StoreRegistration> rejected) {
            return new Verdict.Rejected<>(rejected.rejections());
        }
        StoreRegistration registration = ((Verdict.Accepted<StoreRegistration>) verdict).value();
        RegistryKey expected =
                new RegistryKey(registration.storeId(), registration.validFrom().toString());
        if (!RegistryKey.read(record.key()).equals(Optional.of(expected))) {
            return badKey("the key of this registration has to be " + expected);
        }
        return new Verdict.Accepted<>(new StoreEntry(
                record.origin(),
                record.receivedAt(),
                registration.storeId(),
                registration.validFrom(),
                Optional.of(registration)));
    }

    @Override
    protected Verdict<StoreEntry> judgeWithdrawal(RawRecord record) {
        Optional<RegistryKey> key = RegistryKey.read(record.key())
                .filter(parts -> rules.faultsOfId(parts.owner()).isEmpty());
        Optional<LocalDate> validFrom = key.flatMap(parts -> RetailRules.validFrom(parts.validFrom()));
        if (validFrom.isEmpty()) {
            return badKey("the key of a store's registration is store_id|valid_from, as in 330482-S-0001|2020-01-01");
        }
        return new Verdict.Accepted<>(new StoreEntry(
                record.origin(), record.receivedAt(), key.get().owner(), validFrom.get(), Optional.empty()));
    }

    private static Verdict<StoreEntry> badKey(String detail) {
        return new Verdict.Rejected<>(List.of(new Rejection(Reason.BAD_KEY, "key", detail)));
    }
}
