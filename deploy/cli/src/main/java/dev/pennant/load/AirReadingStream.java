package dev.pennant.load;

import dev.pennant.core.air.AirReadingForm;
import dev.pennant.core.air.AirRules;
import dev.pennant.core.air.Pollutant;
import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What air stations measured, hour by hour; a missing value is left empty, or written as networks do. */
final class AirReadingStream implements ImportStream {
    private static final String STATION = "station_id";
    private static final String HOUR = "hour";
    private static final String REVISION = "revision";
    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();

    private final FormMessages messages = new FormMessages();
    private final AirRules rules;
    private final InstantSource clock;
    private final boolean synthetic;
    private final AirFeed feed;

    /**
     * @param clock tells when a reading is received
     * @param synthetic whether the readings are made up
     * @param feed how the file is written
     */
    AirReadingStream(AirRules rules, InstantSource clock, boolean synthetic, AirFeed feed) {
        this.rules = rules;
        this.clock = clock;
        this.synthetic = synthetic;
        this.feed = feed;
    }

    @Override
    public Topic topic() {
        return Topics.AIR_READINGS;
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(STATION, HOUR));
        Pollutant.all().forEach(pollutant -> columns.add(pollutant.id()));
        columns.add(REVISION);
        return List.copyOf(columns);
    }

    @Override
    public RowOutcome read(TableRow row) {
        RowValues values = new RowValues(row);
        long named = values.moment(HOUR).toEpochMilli();
        int[] ticks = new int[Pollutant.COUNT];
        for (Pollutant pollutant : Pollutant.all()) {
            boolean micrograms = pollutant == Pollutant.CO && feed.carbonMonoxideInMicrograms();
            ticks[pollutant.place()] = values.concentration(
                    pollutant.id(), micrograms ? 0 : pollutant.tickDecimals(), AirReadingForm.NOTHING);
        }
        AirReadingForm form = new AirReadingForm(
                values.id(STATION),
                feed.hourEnding() ? named - HOUR_MILLIS : named,
                ticks,
                values.wholeNumber(REVISION),
                synthetic);
        if (values.areReadable()) {
            values.judged(rules.judge(form, clock.instant()));
        }
        return values.areReadable()
                ? new RowOutcome.Accepted(messages.of(form))
                : new RowOutcome.Rejected(values.fault());
    }
}
