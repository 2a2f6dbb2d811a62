package dev.pennant.season;

import dev.pennant.jobs.kafka.Topic;
import dev.pennant.load.EventSender;
import dev.pennant.load.FormMessages;
import dev.pennant.load.UndeliveredException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/** Sends a season's events to their topics, in their order and at a pace, as an import would. */
public final class SeasonReplay {
    private final Map<String, EventSender> senders = new HashMap<>();
    private final Pace pace;
    private final Waiting waiting;
    private final Runnable opening;
    private final FormMessages messages = new FormMessages();

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
     * @param sent told of each event and of how many have been sent
     * @return how many have been sent in all
     * @throws UndeliveredException when the topics do not take events any longer
     * @throws InterruptedException when the replay is to end early
     */
    public int send(Iterator<SeasonEvent> events, ObjIntConsumer<SeasonEvent> sent) throws InterruptedException {
        int count = 0;
        boolean isOpen = false;
        while (events.hasNext()) {
            SeasonEvent event = events.next();
            if (!isOpen && event.at().isAfter(Season.OPENING)) {
                senders.values().forEach(EventSender::awaitDelivery);
                opening.run();
                isOpen = true;
            }
            Duration early = pace.until(event.at());
            if (early.toMillis() > 0) {
                waiting.pass(early);
            }
            senders.get(event.topic().name()).send(event.message(messages));
            count++;
            sent.accept(event, count);
        }
        senders.values().forEach(EventSender::awaitDelivery);
        return count;
    }

    /** Lets time pass. */
    @FunctionalInterface
    public interface Waiting {
        /** Returns after the given time. */
        void pass(Duration time) throws InterruptedException;
    }
}
