package dev.pennant.season;

import dev.pennant.load.EventSender;
import dev.pennant.load.FormMessages;
import dev.pennant.load.UndeliveredException;
import java.time.Duration;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** Sends a season's events to their topics, in their order and at a pace, as an import would. */
public final class SeasonReplay {
    private final EventSender registrations;
    private final EventSender reports;
    private final Pace pace;
    private final Waiting waiting;
    private final FormMessages messages = new FormMessages();

    /**
     * @param registrations to the topic of the registry
     * @param reports to the topic of reports
     * @param pace how fast the season goes by
     * @param waiting lets time pass
     */
    public SeasonReplay(EventSender registrations, EventSender reports, Pace pace, Waiting waiting) {
        this.registrations = registrations;
        this.reports = reports;
        this.pace = pace;
        this.waiting = waiting;
    }

    /**
     * Sends the events, and returns when all are safe in their topics.
     *
     * @param sent told of each event and of how many have been sent
     * @throws UndeliveredException when the topics do not take events any longer
     * @throws InterruptedException when the replay is to end early
     */
    public void send(List<SeasonEvent> events, ObjIntConsumer<SeasonEvent> sent) throws InterruptedException {
        int count = 0;
        for (SeasonEvent event : events) {
            Duration early = pace.until(event.at());
            if (early.toMillis() > 0) {
                waiting.pass(early);
            }
            send(event);
            count++;
            sent.accept(event, count);
        }
        registrations.awaitDelivery();
        reports.awaitDelivery();
    }

    private void send(SeasonEvent event) {
        if (event instanceof SeasonEvent.Registered registered) {
            registrations.send(messages.of(registered.form()));
        } else if (event instanceof SeasonEvent.Filed filed) {
            reports.send(messages.of(filed.form()));
        }
    }

    /** Lets time pass. */
    @FunctionalInterface
    public interface Waiting {
        /** Returns after the given time. */
        void pass(Duration time) throws InterruptedException;
    }
}
