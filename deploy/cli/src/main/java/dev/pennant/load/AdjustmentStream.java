package dev.pennant.load;

import dev.pennant.core.standings.Adjustment;
import dev.pennant.core.standings.AdjustmentForm;
import dev.pennant.core.standings.AdjustmentRules;
import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Adjustments of standings: points, or the word {@code veto} or {@code veto-lifted} in their place. */
final class AdjustmentStream implements ImportStream {
    private static final String COMPETITION = "competition";
    private static final String PERIOD = "period";
    private static final String UNIT = "unit";
    private static final String POINTS = "points";
    private static final String REASON = "reason";
    private static final String APPROVER = "approver";
    private static final String ADJUSTED_AT = "adjusted_at";

    private final FormMessages messages = new FormMessages();
    private final AdjustmentRules rules;
    private final InstantSource clock;
    private final boolean synthetic;

    /**
     * @param clock tells when an adjustment is received
     * @param synthetic whether it is made up
     */
    AdjustmentStream(AdjustmentRules rules, InstantSource clock, boolean synthetic) {
        this.rules = rules;
        this.clock = clock;
        this.synthetic = synthetic;
    }

    @Override
    public Topic topic() {
        return Topics.ADJUSTMENTS;
    }

    @Override
    public List<String> columns() {
        return List.of(COMPETITION, PERIOD, UNIT, POINTS, REASON, APPROVER, ADJUSTED_AT);
    }

    @Override
    public RowOutcome read(TableRow row) {
        RowValues values = new RowValues(row);
        String kind = Adjustment.Kind.of(values.text(POINTS))
                .filter(named -> named != Adjustment.Kind.POINTS)
                .map(Adjustment.Kind::id)
                .orElse(Adjustment.Kind.POINTS.id());
        Optional<BigDecimal> points =
                kind.equals(Adjustment.Kind.POINTS.id()) ? values.optionalFigure(POINTS) : Optional.empty();
        AdjustmentForm form = new AdjustmentForm(
                values.text(COMPETITION),
                values.text(PERIOD),
                values.id(UNIT),
                kind,
                points,
                values.text(REASON),
                values.text(APPROVER),
                values.moment(ADJUSTED_AT),
                synthetic);
        if (values.areReadable()) {
            values.judged(rules.judge(form, clock.instant()));
        }
        return values.areReadable()
                ? new RowOutcome.Accepted(messages.of(form))
                : new RowOutcome.Rejected(values.fault());
    }
}
