package dev.pennant.jobs.standings;

import dev.pennant.core.filing.Rejection;
import dev.pennant.core.filing.Rejection.Reason;
import dev.pennant.core.report.Filing;
import dev.pennant.core.report.UnitRegistration;
import dev.pennant.core.standings.Competition;
import dev.pennant.core.standings.CompetitionBook;
import dev.pennant.core.standings.Rosters;
import dev.pennant.core.standings.ScoredStanding;
import dev.pennant.core.standings.Scorer;
import dev.pennant.jobs.deadletters.DeadLetter;
import dev.pennant.jobs.deadletters.DeadLetters;
import dev.pennant.jobs.flink.Pace;
import dev.pennant.jobs.flink.RunEpoch;
import dev.pennant.jobs.flink.StateGuard;
import dev.pennant.jobs.flink.ValueType;
import dev.pennant.jobs.report.UnitRegistrationFormat;
import dev.pennant.jobs.standings.CompetitionNews.OfAdjustment;
import dev.pennant.jobs.standings.CompetitionNews.OfFigure;
import dev.pennant.jobs.standings.CompetitionNews.OfUnit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Keeps the standings of each competition. Its books are opened by the first news and closed when all that changed was told: at intervals, and always
 * before a checkpoint, so that nothing that a checkpoint covers is unseen, and no open book is in one.
 *
 * <p>State: a book a period, with the figures of all places, and the registered units that take part. Both are bounded by the units and by the periods that
 * the jobs before take figures of, and never cleared, because a correction of any of them can come.
 */
final class KeepStandings extends AbstractStreamOperator<ScoredStanding>
        implements OneInputStreamOperator<CompetitionNews, ScoredStanding>, BoundedOneInput {
    static final OutputTag<LoggedAdjustment> ADJUSTMENTS =
            new OutputTag<>("adjustments", ValueType.of(new LoggedAdjustment.Format()));

    private static final long serialVersionUID = 1L;

    private final HashMap<String, Competition> competitions = new HashMap<>();
    private final String definitions;
    private final Duration interval;
    private final Clock clock;

    private transient KeyedBooks books;
    private transient MapState<String, UnitRegistration> units;
    private transient RunEpoch run;
    private transient StateGuard guard;
    private transient Map<String, Scorer> scorers;
    private transient Map<String, Rosters> rosters;
    private transient Map<String, CompetitionBook> open;
    private transient Pace pace;

    /**
     * @param competitions the competitions of the catalogue
     * @param interval at most how often standings are told
     * @param clock gives the time of a snapshot
     */
    KeepStandings(List<Competition> competitions, Duration interval, Clock clock) {
        competitions.forEach(competition -> this.competitions.put(competition.id(), competition));
        this.definitions = competitions.toString();
        this.interval = interval;
        this.clock = clock;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        books = new KeyedBooks(context.getKeyedStateStore());
        units = context.getKeyedStateStore()
                .getMapState(
                        new MapStateDescriptor<>("units", Types.STRING, ValueType.of(new UnitRegistrationFormat())));
        guard = StateGuard.open(context.getOperatorStateStore(), definitions);
        run = RunEpoch.open(context.getOperatorStateStore(), clock);
        scorers = new HashMap<>();
        rosters = new HashMap<>();
        open = new LinkedHashMap<>();
        pace = new Pace(getProcessingTimeService(), interval, this::tell);
    }

    @Override
    public void processElement(StreamRecord<CompetitionNews> element) throws Exception {
        CompetitionNews news = element.getValue();
        CompetitionBook book = book(news.competition());
        if (news instanceof OfFigure figure) {
            book.file(figure.period(), figure.place(), figure.column(), figure.figure());
        } else if (news instanceof OfUnit unit) {
            if (unit.registration().isPresent()) {
                units.put(unit.code(), unit.registration().get());
            } else {
                units.remove(unit.code());
            }
            book.register(unit.code(), unit.registration());
        } else if (news instanceof OfAdjustment adjustment) {
            adjust(book, adjustment.received());
        }
        pace.changed();
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        pace.emitNow();
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        guard.snapshot();
        run.snapshot();
    }

    @Override
    public void endInput() throws Exception {
        pace.emitNow();
    }

    private void adjust(CompetitionBook book, ReceivedAdjustment received) {
        Filing filing = book.adjust(received.adjustment());
        if (filing == Filing.CONFLICTING) {
            Rejection rejection = new Rejection(
                    Reason.BAD_ADJUSTMENT,
                    "adjusted_at",
                    "an adjustment of this unit, reason and time already stands with other points or another approver; set it off"
                            + " with one of another time");
            output.collect(
                    DeadLetters.TAG,
                    new StreamRecord<>(DeadLetter.of(
                            received.record(), List.of(rejection), StandingsPipeline.JOB, clock.instant())));
            return;
        }
        output.collect(
                ADJUSTMENTS,
                new StreamRecord<>(new LoggedAdjustment(
                        received.record().origin(), received.record().receivedAt(), received.adjustment(), filing)));
    }

    private CompetitionBook book(String id) throws Exception {
        CompetitionBook known = open.get(id);
        if (known != null) {
            return known;
        }
        Competition competition = competitions.get(id);
        Rosters roster = rosters.get(id);
        if (roster == null) {
            roster = new Rosters(competition.units());
            for (Map.Entry<String, UnitRegistration> unit : units.entries()) {
                roster.take(unit.getKey(), Optional.of(unit.getValue()));
            }
            rosters.put(id, roster);
        }
        CompetitionBook book = new CompetitionBook(
                competition, scorers.computeIfAbsent(id, key -> new Scorer(competition)), roster, books);
        open.put(id, book);
        return book;
    }

    private void tell() {
        Instant now = clock.instant();
        for (Map.Entry<String, CompetitionBook> entry : new ArrayList<>(open.entrySet())) {
            setCurrentKey(entry.getKey());
            entry.getValue().tell(run.epoch(), now, standing -> output.collect(new StreamRecord<>(standing)));
            entry.getValue().putBack();
        }
        open.clear();
    }
}
