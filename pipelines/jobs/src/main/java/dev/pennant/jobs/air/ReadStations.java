package dev.pennant.jobs.air;

import dev.pennant.core.air.AirRules;
import dev.pennant.core.air.AirStation;
import dev.pennant.core.air.AirStationForm;
import dev.pennant.core.filing.Rejection;
import dev.pennant.core.filing.Rejection.Reason;
import dev.pennant.core.filing.Verdict;
import dev.pennant.jobs.deadletters.ReadOrRefuse;
import dev.pennant.jobs.kafka.RawRecord;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Reads the registrations of stations. The key has to be the station's id, because the topic is compacted by it. */
final class ReadStations extends ReadOrRefuse<dev.pennant.schemas.event.AirStation, StationEntry> {
    private static final long serialVersionUID = 1L;

    private final AirRules rules;

    ReadStations(AirRules rules, Clock clock) {
        super(dev.pennant.schemas.event.AirStation.class, AirPipeline.JOB, clock);
        this.rules = rules;
    }

    @Override
    protected Verdict<StationEntry> judge(RawRecord record, dev.pennant.schemas.event.AirStation event) {
        Verdict<AirStation> verdict = rules.judge(
                new AirStationForm(event.getStationId(), event.getName(), event.getUnit(), event.getSynthetic()));
        if (verdict instanceof Verdict.Rejected<AirStation> rejected) {
            return new Verdict.Rejected<>(rejected.rejections());
        }
        AirStation station = ((Verdict.Accepted<AirStation>) verdict).value();
        if (!station.stationId().equals(record.keyText())) {
            return badKey("the key of this registration has to be " + station.stationId());
        }
        return new Verdict.Accepted<>(
                new StationEntry(record.origin(), record.receivedAt(), station.stationId(), Optional.of(station)));
    }

    @Override
    protected Verdict<StationEntry> judgeWithdrawal(RawRecord record) {
        String stationId = record.keyText();
        return rules.faultsOfId(stationId).isEmpty()
                ? new Verdict.Accepted<>(
                        new StationEntry(record.origin(), record.receivedAt(), stationId, Optional.empty()))
                : badKey("the key of a station's registration is its id");
    }

    private static Verdict<StationEntry> badKey(String detail) {
        return new Verdict.Rejected<>(List.of(new Rejection(Reason.BAD_KEY, "key", detail)));
    }
}
