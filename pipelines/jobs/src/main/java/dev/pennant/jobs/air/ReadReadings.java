package dev.pennant.jobs.air;

import dev.pennant.core.air.AirReading;
import dev.pennant.core.air.AirReadingForm;
import dev.pennant.core.air.AirRules;
import dev.pennant.core.filing.Verdict;
import dev.pennant.jobs.deadletters.ReadOrRefuse;
import dev.pennant.jobs.kafka.RawRecord;
import java.time.Clock;

/** Reads what stations measured. */
final class ReadReadings extends ReadOrRefuse<dev.pennant.schemas.event.AirReading, ReceivedReading> {
    private static final long serialVersionUID = 1L;

    private final AirRules rules;

    ReadReadings(AirRules rules, Clock clock) {
        super(dev.pennant.schemas.event.AirReading.class, AirPipeline.JOB, clock);
        this.rules = rules;
    }

    @Override
    protected Verdict<ReceivedReading> judge(RawRecord record, dev.pennant.schemas.event.AirReading event) {
        Verdict<AirReading> verdict = rules.judge(form(event), record.receivedAt());
        if (verdict instanceof Verdict.Accepted<AirReading> accepted) {
            AirReading reading = accepted.value();
            return new Verdict.Accepted<>(new ReceivedReading(record, reading, rules.isFineAboveCoarse(reading)));
        }
        return new Verdict.Rejected<>(((Verdict.Rejected<AirReading>) verdict).rejections());
    }

    private static AirReadingForm form(dev.pennant.schemas.event.AirReading event) {
        int[] ticks = {
            ticks(event.getPm25()),
            ticks(event.getPm10()),
            ticks(event.getSo2()),
            ticks(event.getNo2()),
            ticks(event.getCo()),
            ticks(event.getO3())
        };
        return new AirReadingForm(
                event.getStationId(), event.getHour().toEpochMilli(), ticks, event.getRevision(), event.getSynthetic());
    }

    private static int ticks(Integer sent) {
        return sent == null ? AirReadingForm.NOTHING : sent;
    }
}
