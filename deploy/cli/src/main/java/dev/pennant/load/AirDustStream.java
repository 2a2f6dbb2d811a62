package dev.pennant.load;

import dev.pennant.core.air.AirDustForm;
import dev.pennant.core.air.AirRules;
import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import java.time.InstantSource;
import java.util.List;

/** Days of sand and dust: of which unit, and of all units in it. */
final class AirDustStream implements ImportStream {
    private static final String UNIT = "unit";
    private static final String DAY = "day";

    private final FormMessages messages = new FormMessages();
    private final AirRules rules;
    private final InstantSource clock;
    private final boolean synthetic;

    /**
     * @param clock tells when a mark is received
     * @param synthetic whether the marks are made up
     */
    AirDustStream(AirRules rules, InstantSource clock, boolean synthetic) {
        this.rules = rules;
        this.clock = clock;
        this.synthetic = synthetic;
    }

    @Override
    public Topic topic() {
        return Topics.AIR_DUST_DAYS;
    }

    @Override
    public List<String> columns() {
        return List.of(UNIT, DAY);
    }

    @Override
    public RowOutcome read(TableRow row) {
        RowValues values = new RowValues(row);
        AirDustForm form = new AirDustForm(values.id(UNIT), values.day(DAY), synthetic);
        values.judged(rules.judge(form, clock.instant()));
        return values.areReadable()
                ? new RowOutcome.Accepted(messages.of(form))
                : new RowOutcome.Rejected(values.fault());
    }
}
