package dev.pennant.load;

import dev.pennant.core.air.AirRules;
import dev.pennant.core.air.AirStationForm;
import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import java.util.List;

/** Air stations: in which unit a station stands. */
final class AirStationStream implements ImportStream {
    private static final String STATION = "station_id";
    private static final String NAME = "name";
    private static final String UNIT = "unit";

    private final FormMessages messages = new FormMessages();
    private final AirRules rules;
    private final boolean synthetic;

    /** @param synthetic whether the stations are made up */
    AirStationStream(AirRules rules, boolean synthetic) {
        this.rules = rules;
        this.synthetic = synthetic;
    }

    @Override
    public Topic topic() {
        return Topics.AIR_STATIONS;
    }

    @Override
    public List<String> columns() {
        return List.of(STATION, NAME, UNIT);
    }

    @Override
    public RowOutcome read(TableRow row) {
        RowValues values = new RowValues(row);
        AirStationForm form = new AirStationForm(values.id(STATION), values.text(NAME), values.text(UNIT), synthetic);
        if (values.areReadable()) {
            values.judged(rules.judge(form));
        }
        return values.areReadable()
                ? new RowOutcome.Accepted(messages.of(form))
                : new RowOutcome.Rejected(values.fault());
    }
}
