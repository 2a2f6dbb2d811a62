package dev.pennant.load;

import java.util.ArrayList;
import java.util.List;

/** A topic in memory: every message is delivered and kept. */
public final class KeepingSender implements EventSender {
    private final List<Message> messages = new ArrayList<>();

    /** What was delivered, in its order. */
    public List<Message> messages() {
        return messages;
    }

    @Override
    public void send(Message message) {
        messages.add(message);
    }

    @Override
    public void awaitDelivery() {}

    @Override
    public long acknowledged() {
        return messages.size();
    }
}
