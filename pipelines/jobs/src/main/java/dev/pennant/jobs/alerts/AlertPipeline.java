package dev.pennant.jobs.alerts;

import dev.pennant.core.alerts.Alert;
import dev.pennant.core.alerts.AlertWords;
import dev.pennant.core.alerts.Subject;
import dev.pennant.core.alerts.SubjectWords;
import dev.pennant.core.catalogue.AlertRuleReader;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.IndicatorDefinition;
import dev.pennant.core.catalogue.Unit;
import dev.pennant.core.standings.Competition;
import dev.pennant.jobs.deadletters.DeadLetter;
import dev.pennant.jobs.deadletters.DeadLetters;
import dev.pennant.jobs.flink.ValueType;
import dev.pennant.jobs.kafka.RawRecord;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * From figures and rules to alerts.
 *
 * <pre>
 * rules → ReadRules ┬ rules ───────────────────────────────────────→ rule log
 *                   └ by rule → SpreadRules ──┐
 * indicator values → ReadFigures ──┐          ├ by subject → RaiseAlerts ─ alerts
 * standings → ReadStandings ───────┴──────────┘
 * what is refused → dead letters
 * </pre>
 *
 * <p>By subject, the indicator or the competition: a unit's figure and that of the region it is compared with then stand in one place.
 */
public final class AlertPipeline {
    /** The name of the job, in dead letters and in the consumer group {@code pennant-alerts}. */
    public static final String JOB = "alerts";

    static final String READ_RULES = "read-alert-rules";
    static final String SPREAD_RULES = "spread-alert-rules";
    static final String READ_VALUES = "read-indicator-values";
    static final String READ_STANDINGS = "read-standings";
    static final String RAISE_ALERTS = "raise-alerts";

    private final Catalogue catalogue;
    private final Clock clock;

    /**
     * A pipeline over a catalogue.
     *
     * @param clock gives the time of every change
     */
    public AlertPipeline(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Defines the streams out of the streams in. */
    public Outputs define(DataStream<RawRecord> rules, DataStream<RawRecord> values, DataStream<RawRecord> standings) {
        AlertRuleReader reader = new AlertRuleReader(catalogue);
        SingleOutputStreamOperator<RuleEntry> entries = rules.process(
                        new ReadRules(reader, clock), ValueType.of(new RuleEntry.Format()))
                .name(READ_RULES)
                .uid(READ_RULES);
        DataStream<RuleNews> news = entries.keyBy(RuleEntry::id, Types.STRING)
                .process(new SpreadRules(), ValueType.of(new RuleNews.Format()))
                .name(SPREAD_RULES)
                .uid(SPREAD_RULES);
        SingleOutputStreamOperator<SubjectFigures> indicators = values.process(
                        new ReadFigures(clock), ValueType.of(new SubjectFigures.Format()))
                .name(READ_VALUES)
                .uid(READ_VALUES);
        SingleOutputStreamOperator<SubjectFigures> competitions = standings
                .process(new ReadStandings(clock), ValueType.of(new SubjectFigures.Format()))
                .name(READ_STANDINGS)
                .uid(READ_STANDINGS);
        DataStream<Alert> alerts = news.connect(indicators.union(competitions))
                .keyBy(RuleNews::subject, SubjectFigures::subject, Types.STRING)
                .process(new RaiseAlerts(reader, kinds(), words(), clock), ValueType.of(new AlertFormat()))
                .name(RAISE_ALERTS)
                .uid(RAISE_ALERTS);
        return new Outputs(
                alerts,
                entries,
                entries.getSideOutput(DeadLetters.TAG)
                        .union(indicators.getSideOutput(DeadLetters.TAG), competitions.getSideOutput(DeadLetters.TAG)));
    }

    private Map<String, String> kinds() {
        Map<String, String> kinds = new TreeMap<>();
        catalogue
                .units()
                .all()
                .forEach(unit -> kinds.put(unit.code(), unit.kind().id()));
        return kinds;
    }

    private AlertWords words() {
        Map<String, String> names = catalogue.units().all().stream().collect(Collectors.toMap(Unit::code, Unit::name));
        Map<Subject, SubjectWords> subjects = new HashMap<>();
        catalogue.indicators().forEach(indicator -> subjects.put(Subject.indicator(indicator.id()), words(indicator)));
        catalogue
                .competitions()
                .forEach(competition -> subjects.put(Subject.competition(competition.id()), words(competition)));
        return new AlertWords(names, subjects);
    }

    private static SubjectWords words(IndicatorDefinition indicator) {
        return new SubjectWords(
                indicator.title(),
                indicator.titleEn(),
                indicator.measure().symbol(),
                indicator.valueRounding(),
                indicator.growthRounding());
    }

    private static SubjectWords words(Competition competition) {
        return new SubjectWords(
                competition.title(), competition.titleEn(), "分", competition.rounding(), competition.rounding());
    }

    /**
     * What leaves the pipeline: the state of the world, each alert with its key and version.
     *
     * @param alerts every alert that has changed, whole
     * @param rules every message about a rule that could be taken
     * @param deadLetters what could not
     */
    public record Outputs(DataStream<Alert> alerts, DataStream<RuleEntry> rules, DataStream<DeadLetter> deadLetters) {}
}
