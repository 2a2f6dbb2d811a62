package dev.pennant.load;

/** Takes events to their topic. */
public interface EventSender {
    /**
     * Hands an event over; it may still be under way when this returns.
     *
     * @throws UndeliveredException when this or an earlier event could not be delivered
     */
    void send(Message message);

    /**
     * Waits until all events handed over are safe.
     *
     * @throws UndeliveredException when one could not be delivered
     */
    void awaitDelivery();

    /** How many events were acknowledged since this sender began. */
    long acknowledged();
}
