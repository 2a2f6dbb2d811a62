package dev.pennant.jobs.report;

import dev.pennant.core.filing.Rejection;
import dev.pennant.core.filing.Rejection.Reason;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.report.UnitForm;
import dev.pennant.core.report.UnitRegistration;
import dev.pennant.core.report.UnitRules;
import dev.pennant.jobs.deadletters.ReadOrRefuse;
import dev.pennant.jobs.kafka.RawRecord;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Reads the registrations of units below the township. The key has to be the unit's code, because the topic is compacted by it. */
public final class ReadUnits extends ReadOrRefuse<dev.pennant.schemas.event.UnitRegistration, UnitEntry> {
    private static final long serialVersionUID = 1L;

    private final UnitRules rules;

    /**
     * A reader for one job.
     *
     * @param job the job that refuses what it cannot take
     */
    public ReadUnits(UnitRules rules, String job, Clock clock) {
        super(dev.pennant.schemas.event.UnitRegistration.class, job, clock);
        this.rules = rules;
    }

    @Override
    protected Verdict<UnitEntry> judge(RawRecord record, dev.pennant.schemas.event.UnitRegistration event) {
        Verdict<UnitRegistration> verdict = rules.judge(new UnitForm(
                event.getCode(), event.getName(), event.getKind(), event.getParent(), event.getSynthetic()));
        if (verdict instanceof Verdict.Rejected<UnitRegistration> rejected) {
            return new Verdict.Rejected<>(rejected.rejections());
        }
        UnitRegistration unit = ((Verdict.Accepted<UnitRegistration>) verdict).value();
        if (!unit.code().equals(record.keyText())) {
            return badKey("the key of this registration has to be " + unit.code());
        }
        return accepted(record, unit.code(), Optional.of(unit));
    }

    @Override
    protected Verdict<UnitEntry> judgeWithdrawal(RawRecord record) {
        String code = record.keyText();
        return rules.faultsOfCode(code).isEmpty()
                ? accepted(record, code, Optional.empty())
                : badKey("the key of a unit's registration is its code, which begins with that of its township");
    }

    private static Verdict<UnitEntry> accepted(RawRecord record, String code, Optional<UnitRegistration> registration) {
        return new Verdict.Accepted<>(new UnitEntry(record.origin(), record.receivedAt(), code, registration));
    }

    private static Verdict<UnitEntry> badKey(String detail) {
        return new Verdict.Rejected<>(List.of(new Rejection(Reason.BAD_KEY, "key", detail)));
    }
}
