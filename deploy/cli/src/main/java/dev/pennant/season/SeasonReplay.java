package dev.pennant.season;

import dev.pennant.jobs.kafka.Topic;
import dev.pennant.load.EventSender;
import dev.pennant.load.UndeliveredException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/** Sends a season's events to their topics, in each in their order and at a pace, as an import would. */
public final class SeasonReplay {
    private final Map<String, EventSender> senders = new HashMap<>();
    private final Pace pace;
    private final Waiting waiting;
    private final Runnable opening;

    /**
     * @param senders to every topic that the season's events go to
     * @param pace how fast the season goes by
     * @param waiting lets time pass
     * @param opening called when the registers with which the season opens are safe in their topics, before anything else is sent
     */
    public SeasonReplay(Map<Topic, ? extends EventSender> senders, Pace pace, Waiting waiting, Runnable opening) {
        senders.forEach((topic, sender) -> this.senders.put(topic.name(), sender));
        this.pace = pace;
        this.waiting = waiting;
        this.opening = opening;
    }

    /**
     * Sends the events, and returns when all are safe in their topics.
     *
     * @param sent told of each event that is on its way and of how many are
     * @return how many have been sent in all
     * @throws UndeliveredException when the topics do not take events any longer
     * @throws InterruptedException when the replay is to end early
     */
    public int send(Iterator<SeasonEvent> events, ObjIntConsumer<SeasonEvent> sent) throws InterruptedException {
        Map<String, Lane> lanes = new LinkedHashMap<>();
        senders.forEach((topic, sender) -> lanes.put(topic, new Lane(topic, sender)));
        try {
            return send(events, sent, lanes);
        } finally {
            lanes.values().forEach(Lane::close);
        }
    }

    private int send(Iterator<SeasonEvent> events, ObjIntConsumer<SeasonEvent> sent, Map<String, Lane> lanes)
            throws InterruptedException {
        int count = 0;
        boolean isOpen = false;
        while (events.hasNext()) {
            SeasonEvent event = events.next();
            if (!isOpen && event.at().isAfter(Season.OPENING)) {
                awaitDelivery(lanes);
                opening.run();
                isOpen = true;
            }
            Duration early = pace.until(event.at());
            if (early.toMillis() > 0) {
                for (Lane lane : lanes.values()) {
                    lane.handOver();
                }
                waiting.pass(early);
            }
            lanes.get(event.topic().name()).take(event);
            count++;
            sent.accept(event, count);
        }
        awaitDelivery(lanes);
        return count;
    }

    private static void awaitDelivery(Map<String, Lane> lanes) throws InterruptedException {
        for (Lane lane : lanes.values()) {
            lane.awaitDelivery();
        }
    }

    /** Lets time pass. */
    @FunctionalInterface
    public interface Waiting {
        /** Returns after the given time. */
        void pass(Duration time) throws InterruptedException;
    }
}
