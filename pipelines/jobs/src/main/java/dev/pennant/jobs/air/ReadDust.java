package dev.pennant.jobs.air;

import dev.pennant.core.air.AirDustDay;
import dev.pennant.core.air.AirDustForm;
import dev.pennant.core.air.AirRules;
import dev.pennant.core.filing.Rejection;
import dev.pennant.core.filing.Rejection.Reason;
import dev.pennant.core.filing.Verdict;
import dev.pennant.jobs.deadletters.ReadOrRefuse;
import dev.pennant.jobs.kafka.RawRecord;
import dev.pennant.jobs.kafka.RegistryKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Reads the marks of dust days. The key has to be {@code unit|day}, because the topic is compacted by it. */
final class ReadDust extends ReadOrRefuse<dev.pennant.schemas.event.AirDustDay, DustEntry> {
    private static final long serialVersionUID = 1L;

    private final AirRules rules;

    ReadDust(AirRules rules, Clock clock) {
        super(dev.pennant.schemas.event.AirDustDay.class, AirPipeline.JOB, clock);
        this.rules = rules;
    }

    @Override
    protected Verdict<DustEntry> judge(RawRecord record, dev.pennant.schemas.event.AirDustDay event) {
        Verdict<AirDustDay> verdict = rules.judge(
                new AirDustForm(event.getUnit(), event.getDay(), event.getSynthetic()), record.receivedAt());
        if (verdict instanceof Verdict.Rejected<AirDustDay> rejected) {
            return new Verdict.Rejected<>(rejected.rejections());
        }
        AirDustDay mark = ((Verdict.Accepted<AirDustDay>) verdict).value();
        RegistryKey expected = new RegistryKey(mark.unit(), mark.day().toString());
        if (!RegistryKey.read(record.key()).equals(Optional.of(expected))) {
            return badKey("the key of this mark has to be " + expected);
        }
        return accepted(record, mark, false);
    }

    @Override
    protected Verdict<DustEntry> judgeWithdrawal(RawRecord record) {
        Verdict<AirDustDay> verdict = RegistryKey.read(record.key())
                .map(key -> rules.judge(new AirDustForm(key.owner(), key.validFrom(), false), record.receivedAt()))
                .orElse(new Verdict.Rejected<>(List.of(new Rejection(Reason.BAD_KEY, "key", "it is not there"))));
        if (verdict instanceof Verdict.Accepted<AirDustDay> mark) {
            return accepted(record, mark.value(), true);
        }
        List<Rejection> faults = ((Verdict.Rejected<AirDustDay>) verdict).rejections();
        return faults.stream().allMatch(fault -> fault.reason() == Reason.MEASURED_TOO_LONG_AGO)
                ? new Verdict.Rejected<>(faults)
                : badKey("the key of a dust day's mark is unit|day, as in 3304|2020-03-18");
    }

    private static Verdict<DustEntry> accepted(RawRecord record, AirDustDay mark, boolean withdrawn) {
        return new Verdict.Accepted<>(new DustEntry(
                record.origin(), record.receivedAt(), mark.unit(), mark.day(), withdrawn, mark.synthetic()));
    }

    private static Verdict<DustEntry> badKey(String detail) {
        return new Verdict.Rejected<>(List.of(new Rejection(Reason.BAD_KEY, "key", detail)));
    }
}
