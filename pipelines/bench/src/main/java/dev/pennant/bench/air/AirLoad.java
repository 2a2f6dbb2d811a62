package dev.pennant.bench.air;

import dev.pennant.bench.run.Load;
import dev.pennant.core.air.AirDustForm;
import dev.pennant.core.air.AirReadingForm;
import dev.pennant.core.air.AirStationForm;
import dev.pennant.core.air.Pollutant;
import dev.pennant.core.period.ReportingHour;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.load.FormMessages;
import dev.pennant.load.TopicSender;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * A history as it comes: hour by hour, all stations in each, and corrections three days later.
 *
 * @param history what was measured
 */
record AirLoad(AirHistory history) implements Load {
    private static final int TOLD_EVERY = 1 << 19;
    private static final int HOURS_UNTIL_CORRECTED = 72;

    @Override
    public String name() {
        return "air-" + history.stations() + "-" + history.first() + "-" + history.last();
    }

    /** What is generated. */
    @Override
    public String toString() {
        return history.stationHours() + " station-hours";
    }

    @Override
    public void send(String bootstrapServers, LongConsumer progress) {
        FormMessages messages = new FormMessages();
        try (TopicSender sender = TopicSender.to(Topics.AIR_STATIONS, bootstrapServers)) {
            for (int station = 0; station < history.stations(); station++) {
                String id = history.id(station);
                sender.send(messages.of(new AirStationForm(id, id, history.unit(station), true)));
            }
            sender.awaitDelivery();
        }
        sendDust(messages, bootstrapServers);
        try (TopicSender sender = TopicSender.to(Topics.AIR_READINGS, bootstrapServers)) {
            long[] sent = {0};
            for (int hour = history.firstHour(); hour < history.endHour() + HOURS_UNTIL_CORRECTED; hour++) {
                for (int station = 0; station < history.stations(); station++) {
                    if (hour < history.endHour()) {
                        sender.send(messages.of(form(station, hour, 0)));
                        sent[0]++;
                    }
                    int earlier = hour - HOURS_UNTIL_CORRECTED;
                    if (earlier >= history.firstHour() && history.lastRevision(station, earlier) > 0) {
                        sender.send(messages.of(form(station, earlier, 1)));
                        sent[0]++;
                    }
                    if (sent[0] % TOLD_EVERY == 0) {
                        progress.accept(sent[0]);
                    }
                }
            }
            sender.awaitDelivery();
        }
    }

    private void sendDust(FormMessages messages, String bootstrapServers) {
        Set<String> prefectures = new TreeSet<>();
        IntStream.range(0, history.stations())
                .forEach(station -> prefectures.add(history.unit(station).substring(0, 4)));
        try (TopicSender sender = TopicSender.to(Topics.AIR_DUST_DAYS, bootstrapServers)) {
            for (int day = ReportingHour.day(history.first()); day <= ReportingHour.day(history.last()); day++) {
                if (history.isDust(day)) {
                    for (String prefecture : prefectures) {
                        sender.send(messages.of(new AirDustForm(
                                prefecture, ReportingHour.date(day).toString(), true)));
                    }
                }
            }
            sender.awaitDelivery();
        }
    }

    private AirReadingForm form(int station, int hour, int revision) {
        int[] ticks = IntStream.of(history.ticks(station, hour, revision))
                .map(value -> value == Pollutant.MISSING ? AirReadingForm.NOTHING : value)
                .toArray();
        return new AirReadingForm(history.id(station), ReportingHour.startMillis(hour), ticks, revision, true);
    }
}
